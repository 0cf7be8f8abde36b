#include "align/archive/shard_merge.h"

#include <memory>
#include <utility>

#include "align/archive/shard_files.h"
#include "align/io/compression.h"
#include "align/io/json.h"
#include "align/io/line_reader.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

// The bitexts and failures of one shard while they are read; opened when first asked.
class ShardReader {
 public:
  ShardReader(const std::string& folder, std::uint32_t shard, ShardRecord record)
      : shard_(shard), files_(folder, shard), record_(std::move(record)) {}

  // Whether the pair failed; its line of the failures.
  [[nodiscard]] const std::string* FailureOf(const std::string& id) {
    Open();
    const auto found = failed_.find(id);
    return found == failed_.end() ? nullptr : &found->second;
  }

  [[nodiscard]] std::string_view Next(const std::string& id, Location* location) {
    Open();
    const auto line = NextLine();
    if (!line) Fail("ends before the pair " + id);
    digest_ = Hash("\n", Hash(*line, digest_));
    *location = lines_->location();
    return *line;
  }

  void Close() {
    Open();
    if (NextLine()) Fail("holds more than its record says");
    if (DigestText(digest_) != record_.output_digest) Fail("is not what its record says");
  }

 private:
  [[noreturn]] void Fail(const std::string& what) const {
    throw Error(ErrorCode::kBadInput, {files_.BitextPath()},
                what +
                    "; it was changed or damaged, run the shard again: calque batch run --shard " +
                    std::to_string(shard_) + " --force …");
  }

  // What is compressed shows damage on the way.
  [[nodiscard]] std::optional<std::string_view> NextLine() {
    try {
      return lines_->Next();
    } catch (const Error&) {
      Fail("cannot be read to its end");
    }
  }

  void Open() {
    if (lines_ != nullptr) return;
    source_ = Decompress(OpenPlainFile(files_.BitextPath()));
    lines_ = std::make_unique<LineReader>(*source_);
    if (record_.failed.empty()) return;
    const auto failures = OpenPlainFile(files_.FailedPath());
    LineReader lines(*failures);
    while (const auto line = lines.Next()) {
      const Json json = ParseJson(*line, lines.location());
      ReadJson(lines.location(), [&] {
        failed_.emplace(json.at("id").get<std::string>(), std::string(*line));
        return 0;
      });
    }
  }

  std::uint32_t shard_;
  ShardFiles files_;
  ShardRecord record_;
  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<LineReader> lines_;
  std::map<std::string, std::string> failed_;
  std::uint64_t digest_ = kHashSeed;
};

Json ToJson(const ManifestSide& side) {
  Json skipped = Json::object();
  for (const auto& [reason, count] : side.skipped) skipped[reason] = count;
  return {
      {"read", side.read}, {"paired", side.paired}, {"alone", side.alone}, {"skipped", skipped}};
}

}  // namespace

std::vector<std::uint32_t> MissingShards(const ManifestHeader& header, const std::string& folder) {
  std::vector<std::uint32_t> missing;
  for (std::uint32_t shard = 0; shard < header.shards; ++shard) {
    const ShardFiles files(folder, shard);
    const auto record = files.ReadRecord();
    if (!record) {
      missing.push_back(shard);
      continue;
    }
    const std::string difference = DifferenceOf(*record, header);
    if (!difference.empty()) {
      throw Error(ErrorCode::kBadInput, {files.RecordPath()}, "was made with " + difference);
    }
  }
  return missing;
}

std::string ArrayText(const std::vector<std::uint32_t>& shards) {
  std::string text;
  for (std::size_t i = 0; i < shards.size();) {
    std::size_t last = i;
    while (last + 1 < shards.size() && shards[last + 1] == shards[last] + 1) ++last;
    if (!text.empty()) text += ',';
    text += std::to_string(shards[i]);
    if (last > i) text += '-' + std::to_string(shards[last]);
    i = last + 1;
  }
  return text;
}

MergeSummary MergeShards(const std::string& manifest, const std::string& folder,
                         const std::function<void(std::string_view, const Location&)>& visit,
                         const std::function<void(std::string_view)>& on_failed) {
  MergeSummary summary;
  summary.header = ReadManifestHeader(manifest);
  const std::vector<std::uint32_t> missing = MissingShards(summary.header, folder);
  if (!missing.empty()) {
    throw Error(ErrorCode::kTryAgain, {folder},
                "lacks the shards " + ArrayText(missing) + "; run them first");
  }
  std::vector<std::unique_ptr<ShardReader>> readers;
  for (std::uint32_t shard = 0; shard < summary.header.shards; ++shard) {
    const ShardRecord record = *ShardFiles(folder, shard).ReadRecord();
    summary.written += record.written;
    for (const auto& [code, count] : record.failed) summary.failed[code] += count;
    summary.seconds += record.seconds;
    summary.peak_memory = std::max(summary.peak_memory, record.peak_memory);
    readers.push_back(std::make_unique<ShardReader>(folder, shard, record));
  }
  ReadManifest(manifest, std::nullopt, [&](const ManifestPair& pair) {
    if (pair.shard >= readers.size()) {
      throw Error(ErrorCode::kBadInput, {manifest}, "names a shard that it does not have");
    }
    ShardReader& reader = *readers[pair.shard];
    if (const std::string* failure = reader.FailureOf(pair.id)) return on_failed(*failure);
    Location location;
    const std::string_view line = reader.Next(pair.id, &location);
    visit(line, location);
  });
  for (const auto& reader : readers) reader->Close();
  return summary;
}

std::string SummaryJson(const MergeSummary& summary) {
  Json failed = Json::object();
  for (const auto& [code, count] : summary.failed) failed[code] = count;
  return DumpJson({{"schema", "calque/summary/1"},
                   {"source", ToJson(summary.header.source)},
                   {"target", ToJson(summary.header.target)},
                   {"pairs", summary.header.pairs},
                   {"written", summary.written},
                   {"failed", failed},
                   {"shards", summary.header.shards},
                   {"seconds", summary.seconds},
                   {"peak_memory", summary.peak_memory}});
}

}  // namespace calque::internal
