#include "align/archive/shard_runner.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <utility>

#include "align/archive/pair_job.h"
#include "align/archive/workers.h"
#include "align/io/file.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// What a pair in hand may need: its texts, tables and output. Dispatches stay far below.
constexpr std::size_t kPairMemory = std::size_t{8} << 20;
// Files above this are aligned while no other pair is begun.
constexpr std::uintmax_t kLargeFile = std::uintmax_t{1} << 20;
// A pair whose documents wait to be aligned, as they come out of files of many documents. A quarter
// of the memory is for them, whatever their size.
constexpr std::size_t kWaitingMemory = std::size_t{32} << 10;

double SecondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::size_t PeakMemory() {
  struct rusage usage = {};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

// The part of a shard that is being written.
class PartWriter {
 public:
  PartWriter(const ShardFiles& files, std::size_t begin, std::uint64_t digest)
      : files_(files), start_(Clock::now()) {
    part_.begin = begin;
    part_.end = begin;
    part_.digest = digest;
    // The end is known only when the part is full: it gets its name then.
    file_ = std::make_unique<OutputFile>(files.PartPath(begin, begin));
  }

  void Add(const PairJob& job) {
    ++part_.end;
    if (job.failure) {
      part_.failed.push_back(*job.failure);
      return;
    }
    part_.digest = Hash(job.line, part_.digest);
    file_->Write(job.line);
  }
  [[nodiscard]] std::size_t size() const { return part_.end - part_.begin; }

  ShardPart Finish(const ManifestHeader& manifest) {
    part_.seconds = SecondsSince(start_);
    file_->CommitDurablyAs(files_.PartPath(part_.begin, part_.end));
    files_.WritePart(manifest, part_);
    return std::move(part_);
  }

 private:
  const ShardFiles& files_;
  Clock::time_point start_;
  ShardPart part_;
  std::unique_ptr<OutputFile> file_;
};

class ShardRunner {
 public:
  ShardRunner(const std::string& manifest, std::uint32_t shard, const std::string& folder,
              const ShardOptions& options)
      : options_(options), shard_(shard), files_(folder, shard) {
    header_ = ReadManifest(manifest, shard,
                           [&](ManifestPair pair) { pairs_.push_back(std::move(pair)); });
    if (shard >= header_.shards) {
      throw Error(ErrorCode::kUsage, "there is no shard " + std::to_string(shard) + ": " +
                                         manifest + " has " + std::to_string(header_.shards) +
                                         ", numbered from 0");
    }
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) throw Error(ErrorCode::kCannotWrite, {folder}, failure.message());
  }

  ShardResult Run() {
    ShardResult result;
    if (!options_.force && IsDone(&result.record)) {
      files_.RemoveParts();  // of a run that was killed behind its record
      result.state = ShardState::kWasDone;
      return result;
    }
    if (options_.force) {
      std::error_code ignored;
      fs::remove(files_.RecordPath(), ignored);
      files_.RemoveParts();
    }
    if (ModelDigest(header_, options_.data_directory) != header_.model_digest) {
      throw Error(ErrorCode::kBadInput, "the model is not the one of the plan; plan again");
    }
    if (NamesDigest(header_.names) != header_.names_digest) {
      throw Error(ErrorCode::kBadInput, "the lists of names are not those of the plan; plan again");
    }
    for (const ManifestSide* side : {&header_.source, &header_.target}) CheckRoot(side->root);
    parts_ = files_.FindParts(header_);
    while (Done() < pairs_.size() && !Stopped()) DoSome();
    if (Done() < pairs_.size()) {
      result.state = ShardState::kStopped;
      result.done = Done();
      return result;
    }
    result.record = Finish();
    return result;
  }

 private:
  [[nodiscard]] bool IsDone(ShardRecord* record) const {
    const auto found = files_.ReadRecord();
    if (!found) return false;
    const std::string difference = DifferenceOf(*found, header_);
    if (!difference.empty()) {
      throw Error(ErrorCode::kBadInput, {files_.RecordPath()},
                  "was made with " + difference + "; write to another folder, or use --force");
    }
    *record = *found;
    return true;
  }

  // An archive that is not mounted, or a wrong working folder, must not make every pair a failed
  // one.
  static void CheckRoot(const std::string& root) {
    std::error_code ignored;
    if (root.empty() || fs::exists(root, ignored)) return;
    throw Error(ErrorCode::kMissingInput, {root},
                "is not there; run this where the plan was made, or with the archive mounted");
  }

  [[nodiscard]] std::size_t Done() const { return parts_.empty() ? 0 : parts_.back().end; }
  [[nodiscard]] bool Stopped() const { return options_.should_stop && options_.should_stop(); }

  // As many pairs as may wait in memory.
  void DoSome() {
    const std::size_t most = std::max<std::size_t>(options_.memory / 4 / kWaitingMemory, 64);
    const std::size_t begin = Done();
    const std::size_t ahead = std::min(pairs_.size() - begin, most);
    if (runner_ == nullptr)
      runner_ = std::make_unique<PairRunner>(header_, options_.data_directory);
    const std::size_t end =
        begin + runner_->Prepare({pairs_.data() + begin, ahead}, options_.memory / 4);
    OpenLog();
    std::size_t next = begin;
    std::unique_ptr<PartWriter> writer;
    std::exception_ptr failure;
    const std::size_t in_flight =
        std::clamp<std::size_t>(options_.memory / kPairMemory, 1, 4 * options_.jobs);
    Workers workers(options_.jobs);
    workers.Run<PairJob>(
        in_flight,
        [&]() -> PairJob* {
          if (next == end || Stopped() || failed_to_write_) return nullptr;
          auto job = std::make_unique<PairJob>(pairs_[next++]);
          if (runner_->SizeOf(job->pair) > kLargeFile) runner_->Run(job.get());
          return job.release();
        },
        [&](PairJob* job) {
          if (!job->is_done) runner_->Run(job);
        },
        [&](PairJob* job) {
          const std::unique_ptr<PairJob> owned(job);
          if (failure) return;
          try {
            if (writer == nullptr) {
              const std::uint64_t digest = parts_.empty() ? kHashSeed : parts_.back().digest;
              writer = std::make_unique<PartWriter>(files_, Done(), digest);
            }
            writer->Add(*job);
            log_ << job->log << '\n';
            Tell(Done() + writer->size());
            if (writer->size() < options_.part) return;
            parts_.push_back(std::exchange(writer, nullptr)->Finish(header_));
            log_.flush();
          } catch (...) {
            failure = std::current_exception();
            failed_to_write_ = true;
          }
        });
    if (failure) std::rethrow_exception(failure);
    if (writer != nullptr) parts_.push_back(writer->Finish(header_));
    CloseLog();
  }

  void OpenLog() {
    log_.open(files_.LogPath(), std::ios::app);
    if (!log_) throw Error(ErrorCode::kCannotWrite, {files_.LogPath()}, "cannot be written");
  }

  // What a full disk leaves out of the log is not left out in silence.
  void CloseLog() {
    log_.close();
    if (!log_) throw Error(ErrorCode::kCannotWrite, {files_.LogPath()}, "cannot be written");
  }

  void Tell(std::size_t done) {
    ++done_now_;
    if (!options_.progress) return;
    const double seconds = std::max(SecondsSince(start_), 1e-3);
    options_.progress({done, pairs_.size(), static_cast<double>(done_now_) / seconds});
  }

  ShardRecord Finish() {
    ShardRecord record;
    record.shard = shard_;
    record.shards = header_.shards;
    record.listing_digest = header_.listing_digest;
    record.options_digest = header_.options_digest;
    record.model_digest = header_.model_digest;
    record.output_digest = DigestText(parts_.empty() ? kHashSeed : parts_.back().digest);
    record.pairs = pairs_.size();
    record.written = pairs_.size();
    for (const ShardPart& part : parts_) {
      record.seconds += part.seconds;
      record.written -= part.failed.size();
      for (const FailedPair& failed : part.failed) ++record.failed[std::to_string(failed.code)];
    }
    record.peak_memory = PeakMemory();
    try {
      files_.JoinParts(parts_);
      record.output_bytes = fs::file_size(files_.BitextPath());
      files_.WriteRecord(record);
    } catch (const Error&) {
      // Another run of this shard may have finished it and removed the parts.
      ShardRecord other;
      if (!IsDone(&other)) throw;
      record = other;
    }
    files_.RemoveParts();
    return record;
  }

  const ShardOptions& options_;
  std::uint32_t shard_;
  ShardFiles files_;
  ManifestHeader header_;
  std::vector<ManifestPair> pairs_;
  std::vector<ShardPart> parts_;
  std::unique_ptr<PairRunner> runner_;
  std::ofstream log_;
  std::size_t done_now_ = 0;
  Clock::time_point start_ = Clock::now();
  std::atomic<bool> failed_to_write_ = false;
};

}  // namespace

ShardResult RunShard(const std::string& manifest, std::uint32_t shard, const std::string& folder,
                     const ShardOptions& options) {
  return ShardRunner(manifest, shard, folder, options).Run();
}

}  // namespace calque::internal
