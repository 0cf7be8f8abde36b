// Sentences and tokens in bytes a second, beside plain ICU in the same run.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "align/io/data_directory.h"
#include "align/segment/icu_segmenter.h"
#include "align/segment/tokenizer.h"

namespace calque::internal {
namespace {

constexpr std::size_t kTextBytes = 8U << 20;
const std::filesystem::path kCorpora = std::filesystem::path(CALQUE_SOURCE_DIRECTORY) / "corpora";

// The sample dispatches of one language, over and over.
std::string SampleText(const std::string& language) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kCorpora / "samples")) {
    if (entry.path().filename() == language + ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::ostringstream text;
  for (const auto& file : files) text << std::ifstream(file).rdbuf() << "\n\n";
  const std::string once = text.str();
  std::string all;
  while (!once.empty() && all.size() < kTextBytes) all += once;
  return all;
}

std::vector<ByteSpan> Lines(const std::string& text) {
  std::vector<ByteSpan> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return lines;
}

void CountBytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
}

void Segment(benchmark::State& state, const Segmenter& segmenter, const std::string& language) {
  const std::string text = SampleText(language);
  const std::vector<ByteSpan> units = Lines(text);
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(segmenter.Segment(text, units, {}).sentences.size());
  }
  CountBytes(state, text);
}

void BM_Segment(benchmark::State& state, const std::string& language) {
  Segment(state, *Segmenter::FromJson(LoadLanguageFile(kCorpora, language), language), language);
}

void BM_PlainIcu(benchmark::State& state, const std::string& language) {
  Segment(state, IcuSegmenter(language), language);
}

void BM_Tokens(benchmark::State& state, const std::string& language) {
  const auto tokenizer = Tokenizer::FromJson(LoadLanguageFile(kCorpora, language), language);
  const std::string text = SampleText(language);
  const std::vector<ByteSpan> units = Lines(text);
  for ([[maybe_unused]] auto _ : state) {
    for (const ByteSpan unit : units) {
      benchmark::DoNotOptimize(tokenizer->Tokens(text, unit).size());
    }
  }
  CountBytes(state, text);
}

BENCHMARK_CAPTURE(BM_Segment, en, std::string("en"));
BENCHMARK_CAPTURE(BM_PlainIcu, en, std::string("en"));
BENCHMARK_CAPTURE(BM_Tokens, en, std::string("en"));
BENCHMARK_CAPTURE(BM_Segment, fr, std::string("fr"));
BENCHMARK_CAPTURE(BM_PlainIcu, fr, std::string("fr"));
BENCHMARK_CAPTURE(BM_Tokens, fr, std::string("fr"));

}  // namespace
}  // namespace calque::internal
