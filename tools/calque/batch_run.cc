// calque batch run and missing: shards one by one.
#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>

#include "align/archive/shard_merge.h"
#include "align/archive/shard_runner.h"
#include "align/io/number_text.h"
#include "calque/error.h"
#include "tools/calque/archive_options.h"
#include "tools/calque/batch_steps.h"
#include "tools/calque/common.h"
#include "tools/calque/progress.h"

namespace calque::tools {
namespace {

using SignalHandler = void (*)(int);

// The signal that asked for an end; 0 for none.
std::atomic<int> stop_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free);
// What the command does with Ctrl-C elsewhere.
SignalHandler end_at_once = SIG_DFL;

extern "C" void OnStopSignal(int signal) {
  stop_signal = signal;
  // A second Ctrl-C ends at once: what is on the disk is whole all the same.
  std::signal(signal, signal == SIGINT ? end_at_once : OnStopSignal);
}

// While one stands, signals end the work after the pairs in hand.
class StopSignals {
 public:
  StopSignals() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
      before_[i] = std::signal(kSignals[i], OnStopSignal);
      // What is ignored stays so: a shell's background jobs do not end with its Ctrl-C.
      if (before_[i] == SIG_IGN) std::signal(kSignals[i], SIG_IGN);
      if (kSignals[i] == SIGINT) end_at_once = before_[i];
    }
  }
  ~StopSignals() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) std::signal(kSignals[i], before_[i]);
  }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

 private:
  static constexpr std::array kSignals = {SIGINT, SIGTERM, SIGUSR1};
  std::array<SignalHandler, kSignals.size()> before_ = {};
};

std::uint32_t NumberOf(const std::string& text, const std::string& what) {
  const auto number = internal::ParseUnsigned(text);
  if (!number) {
    throw Error(ErrorCode::kUsage, what + " is `" + text +
                                       "`, not a number; --shard takes K/N with "
                                       "K from 0, `auto` or `all`");
  }
  return *number;
}

// The shards that --shard names.
std::vector<std::uint32_t> ShardsFrom(const Arguments& arguments, std::uint32_t shards) {
  const std::string given = arguments.Get("shard");
  std::vector<std::uint32_t> chosen;
  if (given == "all") {
    for (std::uint32_t shard = 0; shard < shards; ++shard) chosen.push_back(shard);
    return chosen;
  }
  std::string number = given;
  if (given == "auto") {
    const char* task = std::getenv("SLURM_ARRAY_TASK_ID");
    if (task == nullptr) {
      throw Error(ErrorCode::kUsage,
                  "--shard auto takes the shard from SLURM_ARRAY_TASK_ID, which is not set; name "
                  "it: --shard 0/" +
                      std::to_string(shards));
    }
    number = task;
  }
  const std::size_t slash = number.find('/');
  const std::uint32_t shard = NumberOf(number.substr(0, slash), "the shard");
  if (slash != std::string::npos &&
      NumberOf(number.substr(slash + 1), "the number of shards") != shards) {
    throw Error(ErrorCode::kUsage, "the manifest has " + std::to_string(shards) +
                                       " shards, --shard says `" + given + "`");
  }
  if (shard >= shards) {
    throw Error(ErrorCode::kUsage, "there is no shard " + std::to_string(shard) +
                                       ": the manifest has " + std::to_string(shards) +
                                       ", numbered from 0");
  }
  return {shard};
}

std::string FailedText(const internal::ShardRecord& record) {
  std::string text;
  for (const auto& [code, count] : record.failed) {
    text += ", " + std::to_string(count) + " failed (" + code + ")";
  }
  return text;
}

}  // namespace

std::string Needed(const Arguments& arguments, std::string_view option) {
  if (!arguments.Has(option)) {
    throw Error(ErrorCode::kUsage, "batch " + arguments.operands().front() + " needs --" +
                                       std::string(option) + "; see `calque batch --help`");
  }
  return arguments.Get(option);
}

std::string ManifestFrom(const Arguments& arguments) {
  namespace fs = std::filesystem;
  const std::string path = Needed(arguments, "manifest");
  std::error_code ignored;
  const bool is_stream = fs::exists(path, ignored) && !fs::is_regular_file(path, ignored) &&
                         !fs::is_directory(path, ignored);
  if (path == "-" || is_stream) {
    throw Error(ErrorCode::kUsage,
                "the manifest is read more than once, a stream only once; write it to a file, and "
                "name that with --manifest");
  }
  return path;
}

void AllowOnly(const Arguments& arguments, const std::vector<std::string_view>& options) {
  for (const Option& option : arguments.verb().options) {
    const bool allowed = std::find(options.begin(), options.end(), option.name) != options.end();
    if (allowed || !arguments.Has(option.name)) continue;
    throw Error(ErrorCode::kUsage, "--" + std::string(option.name) + " is no option of batch " +
                                       arguments.operands().front() +
                                       "; see `calque batch --help`");
  }
}

int RunBatchShards(const Arguments& arguments) {
  AllowOnly(arguments, {"manifest", "out", "shard", "force", "jobs", "memory"});
  (void)arguments.Operands(1);
  const Messages messages(arguments);
  const std::string manifest = ManifestFrom(arguments);
  const std::string folder = Needed(arguments, "out");
  const std::uint32_t shards = internal::ReadManifestHeader(manifest).shards;
  const StopSignals signals;
  internal::ShardOptions options;
  options.jobs = JobsFrom(arguments);
  options.memory = MemoryFrom(arguments);
  options.force = arguments.Has("force");
  options.should_stop = [] { return stop_signal != 0; };
  int code = 0;
  for (const std::uint32_t shard : ShardsFrom(arguments, shards)) {
    const std::string name = "shard " + std::to_string(shard) + " of " + std::to_string(shards);
    std::optional<Progress> progress(std::in_place, arguments, name);
    options.progress = [&](const internal::ShardProgress& now) {
      progress->Show(name + ": " + std::to_string(now.done) + " of " + std::to_string(now.pairs) +
                         " pairs, " + std::to_string(static_cast<int>(now.rate)) + "/s,",
                     static_cast<double>(now.done) / static_cast<double>(now.pairs));
    };
    const internal::ShardResult result = internal::RunShard(manifest, shard, folder, options);
    progress.reset();
    if (result.state == internal::ShardState::kStopped) {
      messages.Say(name + " was stopped; " + std::to_string(result.done) +
                   " pairs are done and kept: run the same command again to go on");
      return static_cast<int>(stop_signal == SIGINT ? ErrorCode::kInterrupted
                                                    : ErrorCode::kTryAgain);
    }
    const bool was_done = result.state == internal::ShardState::kWasDone;
    messages.Say(name + (was_done ? " was done: " : ": ") + std::to_string(result.record.pairs) +
                 " pairs, " + std::to_string(result.record.written) + " written" +
                 FailedText(result.record) +
                 (was_done && !result.record.failed.empty() ? "; --force tries them again" : ""));
    if (!result.record.failed.empty()) code = 1;
  }
  return code;
}

int RunBatchMissing(const Arguments& arguments) {
  AllowOnly(arguments, {"manifest", "out", "format"});
  (void)arguments.Operands(1);
  const std::string format = arguments.Has("format") ? arguments.Get("format") : "list";
  if (format != "list" && format != "array") {
    throw Error(ErrorCode::kUsage,
                "batch missing takes --format list or array, not `" + format + "`");
  }
  const auto header = internal::ReadManifestHeader(ManifestFrom(arguments));
  const auto missing = internal::MissingShards(header, Needed(arguments, "out"));
  if (format == "array") {
    std::cout << internal::ArrayText(missing) << '\n';
    return 0;
  }
  for (const std::uint32_t shard : missing) std::cout << shard << '\n';
  return 0;
}

}  // namespace calque::tools
