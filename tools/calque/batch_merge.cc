// calque batch merge: shards to corpus files.
#include <sys/resource.h>

#include <memory>
#include <vector>

#include "align/archive/manifest.h"
#include "align/archive/shard_files.h"
#include "align/archive/shard_merge.h"
#include "align/io/file.h"
#include "align/io/input_guard.h"
#include "tools/calque/batch_steps.h"
#include "tools/calque/common.h"
#include "tools/calque/corpus_output.h"
#include "tools/calque/outputs.h"
#include "tools/calque/selection_arguments.h"

namespace calque::tools {
namespace {

// Every shard is one open file.
void AllowManyFiles() {
  struct rlimit limit = {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// The archives, what the options name, and the shards themselves.
internal::InputGuard InputsOf(const Arguments& arguments) {
  const internal::ManifestHeader header = internal::ReadManifestHeader(ManifestFrom(arguments));
  std::vector<std::string> inputs = arguments.Inputs();
  inputs.push_back(header.source.root);
  inputs.push_back(header.target.root);
  for (std::uint32_t shard = 0; shard < header.shards; ++shard) {
    const internal::ShardFiles files(Needed(arguments, "out"), shard);
    for (const std::string& path : {files.BitextPath(), files.FailedPath(), files.RecordPath()}) {
      inputs.push_back(path);
    }
  }
  return internal::InputGuard(inputs);
}

std::string Text(const internal::MergeSummary& summary) {
  std::string text = std::to_string(summary.header.pairs) +
                     " pairs: " + std::to_string(summary.written) + " written";
  for (const auto& [code, count] : summary.failed) {
    text += ", " + std::to_string(count) + " failed (" + code + ")";
  }
  return text;
}

}  // namespace

int RunBatchMerge(const Arguments& arguments) {
  std::vector<std::string_view> allowed = {"manifest", "out",    "format", "output",   "summary",
                                           "failed",   "ledger", "card",   "checksums"};
  for (const Option& option : kSelectionOptions) allowed.push_back(option.name);
  AllowOnly(arguments, allowed);
  (void)arguments.Operands(1);
  if (PrintedFormats(arguments)) return 0;
  const Messages messages(arguments);
  AllowManyFiles();
  const internal::InputGuard inputs = InputsOf(arguments);
  CorpusOutput output(arguments, inputs);
  const auto summary_file = OpenGiven(arguments, inputs, "summary");
  const auto failed_file = OpenGiven(arguments, inputs, "failed");
  const internal::MergeSummary summary = internal::MergeShards(
      ManifestFrom(arguments), Needed(arguments, "out"),
      [&](std::string_view line, const Location& location) { output.AddLine(line, location); },
      [&](std::string_view line) {
        if (failed_file) failed_file->Write(std::string(line) + "\n");
      });
  output.Finish(messages, [&] {
    std::vector<std::string> written;
    if (summary_file) {
      summary_file->Write(internal::SummaryJson(summary) + "\n");
      summary_file->Commit();
      written.push_back(arguments.Get("summary"));
    }
    if (failed_file) {
      failed_file->Commit();
      written.push_back(arguments.Get("failed"));
    }
    return written;
  });
  messages.Say(Text(summary));
  return summary.failed.empty() ? 0 : 1;
}

}  // namespace calque::tools
