// One dispatch pair checked, everything before the findings left out: asked are 5 ms at most.
#include <benchmark/benchmark.h>

#include <string>

#include "align/archive/language_resources.h"
#include "align/archive/model_store.h"
#include "align/fidelity/fidelity.h"
#include "calque/engine.h"

namespace calque::internal {
namespace {

void BM_FindDepartures(benchmark::State& state, const char* sample) {
  const std::string folder = std::string(CALQUE_SOURCE_DIRECTORY "/corpora/samples/") + sample;
  EngineOptions options;
  options.source_language = "en";
  options.target_language = "fr";
  options.find_departures = false;
  options.data_directory = CALQUE_SOURCE_DIRECTORY "/corpora";
  const Engine engine(options);
  const Bitext bitext = engine.Align(engine.ReadFile(folder + "/en.txt", Side::kSource),
                                     engine.ReadFile(folder + "/fr.txt", Side::kTarget));
  const LanguageStore languages(options.data_directory);
  const auto model = ModelStore(options.data_directory, {}).Get("en", "fr");
  const FidelityContext context{.source = languages.Get("en")->fidelity,
                                .target = languages.Get("fr")->fidelity,
                                .weights = LoadFidelityWeights(options.data_directory),
                                .model = model.get(),
                                .source_names = &languages.Get("en")->entities->names(),
                                .target_names = &languages.Get("fr")->entities->names()};
  for (auto _ : state) benchmark::DoNotOptimize(FindDepartures(bitext, context, {}));
}

BENCHMARK_CAPTURE(BM_FindDepartures, economy, "economy-ghana");
BENCHMARK_CAPTURE(BM_FindDepartures, typhoon, "disaster-typhoon");

}  // namespace
}  // namespace calque::internal
