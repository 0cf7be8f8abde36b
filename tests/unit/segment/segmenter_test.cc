#include "align/segment/segmenter.h"

#include <gtest/gtest.h>

#include "align/io/data_directory.h"

namespace calque::internal {
namespace {

std::vector<Sentence> SentencesOf(const Segmenter& segmenter, std::string_view text, ByteSpan unit,
                                  const SegmentOptions& options = {}) {
  return segmenter.Segment(text, std::span(&unit, 1), options).sentences;
}

// The sentences of one unit joined by `|`, with the language files that ship.
std::string Segmented(const std::string& language, const std::string& text,
                      const SegmentOptions& options = {}) {
  const auto segmenter =
      Segmenter::FromJson(LoadLanguageFile(CALQUE_SOURCE_DIRECTORY "/corpora", language), language);
  std::string out;
  const ByteSpan unit{0, static_cast<std::uint32_t>(text.size())};
  for (const Sentence& sentence : SentencesOf(*segmenter, text, unit, options)) {
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

TEST(Segmenter, JudgesAbbreviationsByWhatFollows) {
  EXPECT_EQ(Segmented("en", "Acme Corp. Chief Lee Brandt left Dunmore Inc. The rest stayed."),
            "Acme Corp. Chief Lee Brandt left Dunmore Inc.|The rest stayed.");
  EXPECT_EQ(Segmented("en", "The U.S. Government sells in the U.S. The rest is No. 5 abroad."),
            "The U.S. Government sells in the U.S.|The rest is No. 5 abroad.");
  const std::string sections = "It is barred by s. 17 and ss. 20 to 24 of the Act.";
  EXPECT_EQ(Segmented("en", sections), sections);
  EXPECT_EQ(Segmented("en", "It's the A's. I saw the '90s. Five left."),
            "It's the A's.|I saw the '90s.|Five left.");
  EXPECT_EQ(
      Segmented("en", "On Sept. 14 at 5 p.m. EST they met. It was due in Aug. Nobody objected."),
      "On Sept. 14 at 5 p.m. EST they met.|It was due in Aug.|Nobody objected.");
  EXPECT_EQ(
      Segmented("fr", "Voir art. 5, env. 300 cas. Il a beaucoup d'arts. Le reste, etc. Rien."),
      "Voir art. 5, env. 300 cas.|Il a beaucoup d'arts.|Le reste, etc.|Rien.");
}

TEST(Segmenter, TellsInitialsFromLetteredNames) {
  EXPECT_EQ(Segmented("en", "Paul J. Grant finished in Group C. Spain won. J. R. Hsu left."),
            "Paul J. Grant finished in Group C.|Spain won.|J. R. Hsu left.");
  EXPECT_EQ(Segmented("fr", "M. X. Dubourg et A.-M. Colin. J.-P. Leduc s'abstient."),
            "M. X. Dubourg et A.-M. Colin.|J.-P. Leduc s'abstient.");
  for (const char* name : {"J.-C. Dupont", "J.-M. Le Pen", "J.-Y. Le Drian", "J.-C. Van Damme",
                           "Ph. Pétain", "Ch. Péguy", "Th. Monod", "J.-Ph. Huet"}) {
    const std::string text = "Son rival " + std::string(name) + " est venu.";
    EXPECT_EQ(Segmented("fr", text), text);
  }
  EXPECT_EQ(Segmented("fr", "Rome brûle en 390 av. J.-C. César naît après J.-C. Le Sénat règne."),
            "Rome brûle en 390 av. J.-C.|César naît après J.-C.|Le Sénat règne.");
}

TEST(Segmenter, AttachesClosersAndNotes) {
  EXPECT_EQ(Segmented("fr", "« Il paiera. »\u00A0Puis il part. \"Vite ! \" Elle court."),
            "« Il paiera. »|Puis il part.|\"Vite ! \"|Elle court.");
  EXPECT_EQ(Segmented("en", "He left in 1805. [6] She stayed.[note 2] (They met later.) Then war."),
            "He left in 1805. [6]|She stayed.[note 2]|(They met later.)|Then war.");
  EXPECT_EQ(Segmented("fr", "Quoi ? ! Rien (...) et [...] encore ! ... Bon."),
            "Quoi ? !|Rien (...) et [...] encore ! ...|Bon.");
}

TEST(Segmenter, KeepsAttributionsWithTheirQuotation) {
  EXPECT_EQ(Segmented("en", "\"Are they?\" asked Ann. \"Yes!\" her deputy shouted."),
            "\"Are they?\" asked Ann.|\"Yes!\" her deputy shouted.");
  EXPECT_EQ(Segmented("fr", "Où va-t-on donc ainsi ? s'interroge M. Roy. Nulle part."),
            "Où va-t-on donc ainsi ? s'interroge M. Roy.|Nulle part.");
}

TEST(Segmenter, EndsSentencesBeforeLowerCase) {
  EXPECT_EQ(Segmented("en", "Sales doubled. iRobot fell. see you there."),
            "Sales doubled.|iRobot fell.|see you there.");
  EXPECT_EQ(Segmented("en", "Shares of Kite & Co. and Harlan Bros. fell."),
            "Shares of Kite & Co. and Harlan Bros. fell.");
}

TEST(Segmenter, FindsUnitsWithoutTerminator) {
  EXPECT_EQ(Segmented("fr", "Amélioration de la sécurité Le maire a invité la presse."),
            "Amélioration de la sécurité|Le maire a invité la presse.");
  EXPECT_EQ(Segmented("fr", "Il lit dans Le Monde ; Le Monde paraît ; Il le sait."),
            "Il lit dans Le Monde ; Le Monde paraît ;|Il le sait.");
  EXPECT_EQ(Segmented("en", "That is so :-) Thanks for all."), "That is so :-)|Thanks for all.");
}

TEST(Segmenter, SplitsEnumerations) {
  EXPECT_EQ(Segmented("en", "1.) The first 2.) The second"), "1.) The first|2.) The second");
  const std::string text = "1) The first item 2) The second item";
  EXPECT_EQ(Segmented("en", text), "1) The first item|2) The second item");
  EXPECT_EQ(Segmented("en", "a. The first b. The second"), "a. The first|b. The second");
  EXPECT_EQ(Segmented("en", "1. Rates stay at 2. Growth slows."),
            "1. Rates stay at|2. Growth slows.");
  EXPECT_EQ(Segmented("en", "2) Rates stay 3) Growth slows"), "2) Rates stay 3) Growth slows");
  EXPECT_EQ(Segmented("en", text, {.enumerations = SegmentOptions::Enumerations::kWhole}), text);
}

TEST(Segmenter, LooksNoFartherThanItsUnit) {
  const std::string text = "See http://a.org";
  const auto segmenter =
      Segmenter::FromJson(LoadLanguageFile(CALQUE_SOURCE_DIRECTORY "/corpora", "en"), "en");
  const auto sentences = SentencesOf(*segmenter, text, {0, 9});  // `See http:`
  ASSERT_EQ(sentences.size(), 1U);
  EXPECT_EQ(sentences[0].span, (ByteSpan{0, 9}));
}

TEST(Segmenter, LeavesOpeningQuotesToTheNextSentence) {
  EXPECT_EQ(Segmented("zh", "他来了。“走吧！”他说。她看《走吧！爸爸》好吗？好!走。"),
            "他来了。|“走吧！”他说。|她看《走吧！爸爸》好吗？|好!|走。");
  EXPECT_EQ(Segmented("ja", "「減税だ。増税だ。」と述べた。次は（例。）です。"),
            "「減税だ。増税だ。」と述べた。|次は（例。）です。");
}

TEST(Segmenter, TakesWordlessTextInLinearTime) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "「。";
  EXPECT_EQ(Segmented("en", text), text);
}

TEST(Segmenter, KeepsQuotationsWholeWhereAsked) {
  const SegmentOptions whole{.quotations = SegmentOptions::Quotations::kWhole};
  const std::string text = "« Non. Jamais. » Il part. \"Bon. Oui.\" Elle rit. Un \" seul. Rien.";
  EXPECT_EQ(Segmented("fr", text),
            "« Non.|Jamais. »|Il part.|\"Bon.|Oui.\"|Elle rit.|Un \" seul.|Rien.");
  EXPECT_EQ(Segmented("fr", text, whole),
            "« Non. Jamais. »|Il part.|\"Bon. Oui.\"|Elle rit.|Un \" seul.|Rien.");
}

TEST(Segmenter, EndsSentencesAtAddressesAndRules) {
  EXPECT_EQ(Segmented("en", "Groups: ann@example.org The list https://a.org/b?c https://a.org"),
            "Groups: ann@example.org|The list https://a.org/b?c|https://a.org");
  EXPECT_EQ(Segmented("en", "Thanks ===== Attached is the form."),
            "Thanks =====|Attached is the form.");
}

TEST(Segmenter, KnowsOrdinalsOfGerman) {
  EXPECT_EQ(
      Segmented("de", "Am 3. Oktober kam Papst Johannes XXIII. Er blieb bis 2011. Dann ging er."),
      "Am 3. Oktober kam Papst Johannes XXIII.|Er blieb bis 2011.|Dann ging er.");
}

TEST(Segmenter, ReadsRightToLeftText) {
  EXPECT_EQ(Segmented("ar", "هل جاء د. أحمد؟ نعم. ذهب."), "هل جاء د. أحمد؟|نعم.|ذهب.");
}

TEST(Segmenter, LearnsFromTheTextItself) {
  const std::string seen = "The Zarb. said so. A Zarb. came. ";
  EXPECT_EQ(Segmented("en", seen + "Our Zarb. Miller left."),
            "The Zarb. said so.|A Zarb. came.|Our Zarb. Miller left.");
  EXPECT_EQ(Segmented("en", "Our Zarb. Miller left."), "Our Zarb.|Miller left.");
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
