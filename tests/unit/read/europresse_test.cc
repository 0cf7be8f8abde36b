// The reader of Europresse's exports.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "align/read/unit.h"
#include "tests/unit/read/documents.h"

namespace calque::internal {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(Europresse, TakesOneDayAndTheLastNotice) {
  const auto article = [](const std::string& title, const std::string& end) {
    return "Le Courrier\njeudi 12 février 2026\nRégion, p. 3\n\n" + title +
           "\n\nOdile Sarrazin\n\n120 mots\n\nLe pont a rouvert.\n\n" + end +
           "news·20260212·CV·0123456\n";
  };
  const RawDocument dated =
      ReadOne(article("Attentats du 13 novembre 2015 : un monument à Valmer", ""));
  EXPECT_EQ(dated.text,
            "Attentats du 13 novembre 2015 : un monument à Valmer\n\nOdile Sarrazin\n\n"
            "Le pont a rouvert.");
  EXPECT_EQ(dated.date, (Date{2026, 2, 12}));
  const std::string paragraphs =
      "Copyright et droits voisins : la loi change.\n\nCopyright 2015, dit la plaque.\n\n"
      "Le pont avait coûté 2 millions.";
  for (const std::string notice : {"© X", "(c) 2026 X", "Copyright X 2026"}) {
    const RawDocument raw = ReadOne(article("Une loi", paragraphs + "\n\n" + notice + "\n\n"));
    EXPECT_EQ(raw.text, "Une loi\n\nOdile Sarrazin\n\nLe pont a rouvert.\n\n" + paragraphs);
    EXPECT_EQ(raw.metadata.at(std::string(kRightsKey)), notice);
  }
  const RawDocument unmarked =
      ReadOne(article("Une loi", "Copyright et droits voisins.\n\nIl a rouvert.\n\n"));
  EXPECT_TRUE(unmarked.text.ends_with("Copyright et droits voisins.\n\nIl a rouvert."));
}

TEST(Europresse, ReadsArticlesUpToTheirIdentifier) {
  const RawDocument raw = SecondOf(R"(Le Courrier de Valmer
jeudi 12 février 2026
Région, p. 3

Le pont rouvre

Odile Sarrazin

120 mots

Le pont a rouvert.

Il est long.

© 2026 Le Courrier. Tous droits réservés.

news·20260212·CV·0123456

)");
  EXPECT_EQ(raw.text, "Le pont rouvre\n\nOdile Sarrazin\n\nLe pont a rouvert.\n\nIl est long.");
  EXPECT_EQ(raw.id, "news·20260212·CV·0123456");
  EXPECT_EQ(raw.date, (Date{2026, 2, 12}));
}

TEST(Europresse, ReadsAHeaderOnOneLine) {
  const RawDocument raw = ReadOne(R"(Le Courrier
Économie, mardi 6 janvier 2026 1234 mots, p. 12

Le port rouvre

Odile Sarrazin et Hervé Le Goff

Le travail a repris mardi.

© 2026 Le Courrier.

news·20260106·LC·1234567
)");
  EXPECT_EQ(raw.text,
            "Le port rouvre\n\nOdile Sarrazin et Hervé Le Goff\n\nLe travail a repris mardi.");
  EXPECT_EQ(raw.date, (Date{2026, 1, 6}));
  EXPECT_THAT(CreditsOf(Analyse(raw)),
              ElementsAre("reporter Odile Sarrazin", "reporter Hervé Le Goff"));
  const RawDocument english = ReadOne(
      "The Courier\nBusiness, Tuesday, January 6, 2026 1234 words, p. 12\n\nThe port opens\n\n"
      "Work began on Tuesday.\n\nnews·20260106·LC·1234567\n");
  EXPECT_EQ(english.text, "The port opens\n\nWork began on Tuesday.");
  // The last byte of `û` is one of those of `»`.
  const RawDocument accented = ReadOne(
      "Le Courrier\nÉconomie, mardi 6 janvier 2026 1234 mots, p. 12\n\nLe port rouvre\n\n"
      "Amina Dibrû\n\nLe travail a repris mardi.\n\nnews·20260106·LC·1234567\n");
  EXPECT_THAT(CreditsOf(Analyse(accented)), ElementsAre("reporter Amina Dibrû"));
}

TEST(Europresse, ReadsAHeaderWithoutALength) {
  const std::string article =
      "Le Courrier\n\nÉconomie, mardi 6 janvier 2026, p. 12\n\nLe port rouvre\n\nOdile Sarrazin\n\n"
      "Le travail a repris mardi.\n\n© 2026 Le Courrier.\n\nnews·20260106·LC·1234567\n\n";
  const RawDocument raw = SecondOf(article);
  EXPECT_EQ(raw.text, "Le port rouvre\n\nOdile Sarrazin\n\nLe travail a repris mardi.");
  EXPECT_EQ(raw.date, (Date{2026, 1, 6}));
  EXPECT_EQ(raw.metadata.at(std::string(kProviderKey)), "Le Courrier");
  const RawDocument bare = SecondOf(
      article,
      "Le Courrier\n\nLe port rouvre\n\nLe travail a repris.\n\nnews·20260106·LC·1234568\n");
  EXPECT_EQ(bare.text, "Le Courrier\n\nLe port rouvre\n\nLe travail a repris.");
  EXPECT_THAT(bare.diagnostics, SizeIs(1));
}

TEST(Europresse, LeavesPagesToTheReaderOfPages) {
  const RawDocument raw = ReadOne(
      "<!DOCTYPE html><html><body><article><h1>Le port rouvre</h1><p>Le travail a repris.</p><div>"
      "news·20260307·CA·0004</div></article></body></html>");
  EXPECT_THAT(raw.text, HasSubstr("Le port rouvre\n\nLe travail a repris."));
}

}  // namespace
}  // namespace calque::internal
