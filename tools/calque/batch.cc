// calque batch: an archive in shards, on one machine or a cluster.
#include <algorithm>
#include <array>
#include <string>

#include "calque/error.h"
#include "tools/calque/archive_options.h"
#include "tools/calque/arguments.h"
#include "tools/calque/batch_steps.h"
#include "tools/calque/common.h"
#include "tools/calque/corpus_output.h"
#include "tools/calque/outputs.h"
#include "tools/calque/selection_arguments.h"

namespace calque::tools {
namespace {

constexpr auto kOptions = [] {
  constexpr std::array kOwn = {
      Option{"shards", 'n', "N", "plan: shards to cut the work into", "1"},
      Option{"pairs", '\0', "FILE",
             "plan: take the pairs of FILE, as `calque pair` wrote them, instead of finding them"},
      kThreshold,
      kTakes,
      kWindow,
      kSourceLanguage,
      kTargetLanguage,
      kModel,
      kNoModel,
      kMoved,
      kNames,
      Option{"manifest", 'M', "FILE", "run, missing, merge: what `plan` wrote"},
      Option{"out", 'O', "DIR", "run, missing, merge: the folder of the shards"},
      Option{"shard", 'k', "K/N",
             "run: this shard of N, numbered from 0; `auto` takes K from SLURM_ARRAY_TASK_ID; "
             "`all` does one after the other",
             "all"},
      Option{"force", '\0', "", "run: do the shard again, whatever stands there"},
      Option{.name = "format",
             .letter = 'f',
             .value = "NAME",
             .help = "missing: `list` or `array` (3,7-9, as sbatch --array takes it); merge: what "
                     "to write to standard output; `help` lists the formats",
             .default_value = "jsonl",
             .names = NamesOf::kExportFormats,
             .also = "array help list"},
      kOutput,
      Option{"summary", '\0', "FILE", "merge: write the counts as JSON"},
      Option{"failed", '\0', "FILE", "merge: write the pairs that failed, a JSON object a line"},
      kLedger,
      kCard,
      kChecksums,
      kJobs,
      kMemory,
  };
  std::array<Option, kOwn.size() + kSelectionOptions.size()> all{};
  std::copy(kSelectionOptions.begin(), kSelectionOptions.end(),
            std::copy(kOwn.begin(), kOwn.end(), all.begin()));
  return all;
}();

constexpr std::string_view kExamples[] = {
    "calque batch plan archive/en archive/fr --shards 64 > manifest.jsonl",
    "calque batch run --manifest manifest.jsonl --shard 5/64 --out out",
    "calque-submit manifest.jsonl out corpus.tmx.zst --time 2:00:00   # on Slurm",
    "calque batch missing --manifest manifest.jsonl --out out --format array",
    "calque batch merge --manifest manifest.jsonl --out out -o corpus.tmx.zst",
};

constexpr std::array kSteps = {
    BatchStep{"plan", RunBatchPlan},
    BatchStep{"run", RunBatchShards},
    BatchStep{"missing", RunBatchMissing},
    BatchStep{"merge", RunBatchMerge},
};

int RunBatch(const Arguments& arguments) {
  const std::string step = arguments.operands().empty() ? "" : arguments.operands().front();
  for (const BatchStep& each : kSteps) {
    if (each.name == step) return each.run(arguments);
  }
  throw Error(ErrorCode::kUsage, (step.empty() ? std::string("batch takes a step")
                                               : "batch has no step `" + step + "`") +
                                     ": plan, run, missing or merge; see `calque batch --help`");
}

}  // namespace

extern const Verb kBatchVerb;
const Verb kBatchVerb = {
    "batch",
    "plan|run|missing|merge [SOURCES TARGETS|PAIRS]",
    "align an archive in shards, on one machine or a cluster",
    "`plan` pairs the documents of two archives (or takes a file of pairs) and writes a manifest "
    "of the work. `run` aligns one shard of it, or all: a shard that is done is left alone, one "
    "that was stopped or killed goes on where it was, and a pair that fails is a record in "
    "K.failed.jsonl, not a stop. `missing` says which shards are not done. `merge` joins them into "
    "any format, choosing training data as `convert` does; its bytes do not depend on shards, "
    "threads or the order of anything. SIGINT, SIGTERM and SIGUSR1 end a run after the pairs in "
    "hand. Exit codes of `run`: 0 done, 1 done but for pairs that failed, now or before (--force "
    "tries them again), 75 stopped, run it again.\n"
    "Each step takes options of its own:\n"
    "  plan     --shards, --pairs, the languages, --model, --no-model, --moved,\n"
    "           --names; to find pairs --threshold, --takes, --window, --jobs,\n"
    "           --memory\n"
    "  run      --manifest, --out, --shard, --force, --jobs, --memory\n"
    "  missing  --manifest, --out, --format\n"
    "  merge    --manifest, --out, --format, --output, --summary, --failed,\n"
    "           --ledger, --card, --checksums, and what chooses beads: --clean and\n"
    "           all behind it",
    kOptions,
    kExamples,
    RunBatch,
    "plan|run|missing|merge",
};

}  // namespace calque::tools
