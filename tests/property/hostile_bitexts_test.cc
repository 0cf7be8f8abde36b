// That no bitext makes a writer slow, nor who selects, cuts or reviews its beads: four times of
// anything takes about four times as long.
#include <gtest/gtest.h>

#include <algorithm>

#include "align/archive/bitext_cutter.h"
#include "align/archive/selection.h"
#include "align/export/review.h"
#include "tests/support/corpus.h"
#include "tests/support/linear.h"

namespace calque::internal {
namespace {

constexpr std::size_t kSmall = 160'000;

template <typename Work>
void ExpectLinear(const Work& work, const std::string& what) {
  test::ExpectLinear(kSmall, work, what);
}

std::string Repeated(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

// One sentence of `text`.
void AddSentence(std::string_view text, Document* document) {
  const auto number = static_cast<std::uint32_t>(document->sentences.size());
  const auto begin = static_cast<std::uint32_t>(document->text.size());
  const ByteSpan span{begin, begin + static_cast<std::uint32_t>(text.size())};
  document->text.append(text).append("\n");
  document->tokens.push_back({span});
  document->sentences.push_back({span, {number, number + 1}, 1.0F});
  document->paragraphs.push_back({span, {number, number + 1}, ParagraphKind::kBody});
}

// A bitext of `count` beads of `text` each, with a link, a mention and a finding in each.
Bitext Uniform(std::string_view text, std::size_t count) {
  Bitext bitext;
  bitext.source.language = "en";
  bitext.target.language = "fr";
  for (std::uint32_t i = 0; i < count; ++i) {
    AddSentence(text, &bitext.source);
    AddSentence(text, &bitext.target);
    const ByteSpan span = bitext.source.tokens.back().span;
    bitext.beads.push_back({{i, i + 1}, {i, i + 1}, 1.0F, false});
    bitext.words.push_back({i, i, 1.0F});
    bitext.source_mentions.push_back({span, MentionKind::kPerson, "person:x", 1.0F});
    bitext.target_mentions.push_back({span, MentionKind::kPerson, "person:x", 1.0F});
    bitext.entities.push_back({i, i, 1.0F, LinkEvidence::kIdentical});
    bitext.findings.push_back({"omission", Severity::kMajor, 1.0F, span, {}, "x"});
  }
  return bitext;
}

class HostileTexts : public testing::TestWithParam<const char*> {};

TEST_P(HostileTexts, AreWrittenInLinearTime) {
  const std::string format = GetParam();
  const auto write = [&](Bitext bitext) {
    return [bitext = std::move(bitext), format] { (void)test::WriteCorpus(format, {bitext}); };
  };
  for (const std::string_view piece : {"<", "&", "\"", "\\", "\x01", "\t", "\r\n", " ", "é", "a"}) {
    ExpectLinear([&](std::size_t size) { return write(Uniform(Repeated(piece, size), 1)); },
                 "in a sentence: " + std::string(piece));
  }
  constexpr std::size_t kBytes = 4;  // of text a sentence, and thereabouts
  ExpectLinear([&](std::size_t size) { return write(Uniform("abc", size / kBytes)); },
               "in many sentences");
}

TEST(HostileFindings, AreSelectedAndCutInLinearTime) {
  ExpectLinear(
      [](std::size_t size) {
        return [bitext = Uniform("abc", size / 4)] {
          SelectionOptions options;
          options.leave_out_findings = Severity::kCritical;
          const Selection::Parts parts = Selection(options).Select(bitext);
          const BitextCutter cutter(bitext);
          for (const std::uint32_t bead : parts.front()) {
            const std::uint32_t one[] = {bead};
            ASSERT_EQ(cutter.Cut(one).findings.size(), 1U);
          }
        };
      },
      "a finding in every sentence");
}

TEST(HostileReviews, AreAppliedInLinearTime) {
  ExpectLinear(
      [](std::size_t size) {
        const Bitext bitext = Uniform("abc", size / 16);
        Review review{bitext.id, ReviewDigest(bitext), {}, {}, {"r"}};
        for (const Finding& finding : bitext.findings) {
          review.findings.push_back({finding.category, finding.source, finding.target,
                                     finding.message, ReviewMark::kRight});
        }
        std::reverse(review.findings.begin(), review.findings.end());
        return [bitext, review] {
          Bitext marked = bitext;
          Review both = review;
          AddReview(review, &both);
          EXPECT_EQ(ApplyReview(both, &marked), 0U);
        };
      },
      "a mark on every finding");
}

INSTANTIATE_TEST_SUITE_P(Formats, HostileTexts,
                         testing::Values("beads", "bitextor", "brat", "conll", "conllu", "deferred",
                                         "hf", "html", "jsonl", "ladder", "links", "moses",
                                         "pharaoh", "tei", "tmx", "tsv", "xces", "xliff12",
                                         "xliff21"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace calque::internal
