// calque batch merge: shards to corpus files.
#include <sys/resource.h>

#include <memory>
#include <vector>

#include "align/archive/manifest.h"
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

std::unique_ptr<internal::OutputFile> OpenIfGiven(const Arguments& arguments,
                                                  std::string_view option) {
  if (!arguments.Has(option)) return nullptr;
  return std::make_unique<internal::OutputFile>(arguments.Get(option));
}

internal::InputGuard ArchivesOf(const std::string& manifest) {
  const internal::ManifestHeader header = internal::ReadManifestHeader(manifest);
  return internal::InputGuard({header.source.root, header.target.root, manifest});
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
  CorpusOutput output(arguments, ArchivesOf(Needed(arguments, "manifest")));
  const auto summary_file = OpenIfGiven(arguments, "summary");
  const auto failed_file = OpenIfGiven(arguments, "failed");
  if (failed_file) (void)failed_file->stream();
  const internal::MergeSummary summary = internal::MergeShards(
      Needed(arguments, "manifest"), Needed(arguments, "out"),
      [&](std::string_view line, const Location& location) { output.AddLine(line, location); },
      [&](std::string_view line) {
        if (failed_file) failed_file->Write(std::string(line) + "\n");
      });
  output.Finish(messages);
  if (summary_file) {
    summary_file->Write(internal::SummaryJson(summary) + "\n");
    summary_file->Commit();
  }
  if (failed_file) failed_file->Commit();
  messages.Say(Text(summary));
  return summary.failed.empty() ? 0 : 1;
}

}  // namespace calque::tools
