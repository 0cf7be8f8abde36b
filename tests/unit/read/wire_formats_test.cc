// The readers of documents: one story gives one document in whatever format it comes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "align/read/readers.h"
#include "tests/support/thrown.h"
#include "tests/support/wire_story.h"
#include "tests/unit/read/documents.h"

namespace calque::internal {
namespace {

using test::WireFile;
using test::WireStory;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string WithoutByline(std::string text, const WireStory& story) {
  const std::size_t at = text.find(story.byline + "\n\n");
  if (at != std::string::npos) text.erase(at, story.byline.size() + 2);
  return text;
}

TEST(WireFormats, GiveOneAndTheSameDocument) {
  const WireStory story;
  for (const WireFile& file : test::InEveryFormat(story)) {
    SCOPED_TRACE(file.format);
    RawDocument raw = ReadOne(file.bytes);
    EXPECT_EQ(raw.date, (Date{2026, 2, 12}));
    EXPECT_EQ(WithoutByline(raw.text, story), story.headline + "\n\n" + story.dateline + " - " +
                                                  story.body[0] + "\n\n" + story.body[1] + "\n\n" +
                                                  story.body[2] + "\n\n" + story.tail);
    const Document document = Analyse(std::move(raw));
    EXPECT_EQ(document.headline.In(document.text), story.headline);
    ASSERT_TRUE(document.dateline.has_value());
    EXPECT_EQ(document.dateline->place.In(document.text), "VALMER");
    EXPECT_EQ(document.dateline->agency.In(document.text), "Acme");
    std::vector<std::string> credits = CreditsOf(document);
    if (file.format != "gigaword") {
      ASSERT_GE(credits.size(), 2U);
      EXPECT_EQ(credits[0], "reporter Odile Sarrazin");
      EXPECT_EQ(credits[1], "reporter Tom Achterberg");
      credits.erase(credits.begin(), credits.begin() + 2);
    }
    EXPECT_THAT(credits,
                ElementsAre("reporter Odile Sarrazin @ Valmer", "reporter Tom Achterberg @ Gand",
                            "translator Ève Moncorgé", "editor Luc Brandt"));
  }
}

TEST(WireFormats, AreRecognisedByOneRowEach) {
  for (const WireFile& file : test::InEveryFormat({})) {
    const std::string_view head = std::string_view(file.bytes).substr(0, kFormatHead);
    for (const InputFormat& format : InputFormats()) {
      EXPECT_EQ(format.recognises(head), format.name == file.format)
          << file.format << " by " << format.name;
    }
  }
  for (const InputFormat& format : InputFormats()) {
    EXPECT_FALSE(format.recognises("VALMER (Acme) - Rien ne va plus.")) << format.name;
    EXPECT_FALSE(format.recognises("")) << format.name;
  }
}

TEST(WireFormats, AreReadWhereTheyAreForced) {
  for (const WireFile& file : test::InEveryFormat({})) {
    EXPECT_EQ(ReadOne(file.bytes, file.format).text, ReadOne(file.bytes).text) << file.format;
  }
  EXPECT_EQ(ReadOne("<p>a</p>", "text").text, "<p>a</p>");
}

TEST(Nitf, ReadsNamedCharactersTablesAndCaptions) {
  const RawDocument raw = ReadOne(
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><!DOCTYPE nitf SYSTEM \"nitf-3-2.dtd\">"
      "<nitf><head><docdata><series "
      "series.name=\"Ponts\"/></docdata></head><body><body.head><hedline>"
      "<hl1>L\x92\xE9t\xE9 &agrave; Valmer</hl1><hl2>Reportage</hl2></hedline><byline>Par "
      "<person>Odile "
      "Sarrazin</person><byttl>correspondante</byttl></byline></body.head><body.content>"
      "<block><p>Il y a <![CDATA[<trois>]]> ponts &mdash; \x80 4.</p><media><media-caption>Le pont "
      "(Photo Pim "
      "Hallard)</media-caption></media><hl2>Histoire</hl2><ul><li>Un</li><li>Deux</li></ul>"
      "<table><tr><td>Pont</td><td>1912</td></tr></table></block></body.content></body></nitf>");
  EXPECT_EQ(raw.text,
            "L’été à Valmer\n\nReportage\n\nPar Odile Sarrazin, correspondante\n\nIl y a <trois> "
            "ponts — € 4."
            "\n\nLe pont (Photo Pim Hallard)\n\nHistoire\n\nUn\n\nDeux\n\nPont | 1912");
  EXPECT_EQ(raw.metadata.at("series"), "Ponts");
  std::vector<ParagraphKind> kinds;
  for (const TypedBlock& block : raw.blocks) kinds.push_back(block.kind);
  EXPECT_THAT(
      kinds,
      ElementsAre(ParagraphKind::kHeadline, ParagraphKind::kSubhead, ParagraphKind::kByline,
                  ParagraphKind::kBody, ParagraphKind::kFurniture, ParagraphKind::kSubhead,
                  ParagraphKind::kListItem, ParagraphKind::kListItem, ParagraphKind::kTableRow));
}

TEST(Nitf, PartsTheDateOfADatelineFromItsPlace) {
  const auto nitf = [](const std::string& paragraph) {
    return "<nitf><body><body.head><hedline><hl1>H</hl1></hedline><dateline><location>Galveston, "
           "<state>Texas</state></location><story.date>Jan. 6</story.date></dateline></body.head>"
           "<body.content><p>" +
           paragraph + "</p></body.content></body></nitf>";
  };
  EXPECT_EQ(ReadOne(nitf("Oil leaked.")).text, "H\n\nGalveston, Texas, Jan. 6 - Oil leaked.");
  EXPECT_EQ(ReadOne(nitf("GALVESTON, Texas (AP) _ Oil leaked.")).text,
            "H\n\nGALVESTON, Texas (AP) _ Oil leaked.");
}

TEST(Nitf, TakesABylineWithoutTheWordBy) {
  const RawDocument raw = ReadOne(
      "<nitf><body><body.head><byline>Odile Sarrazin, Tom Achterberg</byline></body.head>"
      "<body.content><p>Le pont a rouvert.</p></body.content></body></nitf>");
  EXPECT_THAT(CreditsOf(Analyse(raw)),
              ElementsAre("reporter Odile Sarrazin", "reporter Tom Achterberg"));
}

TEST(Gigaword, ReadsManyDocumentsOfAllTypes) {
  const std::string bytes =
      "<DOC id=\"AFP_FRE_20260101.0001\" type=\"other\" >\n<TEXT>\nA &lt; B &amp; C &#233; "
      "&eacute;\nR&D\n\nSuite.\n</TEXT>\n</DOC>\n<DOC id=\"AFP_FRE_20260102.0002\" type=\"story\" "
      ">\n"
      "<TEXT>\n<P>\nDeux\nlignes.\n</P>\n<P>\nFin.\n</P>\n</TEXT>\n</DOC>\n";
  const std::vector<RawDocument> documents = ReadEach(bytes);
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].text, "A < B & C é é R&D\n\nSuite.");
  EXPECT_EQ(documents[0].metadata.at("type"), "other");
  EXPECT_EQ(documents[1].text, "Deux lignes.\n\nFin.");
  EXPECT_EQ(documents[1].id, "AFP_FRE_20260102.0002");
  EXPECT_EQ(documents[1].language, "fr");
  EXPECT_EQ(documents[1].date, (Date{2026, 1, 2}));
  EXPECT_EQ(documents[1].metadata.at("provider"), "AFP");
  EXPECT_THAT(test::ErrorOf([&] { (void)ReadEach(bytes.substr(0, bytes.size() - 10)); }).what(),
              HasSubstr("wire.bin:9: document AFP_FRE_20260102.0002 is cut off"));
}

TEST(Gigaword, ADocumentWithoutEndDoesNotSwallowTheNext) {
  const std::vector<RawDocument> documents = ReadEach(
      "<DOC id=\"AFP_FRE_20260101.0001\" type=\"story\" >\n<TEXT>\n<P>\nUn.\n</P>\n<P>\nDeux.\n"
      "<DOC id=\"AFP_FRE_20260102.0002\" type=\"story\" >\n<TEXT>\n<P>\nTrois.\n</P>\n</TEXT>\n"
      "</DOC>\n");
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].text, "Un.\n\nDeux.");
  ASSERT_EQ(documents[0].diagnostics.size(), 1U);
  EXPECT_EQ(documents[0].diagnostics[0].code, "document-cut-off");
  EXPECT_EQ(documents[1].text, "Trois.");
  EXPECT_TRUE(documents[1].diagnostics.empty());
}

TEST(Gigaword, KeepsTickersAndReadsReferencesInCapitals) {
  EXPECT_EQ(ReadOne("<DOC id=\"APW_ENG_20260106.0001\" type=\"story\" >\n<HEADLINE>\nS&AMP;P cuts\n"
                    "</HEADLINE>\n<TEXT>\n<P>\nShares of Alibaba <BABA> fell <S>on</S> Tuesday.\n"
                    "</P>\n</TEXT>\n</DOC>\n")
                .text,
            "S&P cuts\n\nShares of Alibaba <BABA> fell on Tuesday.");
}

TEST(Ninjs, TakesTheMainBodyWhereverItStands) {
  const RawDocument raw = ReadOne(
      R"({"uri":"u","language":"en","headlines":[{"value":"Deal"}],"subheadlines":[{"value":"A deck"}],)"
      R"("bodies":[{"role":"caption","value":"A picture"},{"role":"main","value":"<p>It was signed.</p>"}]})");
  EXPECT_EQ(raw.text, "Deal\n\nA deck\n\nIt was signed.");
}

TEST(Ninjs, ABrokenLineSpoilsNoOther) {
  const std::string line = R"({"uri":"u","body_text":"It was signed."})";
  const std::string bytes = line + "\n{\"uri\":\"u\",}\n" + line + "\n";
  DocumentStream stream(OpenMemory(bytes, "wire.jsonl"), {});
  EXPECT_TRUE(stream.Next());
  EXPECT_THROW((void)stream.Next(), Error);
  EXPECT_TRUE(stream.Next());
  EXPECT_FALSE(stream.Next());
}

TEST(Ninjs, KeepsTermsAndEmbargo) {
  const RawDocument raw =
      ReadOne(R"({"uri":"u","bodies":[{"value":"Text."}],"copyrightNotice":"© Acme.",)"
              R"("usageTerms":"Not for use in Freedonia.","embargoedUntil":"20260302T110000Z"})");
  EXPECT_EQ(raw.metadata.at("rights"), "© Acme. Not for use in Freedonia.");
  EXPECT_EQ(raw.metadata.at("embargo"), "2026-03-02T11:00:00Z");
}

TEST(Ninjs, ReadsOldNamesListsAndLines) {
  const std::string old =
      R"({"uri":"u1","versioncreated":"2026-01-05T01:00:00Z","language":"fr","byline":"Par Odile Sarrazin",)"
      R"("headline":"Pont","body_text":"Ouvert.\n\nLong.","people":[{"name":"Luc Brandt"}]})";
  EXPECT_EQ(ReadOne(old).text, "Pont\n\nPar Odile Sarrazin\n\nOuvert.\n\nLong.");
  EXPECT_EQ(ReadEach("[" + old + "," + old + "]").size(), 2U);
  EXPECT_EQ(ReadEach(old + "\n" + old + "\n").size(), 2U);
  const std::string sources =
      R"({"uri":"u2","bodies":[{"contentType":"text/html","value":"<p>Ouvert.</p><p>Long.</p>"}],)"
      R"("infoSources":[{"name":"Ève Moncorgé","role":"translator"},{"name":"Acme"}],)"
      R"("associations":[{"uri":"u1","rel":"translatedFrom"}]})";
  const RawDocument raw = ReadOne(sources);
  EXPECT_EQ(raw.text, "Ouvert.\n\nLong.\n\nÈve Moncorgé");
  EXPECT_EQ(raw.metadata.at("link.translatedFrom"), "u1");
  EXPECT_EQ(raw.metadata.at("provider"), "Acme");
  const std::string deep = "{\"bodies\":" + std::string(100000, '[');
  EXPECT_THAT(test::ErrorOf([&] { (void)ReadEach(deep); }).what(), HasSubstr("nested deeper than"));
}

// What hostile XML gets.
TEST(WireFormats, RefuseHostileXml) {
  const auto message_of = [](const std::string& bytes) {
    return std::string(test::ErrorOf([&] { (void)ReadEach(bytes); }).what());
  };
  std::string bomb = "<!DOCTYPE nitf [<!ENTITY a \"lol\">";
  for (char name = 'b'; name < 'k'; ++name) {
    const std::string inner = std::string("&") + static_cast<char>(name - 1) + ";";
    bomb += std::string("<!ENTITY ") + name + " \"" + inner + inner + inner + inner + "\">";
  }
  EXPECT_THAT(
      message_of(bomb + "]><nitf><body><body.content><p>&j;</p></body.content></body></nitf>"),
      HasSubstr("Entity"));
  EXPECT_THAT(message_of("<!DOCTYPE nitf [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><nitf><body>"
                         "<body.content><p>&x;</p></body.content></body></nitf>"),
              HasSubstr("Entity"));
  std::string deep = "<nitf>";
  for (int i = 0; i < 1000000; ++i) deep += "<b>";
  EXPECT_THAT(message_of(deep), HasSubstr("nested deeper than 256"));
  EXPECT_THAT(message_of("<nitf><body><body.content><p>Le pont"), HasSubstr("is cut off"));
}

}  // namespace
}  // namespace calque::internal
