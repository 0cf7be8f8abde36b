// The reader of web pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/thrown.h"
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
  EXPECT_THAT(test::ErrorOf([&] { (void)ReadEach(page(1'000'000)); }).what(),
              HasSubstr("wire.bin: elements are nested deeper than 10000 levels"));
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

}  // namespace
}  // namespace calque::internal
