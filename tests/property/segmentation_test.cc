// What holds for the sentences and tokens of any text in any language, and that hostile text takes
// linear time.
#include <gtest/gtest.h>

#include <random>

#include "align/base/utf8.h"
#include "align/io/data_directory.h"
#include "align/segment/tokenizer.h"
#include "tests/support/segmentation_invariants.h"

namespace calque::internal {
namespace {

// Pieces that meet in news, and pieces that never should.
constexpr std::string_view kPieces[] = {
    "Le",      "maire",  "U.S",    "Inc",  "M",        "J",       "Mr",    "etc",  "art",
    "p.m",     "2",      "14,5",   "XIV",  "Il",       "said",    "de",    "l'",   "aujourd’hui",
    ".",       ".",      ".",      "...",  "…",        "!",       "?",     ";",    ":",
    "»",       "«",      "\"",     "'",    "“",        "”",       "(",     ")",    "[6]",
    "-",       "—",      "--",     "•",    " ",        " ",       " ",     " ",    "\n",
    "\u00A0",  "\u202F", "\t",     ":-)",  "http://",  "a@b.org", "=====", "中国", "。",
    "！",      "「",     "」",     "ไทย",  "؟",        "العربية", "I",     "1)",   "a.",
    "e\u0301", "\u200B", "\u200E", "\xFF", "\xE2\x80", "\xC3",    "🙂",  "№",    "¿"};

std::string RandomText(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::string text;
  const std::size_t pieces = random() % 120;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random() % std::size(kPieces)];
  return text;
}

// Disjoint units in order, cut at any code point.
std::vector<ByteSpan> RandomUnits(const std::string& text, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<ByteSpan> units;
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at < text.size(); at = DecodeAt(text, at).end) {
    if (random() % 16 != 0) continue;
    units.push_back({begin, at});
    begin = at;
  }
  units.push_back({begin, static_cast<std::uint32_t>(text.size())});
  return units;
}

class SegmentationTest : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const Json file = LoadLanguageFile(CALQUE_SOURCE_DIRECTORY "/corpora", GetParam());
    segmenter_ = Segmenter::FromJson(file, GetParam());
    tokenizer_ = Tokenizer::FromJson(file, GetParam());
  }
  // What is broken in `text` cut into `units`, or nothing.
  [[nodiscard]] std::string Broken(const std::string& text, std::span<const ByteSpan> units,
                                   const SegmentOptions& options) const;
  // Processor seconds to segment and tokenize `text`.
  [[nodiscard]] double Seconds(const std::string& text) const;

  std::shared_ptr<const Segmenter> segmenter_;
  std::shared_ptr<const Tokenizer> tokenizer_;
};

std::string SegmentationTest::Broken(const std::string& text, std::span<const ByteSpan> units,
                                     const SegmentOptions& options) const {
  const SegmentedUnits segmented = segmenter_->Segment(text, units, options);
  std::string broken = test::BrokenSentences(text, units, segmented);
  for (const Sentence& sentence : segmented.sentences) {
    const ByteSpan span = sentence.span;
    broken += test::BrokenTokens(text, span, tokenizer_->Tokens(text, span));
    broken += test::BrokenSoftBoundaries(text, span, SoftBoundaries(text, span));
  }
  return broken;
}

double SegmentationTest::Seconds(const std::string& text) const {
  const std::clock_t start = std::clock();
  const ByteSpan unit{0, static_cast<std::uint32_t>(text.size())};
  std::size_t found = 0;
  const SegmentedUnits segmented = segmenter_->Segment(text, std::span(&unit, 1), {});
  for (const Sentence& sentence : segmented.sentences) {
    found += tokenizer_->Tokens(text, sentence.span).size();
    found += SoftBoundaries(text, sentence.span).size();
  }
  EXPECT_GT(found, 0U);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST_P(SegmentationTest, GapsAndSentencesRebuildAnyText) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const std::string text = RandomText(seed);
    const std::vector<ByteSpan> units = RandomUnits(text, seed);
    SegmentOptions options;
    if (seed % 2 != 0) options.quotations = SegmentOptions::Quotations::kWhole;
    if (seed % 3 != 0) options.enumerations = SegmentOptions::Enumerations::kWhole;
    ASSERT_EQ(Broken(text, units, options), "") << "seed " << seed << ": " << text;
  }
}

// Four times the text may take ten times the time, which a busy machine needs and a quadratic scan
// does not keep.
TEST_P(SegmentationTest, HostileTextTakesLinearTime) {
  constexpr std::size_t kSmall = 40'000;
  const auto repeated = [](const char* opening, const char* piece, std::size_t size) {
    std::string text = opening;
    while (text.size() < size) text += piece;
    return text;
  };
  const auto expect_linear = [&](const char* opening, const char* piece) {
    const double small = Seconds(repeated(opening, piece, kSmall));
    EXPECT_LT(Seconds(repeated(opening, piece, 4 * kSmall)), 10 * small + 0.05) << opening << piece;
  };
  for (const char* piece : {".",    "M.", "M. ", ". ",  "\" ", "«",  "( ", "[",   "a.b",  "a@",
                            "=",    "-",  "! ",  ":-)", "1) ", "… ", "A ", "'",   "://",  "。",
                            "「。", "I ", "“",   "1. ", "?!",  "a+", "l'", "a-",  "x's",  "e.g. \n",
                            "1,",   "1 ", "9h",  "A&",  "1-",  "'a", "(a", "ไทย", "a://)"}) {
    expect_linear("", piece);
  }
  expect_linear("http://x", ")");
  expect_linear("http://x", "]");
  expect_linear("http://x", "([");
  expect_linear("a@", ".");
}

INSTANTIATE_TEST_SUITE_P(Languages, SegmentationTest,
                         testing::Values("en", "fr", "de", "es", "it", "pt", "nl", "ru", "zh", "ja",
                                         "ar", "und"));

}  // namespace
}  // namespace calque::internal
