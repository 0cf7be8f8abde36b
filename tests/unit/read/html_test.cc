// The reader of web pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/thrown.h"
#include "tests/unit/read/documents.h"

namespace calque::internal {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Html, RefusesATagWithTooManyAttributes) {
  std::string page = "<html><body><p";
  for (int i = 0; i < 100'000; ++i) page += " a" + std::to_string(i);
  const Error error = test::ErrorOf([&] { (void)ReadOne(page + ">Le pont a rouvert.</p>"); });
  EXPECT_EQ(error.code(), ErrorCode::kBadInput);
  EXPECT_THAT(error.what(), HasSubstr("a tag has more than 512 attributes"));
}

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

// A paragraph in each cell leaves a row a row; several in one cell only lay the page out.
TEST(Html, TakesParagraphsInCells) {
  const std::string story = "<p>The town council voted on Tuesday to widen the old bridge.</p>";
  EXPECT_EQ(ReadOne("<html><title>Votes</title><body>" + story +
                    "<table><tr><td><p>Salem</p></td><td><p>4</p></td></tr></table></body></html>")
                .text,
            "Votes\n\nThe town council voted on Tuesday to widen the old bridge.\n\nSalem | 4");
  EXPECT_EQ(ReadOne("<html><title>Votes</title><body><table><tr><td>" + story +
                    "<p>It costs more than it did in the last three years.</p></td></tr></table>"
                    "</body></html>")
                .text,
            "Votes\n\nThe town council voted on Tuesday to widen the old bridge.\n\nIt costs more "
            "than it did in the last three years.");
}

TEST(Html, ReadsEachArticleOfAPressDatabasesPage) {
  const auto article = [](const std::string& headline, const std::string& rights,
                          const std::string& text, const std::string& id) {
    return "<div class='article enArticle'><p><div id='hd'><span>" + headline +
           "</span></div><div class='author'>Mara Quill</div><div>96 words</div><div>4 March 2026"
           "</div><div>The Daily Acme</div><div>ACME</div><div>English</div>" +
           rights + "<p class='articleParagraph'>" + text + "</p><p>It is long.</p><p>Document " +
           id + "</p></div>";
  };
  const auto factiva = ReadEach(
      "<html><head><title>Factiva</title></head><body><p>Search Summary</p>" +
      article("Bridge opens", "<div>Copyright 2026 Acme.</div>", "It opened.",
              "ACME000020260304em3400001") +
      article("Copper slips", "", "It fell.", "ACME000020260305em3500002") + "</body></html>");
  ASSERT_EQ(factiva.size(), 2U);
  EXPECT_EQ(factiva[0].text, "Bridge opens\n\nMara Quill\n\nIt opened.\n\nIt is long.");
  EXPECT_EQ(factiva[0].metadata.at("rights"), "Copyright 2026 Acme.");
  EXPECT_EQ(factiva[1].text, "Copper slips\n\nMara Quill\n\nIt fell.\n\nIt is long.");
  EXPECT_EQ(factiva[1].id, "ACME000020260305em3500002");
  EXPECT_EQ(factiva[1].language, "en");

  const RawDocument europresse = ReadOne(
      "<html><head><title>Europresse</title></head><body><article><header><div><span "
      "class='DocPublicationName'>Le Courrier</span><span class='DocHeader'>samedi 7 mars 2026, p. "
      "4</span></div><div><p>Le port rouvre</p></div><div>Odile Sarrazin</div></header><section><p>"
      "Le travail a repris.</p></section><footer><div>news·20260307·CA·0004</div><small>© 2026 Le "
      "Courrier.</small></footer></article></body></html>");
  EXPECT_EQ(europresse.text, "Le port rouvre\n\nOdile Sarrazin\n\nLe travail a repris.");
  EXPECT_EQ(europresse.id, "news·20260307·CA·0004");
  EXPECT_EQ(europresse.metadata.at("provider"), "Le Courrier");
  EXPECT_EQ(europresse.metadata.at("rights"), "© 2026 Le Courrier.");
}

TEST(Html, SaysThatAPageHoldsFurtherArticles) {
  const std::string text(90, 'm');
  const std::string story =
      "<html><article><h1>Pont</h1><p>" + text + "</p><p>" + text + "</p></article>";
  const RawDocument raw =
      ReadOne(story + "<article><h2>Autre</h2><p>" + text + "</p></article></html>");
  ASSERT_EQ(raw.diagnostics.size(), 1U);
  EXPECT_EQ(raw.diagnostics[0].code, "articles-left-out");
  EXPECT_THAT(raw.diagnostics[0].message, HasSubstr("left out: 1"));
  // Teasers are links, and short.
  const RawDocument alone =
      ReadOne(story + "<article><h2><a href='/x'>Autre</a></h2><p>" + text + "</p></article>" +
              "<article><h2>Autre</h2><p>Bref.</p></article><aside><article><h2>Pub</h2><p>" +
              text + "</p></article></aside></html>");
  EXPECT_TRUE(alone.diagnostics.empty());
}

TEST(Html, ReadsWindows1252WhateverThePageSays) {
  EXPECT_EQ(ReadOne("<html><meta charset=iso-8859-1><p>L\x92\xE9t\xE9 &#146;</p></html>").text,
            "L’été ’");
  EXPECT_EQ(ReadOne("<html><meta charset=iso-8859-1><p>été</p></html>").text, "été");
}

}  // namespace
}  // namespace calque::internal
