// Corpora written and read in each format, in MB/s of that format; beads chosen, in beads a second.
// The corpus is one dispatch pair over and over, under different ids.
#include <benchmark/benchmark.h>

#include <string>

#include "align/archive/selection.h"
#include "tests/support/bitexts.h"
#include "tests/support/corpus.h"

namespace calque::test {
namespace {

constexpr int kBitexts = 500;

std::vector<Bitext> Bitexts() {
  std::vector<Bitext> bitexts(kBitexts, FerryBitext());
  for (int i = 0; i < kBitexts; ++i) {
    Bitext& bitext = bitexts[static_cast<std::size_t>(i)];
    bitext.id += std::to_string(i);
    bitext.source.id = "en/" + bitext.id;
    bitext.target.id = "fr/" + bitext.id;
  }
  return bitexts;
}

std::int64_t SizeOf(const Corpus& corpus) {
  std::size_t size = 0;
  for (const auto& [name, bytes] : corpus) size += bytes.size();
  return static_cast<std::int64_t>(size);
}

void BM_Write(benchmark::State& state, const std::string& format) {
  const std::vector<Bitext> bitexts = Bitexts();
  std::int64_t size = 0;
  for (auto _ : state) size = SizeOf(WriteCorpus(format, bitexts));
  state.SetBytesProcessed(state.iterations() * size);
}

void BM_Read(benchmark::State& state, const std::string& format, const std::string& written_as) {
  const Corpus corpus = WriteCorpus(written_as, Bitexts());
  for (auto _ : state) {
    const auto reader = OpenCorpus(format, corpus, {}, written_as);
    while (const std::optional<Bitext> bitext = reader->Next()) {
      benchmark::DoNotOptimize(bitext->beads.size());
    }
  }
  state.SetBytesProcessed(state.iterations() * SizeOf(corpus));
}

void BM_Select(benchmark::State& state, internal::DuplicatePolicy duplicates,
               bool check_languages) {
  const std::vector<Bitext> bitexts = Bitexts();
  std::int64_t beads = 0;
  for (auto _ : state) {
    internal::SelectionOptions options;
    options.most_ratio = 3.0;
    options.most_words = 200;
    options.duplicates = duplicates;
    options.check_languages = check_languages;
    internal::Selection selection(options);
    for (const Bitext& bitext : bitexts) benchmark::DoNotOptimize(selection.Select(bitext));
    beads += static_cast<std::int64_t>(selection.counts().read);
  }
  state.SetItemsProcessed(beads);
}

#define CALQUE_BENCH_WRITE(format) BENCHMARK_CAPTURE(BM_Write, format, #format)
CALQUE_BENCH_WRITE(bitextor);
CALQUE_BENCH_WRITE(brat);
CALQUE_BENCH_WRITE(conllu);
CALQUE_BENCH_WRITE(deferred);
CALQUE_BENCH_WRITE(hf);
CALQUE_BENCH_WRITE(jsonl);
CALQUE_BENCH_WRITE(moses);
CALQUE_BENCH_WRITE(pharaoh);
CALQUE_BENCH_WRITE(tei);
CALQUE_BENCH_WRITE(tmx);
CALQUE_BENCH_WRITE(tsv);
CALQUE_BENCH_WRITE(xces);
CALQUE_BENCH_WRITE(xliff12);
CALQUE_BENCH_WRITE(xliff21);
BENCHMARK_CAPTURE(BM_Read, bitextor, "bitextor", "bitextor");
BENCHMARK_CAPTURE(BM_Read, hf, "hf", "hf");
BENCHMARK_CAPTURE(BM_Read, jsonl, "jsonl", "jsonl");
BENCHMARK_CAPTURE(BM_Read, moses, "moses", "moses");
BENCHMARK_CAPTURE(BM_Read, tei, "tei", "tei");
BENCHMARK_CAPTURE(BM_Read, tmx, "tmx", "tmx");
BENCHMARK_CAPTURE(BM_Read, tsv, "tsv", "tsv");
BENCHMARK_CAPTURE(BM_Read, xces, "xces", "xces");
BENCHMARK_CAPTURE(BM_Read, xliff12, "xliff", "xliff12");
BENCHMARK_CAPTURE(BM_Read, xliff21, "xliff", "xliff21");
BENCHMARK_CAPTURE(BM_Select, lengths, internal::DuplicatePolicy::kKeep, false);
BENCHMARK_CAPTURE(BM_Select, near_duplicates, internal::DuplicatePolicy::kLeaveOutNear, false);
BENCHMARK_CAPTURE(BM_Select, languages, internal::DuplicatePolicy::kKeep, true);

}  // namespace
}  // namespace calque::test
