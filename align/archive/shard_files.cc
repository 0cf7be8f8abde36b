#include "align/archive/shard_files.h"

#include <signal.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "align/io/byte_source.h"
#include "align/io/file.h"
#include "align/io/json.h"
#include "align/io/number_text.h"
#include "align/io/temporary_file.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSchema = "calque/shard/1";
constexpr const char* kPartSchema = "calque/shard-part/1";

std::string PartName(std::size_t begin) { return "at-" + std::to_string(begin); }

Json ToJson(const FailedPair& failed) {
  return {{"id", failed.id},
          {"place", failed.place},
          {"code", failed.code},
          {"message", failed.message}};
}

void WriteDurably(const std::string& path, const std::string& bytes) {
  OutputFile file(path);
  file.Write(bytes);
  file.CommitDurably();
}

// What `read` makes of the JSON of a record, an optional; nothing where it cannot be read, as a
// full disk or a machine that went down may leave it.
template <typename Read>
auto ReadIfSound(const std::string& path, const Read& read) -> decltype(read(Json())) {
  try {
    const Json json = ParseJson(ReadFile(path), {path});
    return ReadJson({path}, [&] { return read(json); });
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kBadInput) throw;
    return std::nullopt;
  }
}

// Whether `name` ends in `.part.HOST.PID` of a process of this machine that is no more.
bool IsAbandoned(const std::string& name) {
  const std::string mark = ".part." + HostName() + ".";
  const std::size_t at = name.rfind(mark);
  if (at == std::string::npos) return false;
  const auto process = ParseUnsigned(name.substr(at + mark.size()));
  return process && ::kill(static_cast<pid_t>(*process), 0) != 0 && errno == ESRCH;
}

}  // namespace

std::string FailedLine(const FailedPair& failed) { return DumpJson(ToJson(failed)) + "\n"; }

ShardFiles::ShardFiles(std::string folder, std::uint32_t shard)
    : folder_(std::move(folder)), shard_(shard) {}

std::string ShardFiles::Path(const std::string& rest) const {
  return (fs::path(folder_) / (std::to_string(shard_) + "." + rest)).string();
}
std::string ShardFiles::BitextPath() const { return Path("jsonl.zst"); }
std::string ShardFiles::FailedPath() const { return Path("failed.jsonl"); }
std::string ShardFiles::RecordPath() const { return Path("done.json"); }
std::string ShardFiles::LogPath() const { return Path("log.jsonl"); }
std::string ShardFiles::PartPath(std::size_t begin, std::size_t end) const {
  return Path(PartName(begin) + "-" + std::to_string(end) + ".jsonl.zst");
}

std::optional<ShardRecord> ShardFiles::ReadRecord() const {
  const std::string path = RecordPath();
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return std::nullopt;
  bool is_other = false;
  std::optional<ShardRecord> found = ReadIfSound(path, [&](const Json& json) {
    ShardRecord record;
    is_other = json.at("schema") != kSchema;
    if (is_other) return std::optional<ShardRecord>();
    record.shard = json.at("shard").get<std::uint32_t>();
    record.shards = json.at("shards").get<std::uint32_t>();
    record.listing_digest = json.at("listing_digest").get<std::string>();
    record.options_digest = json.at("options_digest").get<std::string>();
    record.model_digest = json.at("model_digest").get<std::string>();
    record.output_digest = json.at("output_digest").get<std::string>();
    record.output_bytes =
        json.value("output_bytes", std::uintmax_t{0});  // of an older record: done again
    record.pairs = json.at("pairs").get<std::size_t>();
    record.written = json.at("written").get<std::size_t>();
    for (const auto& [code, count] : json.at("failed").items()) {
      record.failed[code] = count.get<std::size_t>();
    }
    record.seconds = json.at("seconds").get<double>();
    record.peak_memory = json.at("peak_memory").get<std::size_t>();
    std::error_code unknown;
    const bool is_there = fs::file_size(BitextPath(), unknown) == record.output_bytes &&
                          (record.failed.empty() || fs::exists(FailedPath(), unknown));
    return is_there ? std::optional(record) : std::nullopt;
  });
  if (is_other) throw Error(ErrorCode::kBadInput, {path}, "is no record of a shard; remove it");
  return found;
}

void ShardFiles::WriteRecord(const ShardRecord& record) const {
  Json failed = Json::object();
  for (const auto& [code, count] : record.failed) failed[code] = count;
  const Json json = {{"schema", kSchema},
                     {"shard", record.shard},
                     {"shards", record.shards},
                     {"listing_digest", record.listing_digest},
                     {"options_digest", record.options_digest},
                     {"model_digest", record.model_digest},
                     {"output_digest", record.output_digest},
                     {"output_bytes", record.output_bytes},
                     {"pairs", record.pairs},
                     {"written", record.written},
                     {"failed", failed},
                     {"seconds", record.seconds},
                     {"peak_memory", record.peak_memory},
                     {"version", CALQUE_VERSION}};
  WriteDurably(RecordPath(), DumpJson(json) + "\n");
}

std::optional<ShardPart> ShardFiles::ReadPart(const ManifestHeader& manifest,
                                              const std::string& path) const {
  return ReadIfSound(path, [&](const Json& json) -> std::optional<ShardPart> {
    const bool is_ours = json.at("schema") == kPartSchema && json.at("shards") == manifest.shards &&
                         json.at("listing_digest") == manifest.listing_digest &&
                         json.at("options_digest") == manifest.options_digest &&
                         json.at("model_digest") == manifest.model_digest;
    if (!is_ours) return std::nullopt;
    ShardPart part;
    part.begin = json.at("begin").get<std::size_t>();
    part.end = json.at("end").get<std::size_t>();
    part.digest = json.at("digest").get<std::uint64_t>();
    part.seconds = json.at("seconds").get<double>();
    for (const Json& failed : json.at("failed")) {
      part.failed.push_back({failed.at("id").get<std::string>(), failed.at("code").get<int>(),
                             failed.at("place").get<std::string>(),
                             failed.at("message").get<std::string>()});
    }
    return part;
  });
}

std::vector<ShardPart> ShardFiles::FindParts(const ManifestHeader& manifest) const {
  std::vector<ShardPart> parts;
  const std::string prefix = std::to_string(shard_) + ".at-";
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(folder_, failure)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(prefix) || !name.ends_with(".part.json")) continue;
    try {
      const auto part = ReadPart(manifest, entry.path().string());
      std::error_code ignored;
      if (part && fs::exists(PartPath(part->begin, part->end), ignored)) parts.push_back(*part);
    } catch (const Error& error) {
      // Another run of this shard may have finished it and removed the parts.
      if (error.code() != ErrorCode::kMissingInput) throw;
    }
  }
  // Of parts that begin alike the longest; then those that follow without a gap.
  std::sort(parts.begin(), parts.end(), [](const ShardPart& a, const ShardPart& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<ShardPart> chain;
  for (ShardPart& part : parts) {
    const std::size_t next = chain.empty() ? 0 : chain.back().end;
    if (part.begin == next && part.end > next) chain.push_back(std::move(part));
  }
  return chain;
}

void ShardFiles::WritePart(const ManifestHeader& manifest, const ShardPart& part) const {
  Json failed = Json::array();
  for (const FailedPair& pair : part.failed) failed.push_back(ToJson(pair));
  const Json json = {{"schema", kPartSchema},
                     {"shards", manifest.shards},
                     {"listing_digest", manifest.listing_digest},
                     {"options_digest", manifest.options_digest},
                     {"model_digest", manifest.model_digest},
                     {"begin", part.begin},
                     {"end", part.end},
                     {"digest", part.digest},
                     {"seconds", part.seconds},
                     {"failed", failed}};
  WriteDurably(Path(PartName(part.begin) + "-" + std::to_string(part.end) + ".part.json"),
               DumpJson(json) + "\n");
}

void ShardFiles::JoinParts(const std::vector<ShardPart>& parts) const {
  // Compressed data one behind the other are compressed data: only bytes are copied. The name of
  // the temporary says nothing of the compression, so that they are not compressed again.
  OutputFile joined(Path("joined"));
  std::string failed;
  std::vector<char> block(std::size_t{1} << 16);
  for (const ShardPart& part : parts) {
    const auto source = OpenPlainFile(PartPath(part.begin, part.end));
    while (const std::size_t size = source->Read(block)) joined.Write({block.data(), size});
    for (const FailedPair& pair : part.failed) failed += FailedLine(pair);
  }
  if (parts.empty()) {
    OutputFile empty(BitextPath());
    empty.CommitDurably();
  } else {
    joined.CommitDurablyAs(BitextPath());
  }
  std::error_code ignored;
  if (failed.empty()) {
    fs::remove(FailedPath(), ignored);
  } else {
    WriteDurably(FailedPath(), failed);
  }
}

void ShardFiles::RemoveParts() const {
  const std::string own = std::to_string(shard_) + ".";
  std::vector<fs::path> gone;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(folder_, failure)) {
    const std::string name = entry.path().filename().string();
    const bool is_part = name.starts_with(own + "at-") &&
                         (name.ends_with(".jsonl.zst") || name.ends_with(".part.json"));
    if (is_part || (name.starts_with(own) && IsAbandoned(name))) gone.push_back(entry.path());
  }
  for (const fs::path& path : gone) fs::remove(path, failure);
}

std::string DifferenceOf(const ShardRecord& record, const ManifestHeader& manifest) {
  if (record.shards != manifest.shards) return "another number of shards";
  if (record.listing_digest != manifest.listing_digest) return "another list of pairs";
  if (record.options_digest != manifest.options_digest) return "other options or another version";
  if (record.model_digest != manifest.model_digest) return "another model";
  return {};
}

}  // namespace calque::internal
