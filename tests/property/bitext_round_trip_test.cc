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
  const char* name;    // of the writer
  const char* reader;  // its name
  Holds holds;
};

std::vector<Bitext> ReadBack(const FormatOfUnits& format, const Corpus& corpus) {
  return ReadCorpus(format.reader, corpus, {}, format.name);
}

std::string Describe(const internal::DocumentHead& document) {
  std::string out = "\n" + document.id + "|" + document.language + "|" +
                    (document.date ? document.date->ToString() : "no date") + "|" + document.rights;
  for (const Credit& credit : document.credits) {
    out += "|" + std::string(ToString(credit.role)) + "," + credit.name + "," + credit.place + "," +
           credit.organisation;
  }
  return out;
}

// A unit and its head as text, for comparison and for messages.
std::string Describe(const PairHead& head, const Unit& unit, Holds holds) {
  std::string out = head.id + "|" + std::to_string(head.score) + "|" + std::to_string(unit.score) +
                    (unit.crossing ? "|crossing" : "");
  const auto side = [&](const internal::DocumentHead& document, const internal::UnitSide& text) {
    out += Describe(document);
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
  const FormatOfUnits format = GetParam();
  const auto [name, reader, holds] = format;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const std::vector<Bitext> bitexts = {HostileBitext(seed), FerryBitext(),
                                         HostileBitext(seed + kSeeds)};
    const Corpus written = WriteCorpus(name, bitexts);
    const std::vector<Bitext> read = ReadBack(format, written);
    ASSERT_EQ(Units(read, holds), Units(bitexts, holds)) << name << ", seed " << seed;
  }
}

// The numbers of sentences in a document are not known to a reader that was not given them all.
Corpus WithoutSentenceNumbers(Corpus corpus) {
  corpus.erase("corpus.ids");
  return corpus;
}

TEST_P(UnitRoundTrip, WritesTheSameBytesAgain) {
  const FormatOfUnits format = GetParam();
  const auto [name, reader, holds] = format;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    for (const std::vector<Bitext>& bitexts :
         {std::vector<Bitext>{HostileBitext(seed)},
          std::vector<Bitext>{HostileBitext(seed), FerryBitext()}}) {
      const Corpus written = WriteCorpus(name, bitexts);
      const Corpus again = WriteCorpus(name, ReadBack(format, written));
      if (Units(bitexts, holds).empty()) continue;
      ASSERT_EQ(WithoutSentenceNumbers(again), WithoutSentenceNumbers(written))
          << name << ", seed " << seed;
    }
  }
}

// Formats of whole documents.

std::string DescribeHead(const Bitext& bitext) {
  const PairHead head = HeadOf(bitext);
  return head.id + "|" + std::to_string(head.score) + Describe(head.source) + Describe(head.target);
}

std::string DescribeBead(const Bead& bead) {
  return "\n" + std::to_string(bead.source.begin) + "," + std::to_string(bead.source.end) + ":" +
         std::to_string(bead.target.begin) + "," + std::to_string(bead.target.end) + " " +
         std::to_string(bead.score);
}

// Sentences as lines, all beads.
std::string DescribeForXces(const Bitext& bitext) {
  std::string out = DescribeHead(bitext);
  for (const Document* document : {&bitext.source, &bitext.target}) {
    for (const Sentence& sentence : document->sentences) {
      out += "\n" + internal::SentenceLine(*document, sentence);
    }
  }
  for (const Bead& bead : bitext.beads) out += DescribeBead(bead);
  return InXml(out);
}

// Paragraphs as they are, their kinds and sentences; beads that are not null.
std::string DescribeForTei(const Bitext& bitext) {
  std::string out = DescribeHead(bitext);
  for (const Document* document : {&bitext.source, &bitext.target}) {
    for (const Paragraph& paragraph : document->paragraphs) {
      out += "\n" + std::string(ToString(paragraph.kind)) +
             std::string(paragraph.span.In(document->text));
      for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
        out += "\n  " + std::string(document->TextOf(document->sentences[i]));
      }
    }
  }
  for (const Bead& bead : bitext.beads) {
    if (!bead.IsNull()) out += DescribeBead(bead) + (bead.crossing ? " crossing" : "");
  }
  return InXml(out);
}

template <typename DescribeBitext>
void ExpectDocumentsBack(const char* format, DescribeBitext describe) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const std::vector<Bitext> bitexts = {HostileBitext(seed), FerryBitext()};
    const Corpus written = WriteCorpus(format, bitexts);
    const std::vector<Bitext> read = ReadCorpus(format, written);
    ASSERT_EQ(read.size(), bitexts.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
      ASSERT_EQ(describe(read[i]), describe(bitexts[i])) << format << ", seed " << seed;
    }
    ASSERT_EQ(WriteCorpus(format, read), written) << format << ", seed " << seed;
  }
}

TEST(RoundTrip, XcesHoldsSentencesAndAllBeads) { ExpectDocumentsBack("xces", DescribeForXces); }

TEST(RoundTrip, TeiHoldsWholeTexts) { ExpectDocumentsBack("tei", DescribeForTei); }

Document OneSentence(std::string language, std::string text) {
  Document document;
  document.id = "long." + language;
  document.language = std::move(language);
  document.text = std::move(text);
  const ByteSpan whole = {0, static_cast<std::uint32_t>(document.text.size())};
  document.sentences.push_back({whole, {}, 1.0F});
  document.paragraphs.push_back({whole, {0, 1}, ParagraphKind::kBody});
  return document;
}

// A text without a full stop: one sentence of 10 MB.
TEST(RoundTrip, HoldsAVeryLongSentence) {
  constexpr std::size_t kLong = 10'000'000;
  std::string text;
  while (text.size() < kLong) text += "é & <b>\u202Eשלום]]> \"x\" \\n 🚢 ";
  Bitext bitext;
  bitext.id = "long";
  bitext.source = OneSentence("en", text + "end");
  bitext.target = OneSentence("fr", "fin");
  bitext.beads.push_back({{0, 1}, {0, 1}, 0.5F});
  for (const char* format :
       {"bitextor", "hf", "jsonl", "moses", "tei", "tmx", "tsv", "xces", "xliff12", "xliff21"}) {
    const std::string_view name = format;
    const std::vector<Bitext> read = ReadCorpus(name.starts_with("xliff") ? "xliff" : name,
                                                WriteCorpus(name, {bitext}), {}, name);
    ASSERT_EQ(read.size(), 1U) << name;
    // Not by EXPECT_EQ: nobody wants to read the difference.
    EXPECT_TRUE(Units(read, Holds::kXmlCharacters) == Units({bitext}, Holds::kXmlCharacters))
        << name;
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, UnitRoundTrip,
                         testing::Values(FormatOfUnits{"bitextor", "bitextor",
                                                       Holds::kAnyCharacter},
                                         FormatOfUnits{"hf", "hf", Holds::kAnyCharacter},
                                         FormatOfUnits{"moses", "moses", Holds::kAnyCharacter},
                                         FormatOfUnits{"tmx", "tmx", Holds::kXmlCharacters},
                                         FormatOfUnits{"tsv", "tsv", Holds::kAnyCharacter},
                                         FormatOfUnits{"xliff12", "xliff", Holds::kXmlCharacters},
                                         FormatOfUnits{"xliff21", "xliff", Holds::kXmlCharacters}),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace calque::test
