// Word links of a whole dispatch with the shipped model, and of one bead by its length.
#include <benchmark/benchmark.h>

#include <string>

#include "align/archive/language_resources.h"
#include "align/model/model.h"
#include "align/words/word_aligner.h"
#include "calque/engine.h"

namespace calque::test {
namespace {

const std::string kData = CALQUE_SOURCE_DIRECTORY "/corpora";

Bitext Dispatch(const std::string& name) {
  const Engine engine({.data_directory = kData, .source_language = "en", .target_language = "fr"});
  const std::string folder = kData + "/samples/" + name;
  return engine.Align(engine.ReadFile(folder + "/en.txt", Side::kSource),
                      engine.ReadFile(folder + "/fr.txt", Side::kTarget));
}

// One bead of `words` words a side, taken again and again from the dispatch.
Bitext OneBead(const Bitext& dispatch, std::size_t words) {
  Bitext bitext;
  const auto fill = [&](const Document& from, Document* to) {
    std::string line;
    for (std::size_t i = 0; i < words; ++i) {
      line.append(from.TextOf(from.tokens[i % from.tokens.size()])).append(" ");
    }
    const Engine engine({.data_directory = kData, .source_language = from.language});
    *to = engine.ReadLines(line, "bead", Side::kSource);
  };
  fill(dispatch.source, &bitext.source);
  fill(dispatch.target, &bitext.target);
  bitext.beads = {{{0, 1}, {0, 1}}};
  return bitext;
}

void Link(benchmark::State& state, const Bitext& bitext) {
  const auto model = internal::Model::Load(kData + "/models/en-fr.calque");
  const auto weights = internal::LoadLinkWeights(kData);
  for (auto _ : state) {
    benchmark::DoNotOptimize(internal::AlignWords(bitext, model.get(), {.weights = weights.get()}));
  }
  state.counters["words"] = static_cast<double>(bitext.source.tokens.size());
}

void BM_Dispatch(benchmark::State& state) { Link(state, Dispatch("courts-london")); }
void BM_Bead(benchmark::State& state) {
  Link(state, OneBead(Dispatch("courts-london"), static_cast<std::size_t>(state.range(0))));
}

BENCHMARK(BM_Dispatch)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Bead)->Arg(25)->Arg(100)->Arg(240)->Arg(1000)->Arg(1900)->Unit(
    benchmark::kMillisecond);

}  // namespace
}  // namespace calque::test
