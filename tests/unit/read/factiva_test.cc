// The reader of Factiva's exports.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "align/read/unit.h"
#include "tests/unit/read/documents.h"

namespace calque::internal {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

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

}  // namespace
}  // namespace calque::internal
