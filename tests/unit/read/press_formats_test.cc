// The readers of web pages and of press databases' exports.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calque/error.h"
#include "tests/unit/read/documents.h"

namespace calque::internal {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

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

TEST(Factiva, ReadsFieldsAndPlainArticles) {
  const std::string coded =
      "SE  Monde\nHD  Le pont de Valmer\n    rouvre\nBY  Par Odile Sarrazin\nWC  120 mots\nPD  12 "
      "février "
      "2026\nSN  Acme\nLA  Français\nCY  (c) 2026 Acme\nLP  \nLe pont a rouvert.\n\nTD  \nIl "
      "est\nlong.\n\nIN "
      "le pont.\n\nAN  Document ACME000020260212em2c00001\n\n";
  const std::vector<RawDocument> documents = ReadEach(coded + coded);
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[1].text,
            "Le pont de Valmer rouvre\n\nPar Odile Sarrazin\n\nLe pont a rouvert.\n\nIl est "
            "long.\n\nIN le "
            "pont.");
  EXPECT_EQ(documents[1].id, "ACME000020260212em2c00001");
  EXPECT_EQ(documents[1].date, (Date{2026, 2, 12}));
  EXPECT_EQ(documents[1].language, "fr");
  const RawDocument plain = ReadOne(
      "Valmer bridge reopens\n\nBy Odile Sarrazin\n\n120 words\n12 February 2026\n09:00\nAcme "
      "News\nACME\nEnglish\n(c) 2026 Acme\n\nVALMER (Acme) - The bridge reopened.\n\nIt is "
      "long.\n\nDocument ACME000020260212em2c00002\n");
  EXPECT_EQ(
      plain.text,
      "Valmer bridge reopens\n\nBy Odile Sarrazin\n\nVALMER (Acme) - The bridge reopened.\n\nIt is "
      "long.");
  EXPECT_EQ(plain.language, "en");
}

TEST(Nexis, ReadsDocumentsOfAList) {
  const auto article = [](const std::string& number) {
    return "\f                    " + number +
           " of 2 DOCUMENTS\n\n                 Acme News\n\n        February 12, 2026 Thursday "
           "9:00 AM "
           "GMT\n\nValmer bridge reopens\n\nBYLINE: By Odile Sarrazin and Tom "
           "Achterberg\n\nLENGTH: 120 "
           "words\n\nDATELINE: VALMER\n\n   The bridge reopened,\nat last.\n\n   NOTE: it is "
           "long.\n\nLOAD-DATE: February 13, 2026\n\nLANGUAGE: ENGLISH\n\nCopyright 2026 Acme\nAll "
           "Rights "
           "Reserved\n\n";
  };
  const std::vector<RawDocument> documents = ReadEach(article("1") + article("2"));
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].text,
            "Valmer bridge reopens\n\nBy Odile Sarrazin and Tom Achterberg\n\nVALMER - The bridge "
            "reopened, at "
            "last.\n\nNOTE: it is long.");
  EXPECT_EQ(documents[0].id, "wire.bin#1");
  EXPECT_EQ(documents[1].id, "wire.bin#2");
  EXPECT_EQ(documents[1].date, (Date{2026, 2, 12}));
  EXPECT_EQ(documents[1].language, "en");
}

TEST(Nexis, ReadsArticlesThatEndWithAMark) {
  const std::string article =
      "Harbour strike\n\nThe Courier\nJanuary 5, 2026 Monday\n\nCopyright 2026 The Courier\n\n"
      "Section: BUSINESS; Pg. 1\nLength: 45 words\nByline: Ann Lee\nDateline: ROTTERDAM\n\nBody\n\n"
      "Dockers said they would stay out.\n\nClassification\n\nLanguage: ENGLISH\n\nLoad-Date: "
      "January "
      "6, 2026\n\nEnd of Document\n\n";
  const std::vector<RawDocument> documents = ReadEach(article + article);
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[1].text,
            "Harbour strike\n\nAnn Lee\n\nROTTERDAM - Dockers said they would stay out.");
  EXPECT_EQ(documents[1].date, (Date{2026, 1, 5}));
  EXPECT_EQ(documents[1].language, "en");
}

TEST(Europresse, ReadsArticlesUpToTheirIdentifier) {
  const std::string article =
      "Le Courrier de Valmer\njeudi 12 février 2026\nRégion, p. 3\n\nLe pont rouvre\n\nOdile "
      "Sarrazin\n\n120 mots\n\nLe pont a rouvert.\n\nIl est long.\n\n© 2026 Le Courrier. Tous "
      "droits "
      "réservés.\n\nnews·20260212·CV·0123456\n\n";
  const std::vector<RawDocument> documents = ReadEach(article + article);
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[1].text,
            "Le pont rouvre\n\nOdile Sarrazin\n\nLe pont a rouvert.\n\nIl est long.");
  EXPECT_EQ(documents[1].id, "news·20260212·CV·0123456");
  EXPECT_EQ(documents[1].date, (Date{2026, 2, 12}));
}

TEST(Europresse, ReadsAHeaderOnOneLine) {
  const RawDocument raw = ReadOne(
      "Le Courrier\nÉconomie, mardi 6 janvier 2026 1234 mots, p. 12\n\nLe port rouvre\n\nOdile "
      "Sarrazin et Hervé Le Goff\n\nLe travail a repris mardi.\n\n© 2026 Le Courrier.\n\n"
      "news·20260106·LC·1234567\n");
  EXPECT_EQ(raw.text,
            "Le port rouvre\n\nOdile Sarrazin et Hervé Le Goff\n\nLe travail a repris mardi.");
  EXPECT_EQ(raw.date, (Date{2026, 1, 6}));
  EXPECT_THAT(CreditsOf(Analyse(raw)),
              ElementsAre("reporter Odile Sarrazin", "reporter Hervé Le Goff"));
}

TEST(Factiva, ReadsFieldsWithOneBlankBehindTheirCodes) {
  const RawDocument raw = ReadOne(
      "SE Economy\nHD Shares edge higher\nBY By Clara Voss and\n   Dan Ott\nCR Reuters\nWC 101 "
      "words\n"
      "PD 6 January 2026\nLA English\n\nLP \nPARIS, Jan 6 (Reuters) - Shares rose.\nTD \n"
      "IN the end, they fell.\n\nIN i81402 : Banking\nAN Document LBA0000020260106em16000ab\n");
  EXPECT_EQ(raw.text,
            "Shares edge higher\n\nBy Clara Voss and Dan Ott\n\nPARIS, Jan 6 (Reuters) - Shares "
            "rose.\n\nIN the end, they fell.\n\nReuters");
  EXPECT_EQ(raw.date, (Date{2026, 1, 6}));
}

TEST(Factiva, TakesABylineRightBelowTheTitle) {
  const RawDocument raw = ReadOne(
      "European shares edge\nhigher\nBy Clara Voss\n101 words\n6 January 2026\nReuters News\nLBA\n"
      "English\n(c) 2026 Reuters Limited\n\nPARIS, Jan 6 (Reuters) - Shares rose.\n\n"
      "Document LBA0000020260106em16000ab\n");
  EXPECT_EQ(
      raw.text,
      "European shares edge higher\n\nBy Clara Voss\n\nPARIS, Jan 6 (Reuters) - Shares rose.");
}

}  // namespace
}  // namespace calque::internal
