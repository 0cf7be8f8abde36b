// calque batch plan: from archives to a manifest.
#include "align/archive/batch_plan.h"

#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "align/archive/document_pairing.h"
#include "align/archive/shard_runner.h"
#include "align/base/printable.h"
#include "calque/error.h"
#include "tools/calque/archive_options.h"
#include "tools/calque/batch_steps.h"
#include "tools/calque/common.h"
#include "tools/calque/pair_lines.h"
#include "tools/calque/progress.h"

namespace calque::tools {
namespace {

constexpr std::size_t kMostShards = 1'000'000;  // ten times what Slurm takes for an array

// `failures` counts files that could not be read.
internal::BatchPlan PlanArchives(const Arguments& arguments, const std::string& sources,
                                 const std::string& targets, std::size_t* failures) {
  const Messages messages(arguments);
  const internal::PairingOptions options = PairingOptionsFrom(arguments);
  std::optional<Progress> progress(std::in_place, arguments, "pairing");
  const internal::ArchivePairing pairing = internal::PairArchives(
      internal::ListArchive(sources), internal::ListArchive(targets), options,
      [&](const std::string& what, double share) { progress->Show(what, share); });
  progress.reset();
  messages.Say(pairing.failures);
  messages.Say(PairingSummary(pairing));
  *failures = pairing.failures.size();
  return internal::PlanOf(pairing, sources, targets);
}

// Ids that `calque pair` wrote are paths only to those who know the archives.
void SayWhatIsNotThere(const Arguments& arguments, const std::string& list,
                       const std::vector<internal::ManifestPair>& pairs) {
  const auto is_there = [](const internal::DocumentPlace& place) {
    std::error_code ignored;
    const std::string& path = place.file;
    return std::filesystem::exists(path, ignored) ||
           std::filesystem::exists(path.substr(0, path.find('!')), ignored);
  };
  std::string first;
  std::size_t count = 0;
  for (const internal::ManifestPair& pair : pairs) {
    const bool has_source = is_there(pair.source);
    if (has_source && is_there(pair.target)) continue;
    if (++count == 1) first = has_source ? pair.target.file : pair.source.file;
  }
  if (count == 0) return;
  Messages(arguments).Say(
      list + ": " + std::to_string(count) + " of " + std::to_string(pairs.size()) +
      " pairs name a file that is not there, the first is " + internal::Printable(first) +
      "; for documents of archives take --pairs " + list + " SOURCES TARGETS");
}

}  // namespace

int RunBatchPlan(const Arguments& arguments) {
  AllowOnly(arguments,
            {"shards", "pairs", "threshold", "takes", "window", "source-language",
             "target-language", "model", "no-model", "moved", "names", "jobs", "memory"});
  const auto& operands = arguments.operands();
  const std::string pairs = arguments.Get("pairs");
  const std::size_t shards = arguments.Count("shards", 1, kMostShards);
  const EngineOptions engine = EngineOptionsFrom(arguments);
  if (operands.size() == 2 || !pairs.empty()) {
    arguments.RefuseWithoutEffect({"threshold", "takes", "window", "jobs", "memory"},
                                  "where the pairs are given");
  }
  const std::string names_digest = internal::NamesDigest(engine.names);
  std::size_t failures = 0;
  internal::BatchPlan plan;
  if (operands.size() == 3) {
    plan = pairs.empty() ? PlanArchives(arguments, operands[1], operands[2], &failures)
                         : internal::PlanOfLines(pairs, operands[1], operands[2]);
  } else if (operands.size() == 2 && pairs.empty()) {
    plan = internal::PlanOfLines(operands[1], {}, {});
    SayWhatIsNotThere(arguments, operands[1], plan.pairs);
  } else {
    throw Error(ErrorCode::kUsage,
                "batch plan takes SOURCES TARGETS, or one file of source<TAB>target paths; see "
                "`calque batch --help`");
  }
  internal::ManifestHeader& header = plan.header;
  header.shards = static_cast<std::uint32_t>(shards);
  if (!engine.source_language.empty()) header.source.language = engine.source_language;
  if (!engine.target_language.empty()) header.target.language = engine.target_language;
  header.model = engine.model;
  header.use_model = engine.use_model;
  header.find_moved = engine.find_moved;
  header.names = engine.names;
  header.names_digest = names_digest;
  header.model_digest = internal::ModelDigest(header, {});
  internal::WriteManifest(header, std::move(plan.pairs), std::cout);
  return failures == 0 ? 0 : 1;
}

}  // namespace calque::tools
