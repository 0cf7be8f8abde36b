// Joins the shards of a batch in the order of the manifest: the result does not depend on how many
// there were.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "align/archive/manifest.h"
#include "calque/error.h"

namespace calque::internal {

// Shards without a done-record, in order. Throws Error{kBadInput} where a record is of another
// plan.
[[nodiscard]] std::vector<std::uint32_t> MissingShards(const ManifestHeader& header,
                                                       const std::string& folder);

// `3,7-9`, as `sbatch --array` takes it.
[[nodiscard]] std::string ArrayText(const std::vector<std::uint32_t>& shards);

struct MergeSummary {
  ManifestHeader header;
  std::size_t written = 0;
  std::map<std::string, std::size_t> failed;  // pairs by exit code; written + failed = planned
  double seconds = 0.0;                       // of work, over all shards
  std::size_t peak_memory = 0;                // bytes, of the largest shard
};

// visit(line, place) for every bitext line, in order; on_failed(line) for every failed pair. Throws
// Error: kTryAgain where shards are missing, kBadInput where one is of another plan, was changed
// or does not hold what its record says.
MergeSummary MergeShards(const std::string& manifest, const std::string& folder,
                         const std::function<void(std::string_view, const Location&)>& visit,
                         const std::function<void(std::string_view)>& on_failed);

// One JSON object: what was read, paired, left out and why, written and failed. It adds up: of each
// side read = paired + alone + skipped; pairs = written + failed.
[[nodiscard]] std::string SummaryJson(const MergeSummary& summary);

}  // namespace calque::internal
