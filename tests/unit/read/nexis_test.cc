// The reader of LexisNexis's exports.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/read/documents.h"

namespace calque::internal {
namespace {

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

}  // namespace
}  // namespace calque::internal
