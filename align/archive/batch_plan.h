// What a batch has to do: pairs of documents found by document pairing or named by the user.
#pragma once

#include <string>
#include <vector>

#include "align/archive/document_pairing.h"
#include "align/archive/manifest.h"

namespace calque::internal {

struct BatchPlan {
  ManifestHeader header;  // without counts of pairs and digests, which WriteManifest() fills
  std::vector<ManifestPair> pairs;
};

// The pairs of `pairing` between archives at these roots.
[[nodiscard]] BatchPlan PlanOf(const ArchivePairing& pairing, const std::string& source_root,
                               const std::string& target_root);

// Pairs named in lines `source<TAB>target`, a third column being a probability. Without roots they
// are paths of files of one document; with roots, ids as `calque pair` writes them. Throws Error:
// kMissingInput where there is no such file, or with the first line of those that name a document
// an archive does not hold; kBadInput with the line that has no second column or another third one.
[[nodiscard]] BatchPlan PlanOfLines(const std::string& path, const std::string& source_root,
                                    const std::string& target_root);

}  // namespace calque::internal
