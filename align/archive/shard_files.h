// The files of one shard in the output folder of a batch.
//
//   3.jsonl.zst      its bitexts, `calque/bitext/1`, in the order of the manifest
//   3.failed.jsonl   documents that failed: id, place, code, message; only where there are some
//   3.done.json      the done-record, written last: whoever sees it sees a whole shard
//   3.log.jsonl      a line a pair and run: how long it took and what came of it
//   3.at-512.…       a part that is done while the shard is not: bitexts, and a record written last
//
// Parts make a shard that was stopped or killed go on where it was. What stands in a part depends
// on the manifest alone, so two runs of a shard at once do no harm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "align/archive/manifest.h"
#include "align/base/hash.h"

namespace calque::internal {

struct FailedPair {
  std::string id;
  int code = 70;      // exit code of the command for such an error
  std::string place;  // of the file that is to blame, where one is
  std::string message;
};
[[nodiscard]] std::string FailedLine(const FailedPair& failed);

// Pairs [begin, end) of a shard.
struct ShardPart {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint64_t digest = kHashSeed;  // of all bitext lines of the shard up to `end`
  std::vector<FailedPair> failed;
  double seconds = 0.0;
};

struct ShardRecord {
  std::uint32_t shard = 0;
  std::uint32_t shards = 1;
  std::string listing_digest;
  std::string options_digest;
  std::string model_digest;
  std::string output_digest;
  std::uintmax_t output_bytes = 0;  // of the file, compressed: one that was cut off shows at once
  std::size_t pairs = 0;
  std::size_t written = 0;
  std::map<std::string, std::size_t> failed;  // by exit code
  double seconds = 0.0;
  std::size_t peak_memory = 0;  // bytes, of the run that finished it
};

class ShardFiles {
 public:
  ShardFiles(std::string folder, std::uint32_t shard);

  [[nodiscard]] std::string BitextPath() const;
  [[nodiscard]] std::string FailedPath() const;
  [[nodiscard]] std::string RecordPath() const;
  [[nodiscard]] std::string LogPath() const;
  [[nodiscard]] std::string PartPath(std::size_t begin, std::size_t end) const;

  // Nothing where the shard is not done, what it made is gone, or the record cannot be read: it is
  // done again. Throws Error{kBadInput} for what is the record of something else.
  [[nodiscard]] std::optional<ShardRecord> ReadRecord() const;
  void WriteRecord(const ShardRecord& record) const;

  // Parts of a shard of `manifest` that stand in the folder, one behind the other from the start.
  // Those with a record that cannot be read are left out.
  [[nodiscard]] std::vector<ShardPart> FindParts(const ManifestHeader& manifest) const;
  // The record of a part whose bitexts stand in PartPath().
  void WritePart(const ManifestHeader& manifest, const ShardPart& part) const;

  // Joins the parts into BitextPath() and FailedPath().
  void JoinParts(const std::vector<ShardPart>& parts) const;
  // Removes all parts, and what processes of this machine that are gone have left.
  void RemoveParts() const;

 private:
  [[nodiscard]] std::string Path(const std::string& rest) const;
  [[nodiscard]] std::optional<ShardPart> ReadPart(const ManifestHeader& manifest,
                                                  const std::string& path) const;

  std::string folder_;
  std::uint32_t shard_;
};

// What keeps `record` from being that of its shard in `manifest`; empty where nothing does.
[[nodiscard]] std::string DifferenceOf(const ShardRecord& record, const ManifestHeader& manifest);

}  // namespace calque::internal
