#include "align/segment/segmenter.h"

#include <gtest/gtest.h>

#include "align/io/data_directory.h"

namespace calque::internal {
namespace {

// The sentences of one unit joined by `|`, with the language files that ship.
std::string Segmented(const std::string& language, const std::string& text) {
  const auto segmenter =
      Segmenter::FromJson(LoadLanguageFile(CALQUE_SOURCE_DIRECTORY "/corpora", language), language);
  std::string out;
  const ByteSpan unit{0, static_cast<std::uint32_t>(text.size())};
  for (const Sentence& sentence : segmenter->Sentences(text, unit, {})) {
    if (!out.empty()) out += '|';
    out += sentence.span.In(text);
  }
  return out;
}

TEST(Segmenter, SplitsAtTerminators) {
  EXPECT_EQ(Segmented("en", " Rates rose. Why? Nobody knows! "), "Rates rose.|Why?|Nobody knows!");
  EXPECT_EQ(Segmented("fr", "Pourquoi ? Personne ne sait."), "Pourquoi ?|Personne ne sait.");
}

TEST(Segmenter, KeepsTitlesWithTheirNames) {
  EXPECT_EQ(Segmented("en", "Mr. Hsu met Gen. Reed. They spoke."),
            "Mr. Hsu met Gen. Reed.|They spoke.");
  EXPECT_EQ(Segmented("fr", "M. Roy est parti. Mgr. Colin reste."),
            "M. Roy est parti.|Mgr. Colin reste.");
}

TEST(Segmenter, FallsBackToIcu) {
  EXPECT_EQ(Segmented("und", "Tere! Kuidas läheb?\nHästi."), "Tere!|Kuidas läheb?|Hästi.");
  EXPECT_EQ(Segmented("und", "Üks rida\nteine rida."), "Üks rida\nteine rida.");
}

TEST(SoftBoundaries, NameSemicolonsColonsDashesAndInnerTerminators) {
  const std::string text = "\"Why?\" he asked; nobody – not one: they left.";
  const ByteSpan sentence{0, static_cast<std::uint32_t>(text.size())};
  std::string out;
  for (const SoftBoundary& boundary : SoftBoundaries(text, sentence)) {
    out += text.substr(boundary.offset, 4) + "|";
  }
  EXPECT_EQ(out, "he a|nobo|not |they|");
}

TEST(SegmentDocument, FillsOnlyAlignableParagraphs) {
  Document document;
  document.text = "Title\n\nOne. Two.\n\n(Reporting by X. Editing by Y.)";
  document.paragraphs = {{{0, 5}, {}, ParagraphKind::kHeadline},
                         {{7, 16}, {}, ParagraphKind::kBody},
                         {{18, 48}, {}, ParagraphKind::kCredit}};
  const auto segmenter =
      Segmenter::FromJson(LoadLanguageFile(CALQUE_SOURCE_DIRECTORY "/corpora", "en"), "en");
  SegmentDocument(*segmenter, {}, &document);
  ASSERT_EQ(document.sentences.size(), 3U);
  EXPECT_EQ(document.paragraphs[1].sentences, (IndexRange<Sentence>{1, 3}));
  EXPECT_TRUE(document.paragraphs[2].sentences.empty());
  EXPECT_EQ(document.TextOf(document.sentences[2]), "Two.");
}

}  // namespace
}  // namespace calque::internal
