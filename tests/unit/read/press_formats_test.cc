// The readers of press databases' exports.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "align/read/unit.h"
#include "tests/unit/read/documents.h"

namespace calque::internal {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// The second document of a file of two.
RawDocument SecondOf(const std::string& first, const std::string& last) {
  std::vector<RawDocument> documents = ReadEach(first + last);
  EXPECT_EQ(documents.size(), 2U);
  return documents.empty() ? RawDocument() : std::move(documents.back());
}
RawDocument SecondOf(const std::string& article) { return SecondOf(article, article); }

TEST(Factiva, ReadsFields) {
  const RawDocument raw = SecondOf(R"(SE  Monde
HD  Le pont de Valmer
    rouvre
BY  Par Odile Sarrazin
WC  120 mots
PD  12 février 2026
SN  Acme
LA  Français
CY  (c) 2026 Acme
LP  
Le pont a rouvert.

TD  
Il est
long.

IN le pont.

AN  Document ACME000020260212em2c00001

)");
  EXPECT_EQ(raw.text,
            "Le pont de Valmer rouvre\n\nPar Odile Sarrazin\n\nLe pont a rouvert.\n\n"
            "Il est long.\n\nIN le pont.");
  EXPECT_EQ(raw.id, "ACME000020260212em2c00001");
  EXPECT_EQ(raw.date, (Date{2026, 2, 12}));
  EXPECT_EQ(raw.language, "fr");
}

TEST(Factiva, ReadsFieldsWithOneBlankBehindTheirCodes) {
  const RawDocument raw = ReadOne(R"(SE Economy
HD Shares edge higher
BY By Clara Voss and
   Dan Ott
CR Reuters
WC 101 words
PD 6 January 2026
LA English

LP 
PARIS, Jan 6 (Reuters) - Shares rose.
TD 
IN the end, they fell.

IN i81402 : Banking
AN Document LBA0000020260106em16000ab
)");
  EXPECT_EQ(raw.text,
            "Shares edge higher\n\nBy Clara Voss and Dan Ott\n\n"
            "PARIS, Jan 6 (Reuters) - Shares rose.\n\nIN the end, they fell.\n\nReuters");
  EXPECT_EQ(raw.date, (Date{2026, 1, 6}));
}

TEST(Factiva, ReadsPlainArticles) {
  const RawDocument raw = ReadOne(R"(Valmer bridge reopens

By Odile Sarrazin

120 words
12 February 2026
09:00
Acme News
ACME
English
(c) 2026 Acme

VALMER (Acme) - The bridge reopened.

It is long.

Document ACME000020260212em2c00002
)");
  EXPECT_EQ(raw.text,
            "Valmer bridge reopens\n\nBy Odile Sarrazin\n\nVALMER (Acme) - The bridge reopened."
            "\n\nIt is long.");
  EXPECT_EQ(raw.language, "en");
}

TEST(Factiva, TakesABylineRightBelowTheTitle) {
  const RawDocument raw = ReadOne(R"(European shares edge
higher
By Clara Voss
101 words
6 January 2026
Reuters News
LBA
English
(c) 2026 Reuters Limited

PARIS, Jan 6 (Reuters) - Shares rose.

Document LBA0000020260106em16000ab
)");
  EXPECT_EQ(raw.text,
            "European shares edge higher\n\nBy Clara Voss\n\n"
            "PARIS, Jan 6 (Reuters) - Shares rose.");
}

TEST(Factiva, NeedsNoKnownWordsOfRights) {
  const RawDocument raw = ReadOne(R"(Chile's copper output slips

By Rosa Altamirano

60 words
5 March 2026
The Daily Acme
ACME
English
All rights reserved, The Daily Acme 2026

Copper output fell 2.1 percent.

(c) stands for a copyright, said the lawyer.

Document ACME000020260305em3500002
)");
  EXPECT_EQ(raw.text,
            "Chile's copper output slips\n\nBy Rosa Altamirano\n\n"
            "Copper output fell 2.1 percent.\n\n(c) stands for a copyright, said the lawyer.");
  EXPECT_EQ(raw.metadata.at(std::string(kRightsKey)), "All rights reserved, The Daily Acme 2026");
  EXPECT_EQ(raw.language, "en");
  EXPECT_THAT(raw.diagnostics, IsEmpty());
}

TEST(Factiva, ReadsCodesWithABlankAndATabBehindThem) {
  const RawDocument raw = ReadOne(
      "HD \tTitle\nWC \t10 words\nLP \t\nLead.\n\nTD \t\nBody.\nHD is in the body.\n\n"
      "ART \tGraphic: a chart by Ann Lee\nAN \tDocument ACME000020260304em3400001\n");
  EXPECT_EQ(raw.text, "Title\n\nLead.\n\nBody. HD is in the body.");
  const RawDocument narrow = ReadOne(
      "HD Title\nWC 10 words\nLP \nLead.\n\nTD \nBody.\n\n"
      "ART Graphic: a chart by Ann Lee\nAN Document ACME000020260304em3400001\n");
  EXPECT_EQ(narrow.text, "Title\n\nLead.\n\nBody.");
}

TEST(Factiva, KeepsAllOfAnArticleItDoesNotKnowTheLayoutOf) {
  const std::string known =
      "HD  Title\nWC  10 words\nLP  Lead.\nAN  Document ACME000020260304em3400001\n\n";
  const RawDocument raw =
      SecondOf(known, "Bridge opens\n\nIt opened.\n\nDocument ACME000020260304em3400002\n");
  EXPECT_EQ(raw.text, "Bridge opens\n\nIt opened.");
  EXPECT_EQ(raw.id, "ACME000020260304em3400002");
  ASSERT_THAT(raw.diagnostics, SizeIs(1));
  EXPECT_EQ(raw.diagnostics[0].code, "article-layout-unknown");
  EXPECT_EQ(raw.diagnostics[0].location.line, 5U);
  // Without an article's mark it is what stands around the articles.
  EXPECT_THAT(ReadEach(known + "Search Summary\n\nText: bridge\n"), SizeIs(1));
}

TEST(Nexis, ReadsDocumentsOfAList) {
  const auto article = [](const std::string& number) {
    return "\f                    " + number + R"( of 2 DOCUMENTS

                 Acme News

        February 12, 2026 Thursday 9:00 AM GMT

Valmer bridge reopens

BYLINE: By Odile Sarrazin and Tom Achterberg

LENGTH: 120 words

DATELINE: VALMER

   The bridge reopened,
at last.

   NOTE: it is long.

LOAD-DATE: February 13, 2026

LANGUAGE: ENGLISH

Copyright 2026 Acme
All Rights Reserved

)";
  };
  const RawDocument raw = SecondOf(article("1"), article("2"));
  EXPECT_EQ(raw.text,
            "Valmer bridge reopens\n\nBy Odile Sarrazin and Tom Achterberg\n\n"
            "VALMER - The bridge reopened, at last.\n\nNOTE: it is long.");
  EXPECT_EQ(raw.id, "wire.bin#2");
  EXPECT_EQ(raw.date, (Date{2026, 2, 12}));
  EXPECT_EQ(raw.language, "en");
}

TEST(Nexis, KeepsAnArticleWithoutAHeadline) {
  const RawDocument raw = SecondOf(
      "1 of 2 DOCUMENTS\n\nAcme\n\nMarch 4, 2026 Wednesday\n\nTugs\n\nLENGTH: 9 words\n\n   The "
      "port "
      "ordered tugs.\n\n",
      "2 of 2 DOCUMENTS\n\nAcme\n\nMarch 5, 2026 Thursday\n\nLENGTH: 60 words\n\n   Copper output "
      "in "
      "Chile fell.\n\nLOAD-DATE: March 5, 2026\n");
  EXPECT_EQ(raw.text, "Copper output in Chile fell.");
  EXPECT_EQ(raw.date, (Date{2026, 3, 5}));
}

// Names of fields are in capitals there, and a sentence may begin with the same word.
TEST(Nexis, KeepsParagraphsThatBeginLikeAField) {
  for (const std::string word : {"Update", "Correction", "Graphic", "Subject", "Notes", "Person"}) {
    const std::string body = "   The dockers met.\n\n   " + word +
                             ": the union said on Monday it would stay out.\n\n" + word +
                             ": none came.\n\n   The port is shut.\n\n";
    const std::string text = "The dockers met.\n\n" + word +
                             ": the union said on Monday it would stay out.\n\n" + word +
                             ": none came.\n\nThe port is shut.";
    const RawDocument classic = SecondOf(
        "1 of 2 DOCUMENTS\n\nAcme\n\nMarch 4, 2026\n\nTugs\n\nLENGTH: 9 words\n\n   Tugs.\n\n",
        "2 of 2 DOCUMENTS\n\nAcme\n\nMarch 5, 2026\n\nLENGTH: 60 words\n\n" + body +
            "LOAD-DATE: March 5, 2026\n");
    EXPECT_EQ(classic.text, text);
    EXPECT_TRUE(classic.diagnostics.empty());
    const RawDocument uni = SecondOf(
        "Port\n\nAcme\nMarch 4, 2026\n\nLength: 9 words\n\nBody\n\nTugs.\n\nEnd of Document\n\n",
        "Port\n\nAcme\nMarch 5, 2026\n\nLength: 9 words\n\nBody\n\n" + body +
            "Classification\n\nLanguage: ENGLISH\n\nSubject: PORTS\n\n"
            "Load-Date: March 5, 2026\n\nEnd of Document\n");
    EXPECT_EQ(uni.text, "Port\n\n" + text);
    EXPECT_EQ(uni.language, "en");
    EXPECT_TRUE(uni.diagnostics.empty());
  }
}

TEST(Nexis, SaysThatTextBehindAFieldIsLeftOut) {
  const RawDocument raw = SecondOf(
      "1 of 2 DOCUMENTS\n\nAcme\n\nTugs\n\nLENGTH: 9 words\n\n   Tugs.\n\n",
      "2 of 2 DOCUMENTS\n\nAcme\n\nPort\n\nLENGTH: 9 words\n\n   The dockers met.\n\n"
      "UPDATE: the union stays out.\n\n   The port is shut.\n\nLOAD-DATE: March 5, 2026\n");
  EXPECT_EQ(raw.text, "Port\n\nThe dockers met.");
  ASSERT_EQ(raw.diagnostics.size(), 1U);
  EXPECT_EQ(raw.diagnostics[0].code, "text-behind-fields");
}

TEST(Nexis, ReadsArticlesThatEndWithAMark) {
  const RawDocument raw = SecondOf(R"(Harbour strike

The Courier
January 5, 2026 Monday

Copyright 2026 The Courier

Section: BUSINESS; Pg. 1
Length: 45 words
Byline: Ann Lee
Dateline: ROTTERDAM

Body

Dockers said they would stay out.

Classification

Language: ENGLISH

Load-Date: January 6, 2026

End of Document

)");
  EXPECT_EQ(raw.text, "Harbour strike\n\nAnn Lee\n\nROTTERDAM - Dockers said they would stay out.");
  EXPECT_EQ(raw.date, (Date{2026, 1, 5}));
  EXPECT_EQ(raw.language, "en");
}

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
