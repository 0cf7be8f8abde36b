#include "tools/calque/learn_names.h"

#include <algorithm>
#include <string>
#include <utility>

#include "align/entities/name_miner.h"
#include "align/io/file.h"
#include "align/read/bitext_reader.h"
#include "calque/engine.h"
#include "tools/calque/common.h"

namespace calque::tools {

void LearnNames(const Arguments& arguments) {
  const Messages messages(arguments);
  internal::MiningOptions options;
  if (arguments.Has("sightings")) options.least_sightings = arguments.Count("sightings", 1);
  EngineOptions engine_options;
  engine_options.source_language = LanguageFrom(arguments, "source-language");
  engine_options.target_language = LanguageFrom(arguments, "target-language");
  engine_options.find_departures = false;
  const Engine engine(engine_options);
  internal::NameMiner miner(options);
  std::string source = engine_options.source_language;
  std::string target = engine_options.target_language;
  internal::FoundLanguages found;
  for (const std::string& path : arguments.operands()) {
    const auto reader = internal::OpenBitextFile(
        path, arguments.Get(arguments.Has("input") ? "input" : "format"),
        {.source_language = source, .target_language = target, .found = &found});
    while (auto bitext = reader->Next()) {
      if (bitext->source_mentions.empty() && bitext->target_mentions.empty()) {
        *bitext = engine.AlignWithBeads(std::move(bitext->source), std::move(bitext->target),
                                        std::move(bitext->beads));
      }
      if (source.empty()) source = bitext->source.language;
      if (target.empty()) target = bitext->target.language;
      miner.Add(*bitext);
    }
    messages.Say(reader->Diagnostics());
  }
  const std::string list = miner.List(source, target);
  if (std::count(list.begin(), list.end(), '\n') < 2) {
    messages.Say("no pair of names stands in " + arguments.Get("sightings") +
                 " bitexts; --sightings 1 takes those of one");
  }
  internal::OutputFile file(arguments.Get("output"));
  file.Write(list);
  file.Commit();
}

}  // namespace calque::tools
