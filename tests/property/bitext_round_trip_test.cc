// read(write(x)) = x, for what each format holds, over random bitexts with hostile text; and the
// bytes of a second pass are those of the first.
#include <gtest/gtest.h>

#include "align/base/utf8.h"
#include "align/read/unit.h"
#include "tests/support/bitexts.h"
#include "tests/support/corpus.h"

namespace calque::test {
namespace {

using internal::HeadOf;
using internal::PairHead;
using internal::Unit;
using internal::UnitOf;

constexpr std::uint64_t kSeeds = 300;

// What XML cannot hold is U+FFFD to a reader of it.
std::string InXml(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const internal::CodePoint c = internal::DecodeAt(text, at);
    const bool illegal =
        (c.value < 0x20 && c.value != '\t' && c.value != '\n' && c.value != '\r') ||
        c.value == 0xFFFE || c.value == 0xFFFF;
    internal::AppendUtf8(illegal ? internal::kReplacementCharacter : c.value, &out);
    at = c.end;
  }
  return out;
}

enum class Holds { kAnyCharacter, kXmlCharacters };

struct FormatOfUnits {
  const char* name;
  Holds holds;
};

// A unit and its head as text, for comparison and for messages.
std::string Describe(const PairHead& head, const Unit& unit, Holds holds) {
  std::string out = head.id + "|" + std::to_string(head.score) + "|" + std::to_string(unit.score) +
                    (unit.crossing ? "|crossing" : "");
  const auto side = [&](const internal::DocumentHead& document, const internal::UnitSide& text) {
    out += "\n" + document.id + "|" + document.language + "|" +
           (document.date ? document.date->ToString() : "no date") + "|" + document.rights;
    for (const Credit& credit : document.credits) {
      out += "|" + std::string(ToString(credit.role)) + "," + credit.name + "," + credit.place +
             "," + credit.organisation;
    }
    for (const ByteSpan sentence : text.sentences) {
      out += "\n  " + std::string(sentence.In(text.text));
    }
  };
  side(head.source, unit.source);
  side(head.target, unit.target);
  return holds == Holds::kXmlCharacters ? InXml(out) : out;
}

std::vector<std::string> Units(const std::vector<Bitext>& bitexts, Holds holds) {
  std::vector<std::string> units;
  for (const Bitext& bitext : bitexts) {
    for (const Bead& bead : bitext.beads) {
      const Unit unit = UnitOf(bitext, bead);
      if (!unit.IsNull()) units.push_back(Describe(HeadOf(bitext), unit, holds));
    }
  }
  return units;
}

TEST(RoundTrip, JsonlHoldsEverything) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const std::vector<Bitext> bitexts = {HostileBitext(seed), FerryBitext()};
    const Corpus written = WriteCorpus("jsonl", bitexts);
    const std::vector<Bitext> read = ReadCorpus("jsonl", written);
    ASSERT_EQ(read, bitexts) << "seed " << seed;
    ASSERT_EQ(WriteCorpus("jsonl", read), written) << "seed " << seed;
  }
}

class UnitRoundTrip : public testing::TestWithParam<FormatOfUnits> {};

TEST_P(UnitRoundTrip, GivesTheUnitsBack) {
  const auto [name, holds] = GetParam();
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const std::vector<Bitext> bitexts = {HostileBitext(seed), FerryBitext(),
                                         HostileBitext(seed + kSeeds)};
    const Corpus written = WriteCorpus(name, bitexts);
    const std::vector<Bitext> read = ReadCorpus(name, written);
    ASSERT_EQ(Units(read, holds), Units(bitexts, holds)) << name << ", seed " << seed;
  }
}

// The numbers of sentences in a document are not known to a reader that was not given them all.
Corpus WithoutSentenceNumbers(Corpus corpus) {
  corpus.erase("corpus.ids");
  return corpus;
}

TEST_P(UnitRoundTrip, WritesTheSameBytesAgain) {
  const auto [name, holds] = GetParam();
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    for (const std::vector<Bitext>& bitexts :
         {std::vector<Bitext>{HostileBitext(seed)},
          std::vector<Bitext>{HostileBitext(seed), FerryBitext()}}) {
      const Corpus written = WriteCorpus(name, bitexts);
      const Corpus again = WriteCorpus(name, ReadCorpus(name, written));
      if (Units(bitexts, holds).empty()) continue;
      ASSERT_EQ(WithoutSentenceNumbers(again), WithoutSentenceNumbers(written))
          << name << ", seed " << seed;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, UnitRoundTrip,
                         testing::Values(FormatOfUnits{"moses", Holds::kAnyCharacter},
                                         FormatOfUnits{"tmx", Holds::kXmlCharacters},
                                         FormatOfUnits{"tsv", Holds::kAnyCharacter}),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace calque::test
