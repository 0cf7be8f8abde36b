// One pair of a batch, from two files to one line.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "align/archive/document_fetcher.h"
#include "align/archive/manifest.h"
#include "align/archive/shard_files.h"

namespace calque::internal {

struct PairJob {
  explicit PairJob(const ManifestPair& given) : pair(given) {}

  const ManifestPair& pair;
  bool is_done = false;
  std::string line;                   // the bitext and a line end, where it did not fail
  std::optional<FailedPair> failure;  // where it did
  std::string log;                    // one JSON object
};

// Aligns pairs; any number of threads may call Run() at once.
class PairRunner {
 public:
  PairRunner(const ManifestHeader& header, const std::string& data_directory);
  ~PairRunner();
  PairRunner(const PairRunner&) = delete;
  PairRunner& operator=(const PairRunner&) = delete;

  // Reads ahead what stands in files of many documents, up to about `budget` bytes. Not while Run()
  // is being called. Returns for how many of the pairs that is done, at least one.
  std::size_t Prepare(std::span<const ManifestPair> pairs, std::size_t budget);
  // Bytes of the larger file of a pair that stands in files of its own, of the larger document of
  // one that was read ahead; 0 where that is not known.
  [[nodiscard]] std::uintmax_t SizeOf(const ManifestPair& pair) const;
  // Does not throw: what goes wrong is the job's failure.
  void Run(PairJob* job) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque::internal
