// Beads of a dispatch of 20 sentences with the shipped model in memory, and loading that model.
#include <benchmark/benchmark.h>

#include <string>

#include "align/beads/bead_aligner.h"
#include "align/model/model.h"
#include "calque/engine.h"

namespace calque::test {
namespace {

const std::string kData = CALQUE_SOURCE_DIRECTORY "/corpora";
const std::string kModel = kData + "/models/en-fr.calque";
constexpr int kSentences = 20;

// The first sentences of the text of a sample, taken from the next sample where one is too short.
Document TwentySentences(const std::string& language) {
  const Engine engine({.data_directory = kData, .source_language = language});
  std::string lines;
  int count = 0;
  for (const char* const name : {"courts-london", "economy-ghana"}) {
    const Document document =
        engine.ReadFile(kData + "/samples/" + name + "/" + language + ".txt", Side::kSource);
    for (const Sentence& sentence : document.sentences) {
      if (count == kSentences) break;
      for (const char c : document.TextOf(sentence)) lines += c == '\n' ? ' ' : c;
      lines += '\n';
      ++count;
    }
  }
  return engine.ReadLines(lines, "twenty", Side::kSource);
}

void BM_Beads(benchmark::State& state) {
  const auto model = internal::Model::Load(kModel);
  const Document source = TwentySentences("en");
  const Document target = TwentySentences("fr");
  for (auto _ : state) {
    benchmark::DoNotOptimize(internal::AlignSentences(source, target, &model->lexicon(), {}));
  }
  state.counters["source_sentences"] = static_cast<double>(source.sentences.size());
  state.counters["target_sentences"] = static_cast<double>(target.sentences.size());
}

void BM_LoadModel(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(internal::Model::Load(kModel));
}

BENCHMARK(BM_Beads)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_LoadModel)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace calque::test
