// Which document of one archive translates which of another: nothing but the texts says so.
//
// Each document becomes a sketch (document_sketch.h); an inverted index finds a few candidates for
// each (document_candidates.h); what the two say about each other is weighed (pair_evidence.h); and
// pairs are decided (pair_decision.h). The result is the same for any order of the listing, any
// number of threads and any memory budget.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "align/archive/archive_files.h"
#include "align/archive/pair_decision.h"
#include "align/archive/pair_evidence.h"
#include "align/archive/pairing_side.h"
#include "align/archive/shared_evidence.h"
#include "calque/error.h"

namespace calque::internal {

struct PairingOptions {
  std::string data_directory;   // empty: the default one
  std::string source_language;  // BCP 47; empty: that of most documents
  std::string target_language;
  std::string model;  // path; empty: the shipped one of the language pair
  bool use_model = true;
  std::vector<std::string> names;  // paths of lists of names beside those that ship
  std::size_t jobs = 1;
  std::size_t memory = std::size_t{1} << 30;  // bytes, without the model and the list of documents
  int window = 14;                            // days between dated documents; negative: no limit
  double least_probability = 0.5;             // below it a document stays alone
  bool find_takes = false;                    // further documents of a story beside its pair
  bool explain = false;                       // fill ArchivePairing::evidence
  bool keep_candidates = false;               // fill ArchivePairing::candidates, for training
};

struct CandidateEvidence {
  ScoredCandidate candidate;
  PairEvidence evidence;
};

struct ArchivePairing {
  PairingSide source;
  PairingSide target;
  std::vector<DocumentPair> pairs;            // by source document, then target document
  std::vector<SharedEvidence> evidence;       // by pair, where it was asked for
  std::vector<CandidateEvidence> candidates;  // all that were compared, where they were asked for
  // Documents that were met and left out, by side and reason: `empty`, `other-language`,
  // `unreadable`.
  std::map<std::string, std::size_t> source_skipped;
  std::map<std::string, std::size_t> target_skipped;
  std::vector<Diagnostic> failures;  // files that could not be read, by name
  bool used_model = false;
};

// What is being done and how much of it is, in [0, 1]: one call at a time, from any thread.
using PairingProgress = std::function<void(const std::string& what, double share)>;

// Throws Error: kMissingInput where a side is not there, kBadInput for a damaged model; a file that
// cannot be read is no reason to stop.
[[nodiscard]] ArchivePairing PairArchives(const std::vector<ArchiveFile>& sources,
                                          const std::vector<ArchiveFile>& targets,
                                          const PairingOptions& options,
                                          const PairingProgress& progress);

}  // namespace calque::internal
