// Files of many documents read into raw documents, in MB/s of input: plain text, XML of both
// shapes, SGML, JSON.
#include <benchmark/benchmark.h>

#include <string>

#include "align/read/document_stream.h"
#include "tests/support/wire_story.h"

namespace calque::test {
namespace {

constexpr std::size_t kBytes = std::size_t{8} << 20;

const std::string& StoryIn(const std::string& format) {
  static std::vector<WireFile> files = [] {
    WireStory story;
    const std::vector<std::string> body = story.body;
    for (int i = 0; i < 5; ++i) story.body.insert(story.body.end(), body.begin(), body.end());
    return InEveryFormat(story);
  }();
  for (const WireFile& file : files) {
    if (file.format == format) return file.bytes;
  }
  std::abort();
}

// `unit` again and again between a front and an end.
std::string Many(const std::string& front, const std::string& unit, const std::string& end) {
  std::string bytes = front;
  while (bytes.size() < kBytes) bytes += unit + "\n";
  return bytes + end;
}

void ReadAllOf(benchmark::State& state, const std::string& bytes, const std::string& format) {
  std::size_t documents = 0;
  for (auto _ : state) {
    internal::ReadOptions options;
    options.format = format;
    internal::DocumentStream stream(internal::OpenMemory(bytes, "bench"), options);
    while (stream.Next()) ++documents;
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
  state.counters["documents"] =
      benchmark::Counter(static_cast<double>(documents), benchmark::Counter::kIsRate);
}

void BM_PlainText(benchmark::State& state) {
  std::string text;
  for (const std::string& paragraph : WireStory().body) text += paragraph + "\n\n";
  ReadAllOf(state, Many("", text, ""), "text");
}
void BM_NewsmlG2(benchmark::State& state) {
  ReadAllOf(state, Many("<newsMessage><itemSet>", StoryIn("newsml-g2"), "</itemSet></newsMessage>"),
            "newsml-g2");
}
void BM_Newsml1(benchmark::State& state) {
  std::string item = StoryIn("newsml1");
  item = item.substr(8, item.size() - 8 - 9);  // without <NewsML> around it
  ReadAllOf(state, Many("<NewsML>", item, "</NewsML>"), "newsml1");
}
void BM_Gigaword(benchmark::State& state) {
  ReadAllOf(state, Many("", StoryIn("gigaword"), ""), "gigaword");
}
void BM_Ninjs(benchmark::State& state) {
  ReadAllOf(state, Many("", StoryIn("ninjs"), ""), "ninjs");
}
void BM_Iptc7901(benchmark::State& state) {
  ReadAllOf(state, Many("", StoryIn("iptc7901"), ""), "iptc7901");
}
void BM_Html(benchmark::State& state) { ReadAllOf(state, StoryIn("html"), "html"); }

BENCHMARK(BM_PlainText);
BENCHMARK(BM_NewsmlG2);
BENCHMARK(BM_Newsml1);
BENCHMARK(BM_Gigaword);
BENCHMARK(BM_Ninjs);
BENCHMARK(BM_Iptc7901);
BENCHMARK(BM_Html);

}  // namespace
}  // namespace calque::test
