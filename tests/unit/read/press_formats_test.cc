// The readers of web pages and of press databases' exports.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calque/error.h"
#include "tests/unit/read/documents.h"

namespace calque::internal {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Html, TakesWhatSchemaOrgSays) {
  const RawDocument raw = ReadOne(
      R"(<html lang="fr_FR"><head><title>x</title><link rel="canonical" href="http://a.example/pont">)"
      R"(<link rel="alternate" hreflang="en" href="http://a.example/bridge">)"
      R"(<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],)"
      R"("headline":"Le pont rouvre","datePublished":"2026-01-05T10:00:00+01:00","author":[{"@type":)"
      R"("Person","name":"Odile Sarrazin"},{"@type":"Organization","name":"Acme News"}],"translator":)"
      R"({"name":"Ève Moncorgé"},"translationOfWork":{"@id":"http://a.example/bridge"}}]}</script></head>)"
      R"(<body><div class="menu">)" +
      std::string(90, 'm') +
      R"(</div><div><p>Le pont de Valmer a rouvert jeudi à la circulation, trois ans après, dit-on.</p>)"
      R"(<h2>Travaux</h2><p>Les travaux ont coûté 4,5 millions d'euros à la commune et à l'État.</p>)"
      R"(<p><a href="/x">Lire aussi : une tout autre histoire de pont que celle-ci</a></p></div></body>)");
  EXPECT_EQ(raw.id, "http://a.example/pont");
  EXPECT_EQ(raw.language, "fr-FR");
  EXPECT_EQ(raw.date, (Date{2026, 1, 5}));
  EXPECT_EQ(raw.metadata.at("link.translationOf"), "http://a.example/bridge");
  EXPECT_EQ(raw.metadata.at("link.alternate-en"), "http://a.example/bridge");
  EXPECT_EQ(
      raw.text,
      "Le pont rouvre\n\nLe pont de Valmer a rouvert jeudi à la circulation, trois ans après, "
      "dit-on.\n\nTravaux\n\nLes travaux ont coûté 4,5 millions d'euros à la commune et à "
      "l'État.\n\nOdile Sarrazin\n\nÈve Moncorgé");
  RawDocument french = raw;
  french.language = "fr";
  EXPECT_THAT(CreditsOf(Analyse(french)),
              ElementsAre("reporter Odile Sarrazin", "translator Ève Moncorgé"));
}

TEST(Html, DecodesTheReferencesInJsonOfAuthors) {
  const RawDocument raw = ReadOne(
      "<html lang=en><script "
      "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":"
      "\"Bob L&#39;\u00c9clair\"},{\"name\":\"Agence "
      "France-Presse\"}]}</script><article><h1>Pont</h1>"
      "<p>The bridge reopened on Tuesday after a strike of six days, the town said.</p></article>");
  EXPECT_THAT(CreditsOf(Analyse(raw)),
              ElementsAre("reporter Bob L'Éclair", "agency Agence France-Presse"));
}

TEST(Html, ReadsDeepPagesAndRefusesBottomlessOnes) {
  const auto page = [](std::size_t depth) {
    std::string spans;
    for (std::size_t i = 0; i < depth; ++i) spans += "<span>";
    return "<html><body><article><h1>Pont</h1><p>First.</p>" + spans +
           "<p>Last.</p></article></body></html>";
  };
  EXPECT_THAT(ReadOne(page(5'000)).text, HasSubstr("Last."));
  try {
    (void)ReadEach(page(1'000'000));
    FAIL() << "took a page of a million levels";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("wire.bin: elements are nested deeper than 10000 levels"));
  }
}

TEST(Html, KeepsTheDeckAndPartsALayoutTableAtBreaks) {
  EXPECT_EQ(
      ReadOne("<html><body><article><h1>Pont</h1><p class='article-chapo'>Le pont a rouvert.</p>"
              "<div class='texte'><p>La circulation a repris jeudi, trois ans après, dit-on à "
              "la mairie de Valmer.</p></div></article></body></html>")
          .text,
      "Pont\n\nLe pont a rouvert.\n\nLa circulation a repris jeudi, trois ans après, dit-on à "
      "la mairie de Valmer.");
  EXPECT_EQ(
      ReadOne("<html><title>Bridge</title><table><tr><td>The bridge reopened on Tuesday, the town "
              "said, after three years.<br><br>Traffic is back to what it "
              "was.</td></tr></table></html>")
          .text,
      "Bridge\n\nThe bridge reopened on Tuesday, the town said, after three years.\n\nTraffic is "
      "back to what it was.");
}

TEST(Html, ReadsWindows1252WhateverThePageSays) {
  EXPECT_EQ(ReadOne("<html><meta charset=iso-8859-1><p>L\x92\xE9t\xE9 &#146;</p></html>").text,
            "L’été ’");
  EXPECT_EQ(ReadOne("<html><meta charset=iso-8859-1><p>été</p></html>").text, "été");
}

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
}

}  // namespace
}  // namespace calque::internal
