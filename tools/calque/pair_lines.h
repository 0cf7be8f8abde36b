// What `calque pair` and `calque batch plan` say of pairs of documents.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "align/archive/document_pairing.h"

namespace calque::tools {

class PairWriter {
 public:
  // `pairing` must outlive the writer.
  explicit PairWriter(const internal::ArchivePairing& pairing);

  // `source<TAB>target<TAB>probability`; with evidence, three columns more: numbers, names, words.
  [[nodiscard]] std::string TsvLine(std::size_t pair) const;
  // One object: ids, probability, other versions of either text, evidence.
  [[nodiscard]] std::string JsonLine(std::size_t pair) const;

 private:
  struct Versions {
    std::vector<std::vector<std::uint32_t>> of;  // documents by cluster
    explicit Versions(const internal::PairingSide& side);
  };
  const internal::ArchivePairing& pairing_;
  Versions source_versions_;
  Versions target_versions_;
};

// How many documents were read, paired, left alone and left out, by side.
[[nodiscard]] std::string PairingSummary(const internal::ArchivePairing& pairing);

}  // namespace calque::tools
