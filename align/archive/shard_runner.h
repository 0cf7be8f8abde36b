// Does one shard of a batch: every pair of it aligned, in the order of the manifest, on any number
// of threads. Of the shard its list of pairs is held in memory, and of the documents as many as
// ShardOptions::memory allows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "align/archive/shard_files.h"

namespace calque::internal {

struct ShardProgress {
  std::size_t done = 0;  // pairs of the shard, those of earlier runs included
  std::size_t pairs = 0;
  double rate = 0.0;  // pairs a second of this run
};

struct ShardOptions {
  std::string data_directory;  // empty: the default one
  std::size_t jobs = 1;
  std::size_t memory = std::size_t{1} << 30;  // bytes for documents in hand, but one pair
  bool force = false;                         // do it again, whatever stands there
  std::size_t part = 512;                     // pairs after which a part is put on the disk
  // Asked between pairs, from any thread: true ends the run, and what is done is kept.
  std::function<bool()> should_stop;
  std::function<void(const ShardProgress&)> progress;  // from any thread, one call at a time
};

enum class ShardState { kDone, kWasDone, kStopped };

struct ShardResult {
  ShardState state = ShardState::kDone;
  ShardRecord record;    // of a shard that is done
  std::size_t done = 0;  // pairs that need not be done again, where it was stopped
};

// Throws Error: kMissingInput, kBadInput (damaged manifest; the model is not that of the plan; the
// folder holds this shard of another plan), kCannotWrite. A pair that fails is a record, no error.
[[nodiscard]] ShardResult RunShard(const std::string& manifest, std::uint32_t shard,
                                   const std::string& folder, const ShardOptions& options);

// The digest of the model that pairs of these languages would be aligned with; empty where there is
// none.
[[nodiscard]] std::string ModelDigest(const ManifestHeader& header,
                                      const std::string& data_directory);

// The digest of what stands in lists of names; empty where there are none. Throws
// Error: kMissingInput, kBadInput for what is no such list.
[[nodiscard]] std::string NamesDigest(const std::vector<std::string>& lists);

}  // namespace calque::internal
