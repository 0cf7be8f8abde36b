// Plain text read and analysed, in MB/s, in the three layouts that cost differently.
#include <benchmark/benchmark.h>

#include <string>

#include "align/io/file.h"
#include "align/read/plain_text.h"
#include "align/structure/structure.h"
#include "tests/support/dispatches.h"

namespace calque::test {
namespace {

constexpr std::size_t kBytes = std::size_t{4} << 20;

std::string Repeated(const std::string& language, const std::string& sample) {
  const std::string path =
      CALQUE_SOURCE_DIRECTORY "/corpora/samples/" + sample + "/" + language + ".txt";
  const std::string story = internal::ReadFile(path);
  std::string text;
  while (text.size() < kBytes) text += story + "\n\n";
  return text;
}

// A sentence a line, no blank lines.
std::string SentenceALine(std::string text) {
  for (std::size_t at = text.find(". "); at != std::string::npos; at = text.find(". ", at)) {
    text[at + 1] = '\n';
  }
  return text;
}

void ReadAndAnalyse(benchmark::State& state, const char* language, const std::string& text) {
  const auto grammar = ShippedGrammar(language);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        internal::AnalyseStructure(internal::ReadPlainText(text, "bench.txt"), *grammar));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void BM_Paragraphs(benchmark::State& state, const char* language) {
  ReadAndAnalyse(state, language, Repeated(language, "courts-london"));
}
void BM_SentenceALine(benchmark::State& state, const char* language) {
  ReadAndAnalyse(state, language, SentenceALine(Repeated(language, "courts-london")));
}
void BM_HardWrapped(benchmark::State& state, const char* language) {
  ReadAndAnalyse(state, language, Repeated(language, "disaster-typhoon"));
}

BENCHMARK_CAPTURE(BM_Paragraphs, en, "en");
BENCHMARK_CAPTURE(BM_Paragraphs, fr, "fr");
BENCHMARK_CAPTURE(BM_SentenceALine, en, "en");
BENCHMARK_CAPTURE(BM_SentenceALine, fr, "fr");
BENCHMARK_CAPTURE(BM_HardWrapped, en, "en");
BENCHMARK_CAPTURE(BM_HardWrapped, fr, "fr");

}  // namespace
}  // namespace calque::test
