// Every reader of bitexts over inputs that come in crumbs, break off, or cannot be read on.
#include <gtest/gtest.h>

#include "calque/error.h"
#include "tests/support/bitexts.h"
#include "tests/support/corpus.h"
#include "tests/support/faults.h"

namespace calque::internal {
namespace {

using test::Corpus;

struct Format {
  const char* reader;
  const char* writer;
};

std::vector<Bitext> Read(const Format& format, const Corpus& corpus, const test::Wrap& wrap) {
  const auto reader = test::OpenCorpus(format.reader, corpus, {}, format.writer, wrap);
  std::vector<Bitext> bitexts;
  while (std::optional<Bitext> bitext = reader->Next()) bitexts.push_back(std::move(*bitext));
  return bitexts;
}

class BitextFaults : public testing::TestWithParam<Format> {
 protected:
  const Corpus corpus_ = test::WriteCorpus(
      GetParam().writer, {test::FerryBitext(), test::HostileBitext(3), test::HostileBitext(8)});
};

TEST_P(BitextFaults, ShortReadsChangeNothing) {
  const std::vector<Bitext> whole = Read(GetParam(), corpus_, {});
  ASSERT_FALSE(whole.empty());
  for (const std::size_t most : {1, 2, 7, 4097}) {
    EXPECT_EQ(Read(GetParam(), corpus_,
                   [&](auto source) { return test::FaultySource(std::move(source), most); }),
              whole)
        << most;
  }
}

TEST_P(BitextFaults, AFailureOfAnyFileIsTold) {
  for (const auto& [failing, bytes] : corpus_) {
    if (failing == "corpus.ids" || failing.ends_with("README.md")) continue;
    const std::string name = failing;
    for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 97) {
      try {
        (void)Read(GetParam(), corpus_, [&](std::unique_ptr<ByteSource> source) {
          if (source->name() != name) return source;
          return test::FaultySource(std::move(source), 512, at);
        });
        ADD_FAILURE() << name << " failed at byte " << at << ", and nobody said so";
      } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find(test::kInjected), std::string::npos)
            << error.what();
      }
    }
  }
}

// What a reader gave before the break was complete; whether it then complains is up to the format.
TEST_P(BitextFaults, AFileThatBreaksOffIsAnErrorOrShorter) {
  const std::vector<Bitext> whole = Read(GetParam(), corpus_, {});
  for (const auto& [name, bytes] : corpus_) {
    for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 197) {
      Corpus broken = corpus_;
      broken[name].resize(at);
      try {
        EXPECT_LE(Read(GetParam(), broken, {}).size(), whole.size() + 1) << name << " at " << at;
      } catch (const Error& error) {
        EXPECT_TRUE(error.code() == ErrorCode::kBadInput || error.code() == ErrorCode::kUsage ||
                    error.code() == ErrorCode::kMissingInput)
            << error.what();
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, BitextFaults,
                         testing::Values(Format{"bitextor", "bitextor"}, Format{"hf", "hf"},
                                         Format{"jsonl", "jsonl"}, Format{"moses", "moses"},
                                         Format{"tei", "tei"}, Format{"tmx", "tmx"},
                                         Format{"tsv", "tsv"}, Format{"xces", "xces"},
                                         Format{"xliff", "xliff12"}, Format{"xliff", "xliff21"}),
                         [](const auto& info) { return std::string(info.param.writer); });

}  // namespace
}  // namespace calque::internal
