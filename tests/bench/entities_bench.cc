// Values, names and their links of one dispatch pair, as `calque align` finds them; the aim is 5
// ms.
#include <benchmark/benchmark.h>

#include <string>

#include "align/entities/entities.h"
#include "align/io/data_directory.h"
#include "calque/engine.h"

namespace calque::internal {
namespace {

std::shared_ptr<const EntityGrammar> GrammarOf(const std::string& language) {
  const std::filesystem::path data = CALQUE_SOURCE_DIRECTORY "/corpora";
  return EntityGrammar::FromJson(LoadLanguageFile(data, language), language, data);
}

Bitext Aligned(const std::string& sample) {
  const std::string folder = CALQUE_SOURCE_DIRECTORY "/corpora/samples/" + sample;
  EngineOptions options;
  options.data_directory = CALQUE_SOURCE_DIRECTORY "/corpora";
  options.source_language = "en";
  options.target_language = "fr";
  const Engine engine(options);
  return engine.Align(engine.ReadFile(folder + "/en.txt", Side::kSource),
                      engine.ReadFile(folder + "/fr.txt", Side::kTarget));
}

void BM_FindEntities(benchmark::State& state, const char* sample) {
  const auto english = GrammarOf("en");
  const auto french = GrammarOf("fr");
  Bitext bitext = Aligned(sample);
  for (auto _ : state) {
    FindEntities(*english, *french, &bitext);
    benchmark::DoNotOptimize(bitext.entities.data());
  }
  state.counters["links"] = static_cast<double>(bitext.entities.size());
}

void BM_LoadGrammar(benchmark::State& state, const char* language) {
  for (auto _ : state) benchmark::DoNotOptimize(GrammarOf(language));
}

BENCHMARK_CAPTURE(BM_FindEntities, ghana, "economy-ghana")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_FindEntities, typhoon, "disaster-typhoon")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_LoadGrammar, en, "en")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_LoadGrammar, fr, "fr")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace calque::internal
