// NewsML-G2 and NewsML 1: what only they say, and where items go astray.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/thrown.h"
#include "tests/unit/read/documents.h"

namespace calque::internal {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(NewsmlG2, TakesARankThatIsNoNumberForTheFirst) {
  for (const std::string rank : {"99999999999", "nan", "-1", "x", ""}) {
    const RawDocument raw = ReadOne(
        "<newsItem guid=\"urn:a\"><contentMeta><headline rank=\"1\">Second</headline>"
        "<headline rank=\"" +
        rank +
        "\">Premier</headline></contentMeta><contentSet><inlineXML>"
        "<html><body><p>Le pont a rouvert.</p></body></html></inlineXML></contentSet></newsItem>");
    EXPECT_TRUE(raw.text.starts_with("Premier")) << rank << ": " << raw.text;
  }
}

TEST(NewsmlG2, KeepsVersionLinksAndNotes) {
  const RawDocument raw = ReadOne(
      "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:a\" version=\"3\">"
      "<itemMeta><edNote>(Corrige le titre)</edNote><link rel=\"irel:derivedFrom\" "
      "residref=\"urn:b\"/>"
      "<link reluri=\"http://cv.iptc.org/newscodes/itemrelation/seeAlso\" residref=\"urn:c\"/>"
      "<link rel=\"irel:seeAlso\" href=\"http://d.example/\"/></itemMeta><contentMeta>"
      "<headline rank=\"2\">Second</headline><headline rank=\"1\">Premier</headline>"
      "<creator literal=\"odsa\"/><creator role=\"x:reporter\"><name>Odile "
      "Sarrazin</name></creator>"
      "<contributor role=\"cpprole:translator\"><name>Ève Moncorgé</name></contributor>"
      "<contributor role=\"x:photographer\"><name>Pim Hallard</name></contributor>"
      "<creator><name>Acme</name></creator>"
      "</contentMeta><contentSet><inlineData "
      "contenttype=\"text/html\">&lt;p&gt;L'&amp;eacute;t&amp;eacute; "
      "est l&amp;agrave;.&lt;br&gt;&lt;br&gt;Il fait "
      "chaud.&lt;/p&gt;</inlineData></contentSet></newsItem>");
  EXPECT_EQ(raw.id, "urn:a");
  EXPECT_EQ(VersionOf(raw.metadata), 3U);
  EXPECT_EQ(raw.metadata.at("link.derivedFrom"), "urn:b");
  EXPECT_EQ(raw.metadata.at("link.seeAlso"), "urn:c http://d.example/");
  EXPECT_EQ(raw.text,
            "Premier\n\nSecond\n\n(Corrige le titre)\n\nL'été est là.\n\nIl fait chaud.\n\n"
            "Odile Sarrazin\n\nÈve Moncorgé\n\nPim Hallard");
  EXPECT_THAT(CreditsOf(Analyse(raw)),
              ElementsAre("reporter Odile Sarrazin", "translator Ève Moncorgé",
                          "photographer Pim Hallard"));
}

TEST(NewsmlG2, KeepsTermsAndEmbargo) {
  const auto item = [](const std::string& embargo) {
    return "<newsItem guid='g'><rightsInfo><copyrightNotice>© Acme.</copyrightNotice>"
           "<usageTerms>Not for use in Freedonia.</usageTerms></rightsInfo><rightsInfo>"
           "<copyrightNotice>© Acme.</copyrightNotice></rightsInfo><itemMeta><versionCreated>"
           "20260302T085500+0100</versionCreated>" +
           embargo +
           "</itemMeta><contentSet><inlineXML><html><body><p>Text.</p></body></html></inlineXML>"
           "</contentSet></newsItem>";
  };
  const RawDocument raw = ReadOne(item("<embargoed>20260302T120000+0100</embargoed>"));
  EXPECT_EQ(raw.metadata.at("rights"), "© Acme. Not for use in Freedonia.");
  EXPECT_EQ(raw.metadata.at("embargo"), "2026-03-02T12:00:00+01:00");
  EXPECT_EQ(raw.metadata.at("published"), "2026-03-02T08:55:00+01:00");
  EXPECT_EQ(ReadOne(item("<embargoed/>")).metadata.at("embargo"), "until further notice");
  EXPECT_EQ(ReadOne(item("<embargoed>Monday</embargoed>")).metadata.at("embargo"), "Monday");
  EXPECT_FALSE(ReadOne(item("")).metadata.contains("embargo"));
}

std::string G2Item(const std::string& meta, const std::string& body) {
  return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='g' "
         "xml:lang='en'><contentMeta>" +
         meta + "</contentMeta><contentSet><inlineXML><html><body>" + body +
         "</body></html></inlineXML></contentSet></newsItem>";
}

TEST(NewsmlG2, KeepsPersonsWhomTheStoryIsAboutAsWell) {
  const Document document = Analyse(ReadOne(
      G2Item("<contributor role='x:translator'><name>Ida Thule</name></contributor>"
             "<contributor role='x:editor'><name>Ida Thule</name></contributor>"
             "<contributor role='x:reporter'><name>Reuters Staff</name></contributor>"
             "<creator role='x:writer'><name>Petra Lindqvist</name></creator>"
             "<headline>Prize</headline><by>By Petra Lindqvist</by>",
             "<p>OSLO, Jan 6 (Acme) - The jury met on Tuesday.</p><p>No, said Ida Thule.</p>")));
  EXPECT_THAT(CreditsOf(document), ElementsAre("reporter Petra Lindqvist", "translator Ida Thule",
                                               "editor Ida Thule", "desk Reuters Staff"));
  EXPECT_TRUE(document.text.ends_with("No, said Ida Thule.\n\nIda Thule\n\nReuters Staff"));
}

TEST(NewsmlG2, DoesNotDoubleADatelineThatIsShorterInTheText) {
  const std::string dateline = "<headline>H</headline><dateline>OSLO, Jan 6 (Reuters) -</dateline>";
  EXPECT_EQ(ReadOne(G2Item(dateline, "<p>OSLO (Reuters) - The bank met.</p>")).text,
            "H\n\nOSLO (Reuters) - The bank met.");
  EXPECT_EQ(ReadOne(G2Item(dateline, "<p>Oslo residents - many of them - fled.</p>")).text,
            "H\n\nOSLO, Jan 6 (Reuters) - Oslo residents - many of them - fled.");
}

TEST(NewsmlG2, ReadsTheContactsOfANoteInMarkup) {
  const Document document = Analyse(ReadOne(
      "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' xmlns:h='x' guid='g' xml:lang='de'>"
      "<itemMeta><edNote role='r'><h:div># dpa-Kontakte<h:br/>- Autor: Jan Mirko (Berlin), +49 30 "
      "555<h:br/>- Redaktion: Anna Sommer, +49 30 556</h:div></edNote></itemMeta><contentMeta>"
      "<headline>Streik</headline></contentMeta><contentSet><inlineXML><html><body><p>Berlin (dpa) "
      "- Es wird gestreikt.</p></body></html></inlineXML></contentSet></newsItem>"));
  EXPECT_THAT(CreditsOf(document),
              ElementsAre("reporter Jan Mirko @ Berlin", "editor Anna Sommer"));
}

TEST(NewsmlG2, PartsPlainTextAtItsIndents) {
  EXPECT_EQ(
      ReadOne("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='g' xml:lang='en'>"
              "<contentMeta><headline>Strike</headline></contentMeta><contentSet><inlineData "
              "contenttype='text/plain'>(Adds quotes)\n\n    By Ann Lee\n    OSLO, Jan 5 (Acme) - "
              "Dockers\nsaid they would stay out.\n    \"No,\" said one.\n (Editing by Bo Roe)\n"
              "</inlineData></contentSet></newsItem>")
          .text,
      "Strike\n\n(Adds quotes)\n\nBy Ann Lee\n\nOSLO, Jan 5 (Acme) - Dockers said they would stay "
      "out.\n\n\"No,\" said one.\n\n(Editing by Bo Roe)");
}

TEST(NewsmlG2, PassesOverPictures) {
  EXPECT_THAT(
      ReadEach("<newsItem guid=\"p\"><itemMeta><itemClass qcode=\"ninat:picture\"/></itemMeta>"
               "<contentMeta><headline>Un pont</headline></contentMeta></newsItem>"),
      IsEmpty());
}

TEST(Newsml1, GivesABylineToItsComponent) {
  const auto component = [](const std::string& lines, const std::string& content) {
    return "<NewsComponent><NewsLines>" + lines + "</NewsLines>" + content + "</NewsComponent>";
  };
  const std::string text =
      "<ContentItem><MediaType FormalName=\"Text\"/><DataContent>Le pont a rouvert.\n\nIl est "
      "long.</DataContent></ContentItem>";
  const std::string picture =
      "<ContentItem Href=\"p.jpg\"><MediaType FormalName=\"Photo\"/></ContentItem>";
  const RawDocument raw =
      ReadOne("<NewsML><NewsItem><NewsComponent>" + component("<HeadLine>Pont</HeadLine>", text) +
              component("<ByLine>Pim Hallard</ByLine><CreditLine>Acme</CreditLine>", picture) +
              "</NewsComponent></NewsItem></NewsML>");
  EXPECT_EQ(raw.text, "Pont\n\nLe pont a rouvert.\n\nIl est long.\n\nPim Hallard");
  EXPECT_THAT(CreditsOf(Analyse(raw)), ElementsAre("photographer Pim Hallard"));
  const RawDocument outer = ReadOne(
      "<NewsML><NewsItem>" +
      component("<ByLine>Pim Hallard</ByLine><CreditLine>Acme</CreditLine>", component("", text)) +
      "</NewsItem></NewsML>");
  EXPECT_THAT(CreditsOf(Analyse(outer)), ElementsAre("photographer Pim Hallard"));
}

TEST(Newsml1, KeepsAnEmbargo) {
  const auto item = [](const std::string& future) {
    return "<NewsML><NewsItem><NewsManagement><ThisRevisionCreated>20260303T101500Z"
           "</ThisRevisionCreated><Status FormalName='Embargoed'/><StatusWillChange><FutureStatus "
           "FormalName='" +
           future +
           "'/><DateAndTime>20260303T120000Z</DateAndTime></StatusWillChange></NewsManagement>"
           "<NewsComponent><ContentItem><DataContent><p>Text.</p></DataContent></ContentItem>"
           "</NewsComponent></NewsItem></NewsML>";
  };
  const RawDocument raw = ReadOne(item("Usable"));
  EXPECT_EQ(raw.metadata.at("embargo"), "2026-03-03T12:00:00Z");
  EXPECT_EQ(raw.metadata.at("published"), "2026-03-03T10:15:00Z");
  EXPECT_EQ(raw.metadata.at("status"), "embargoed");
  EXPECT_FALSE(ReadOne(item("Canceled")).metadata.contains("embargo"));
}

TEST(Newsml1, ADayIsThatOfItsOwnItem) {
  const std::string text =
      "<NewsManagement/><NewsComponent><ContentItem><DataContent>Le pont a rouvert.</DataContent>"
      "</ContentItem></NewsComponent></NewsItem>";
  const std::vector<RawDocument> items = ReadEach(
      "<NewsML><NewsItem><Identification><NewsIdentifier><DateId>20260212</DateId>"
      "</NewsIdentifier></Identification>" +
      text + "<NewsItem>" + text + "</NewsML>");
  ASSERT_EQ(items.size(), 2U);
  EXPECT_TRUE(items[0].date.has_value());
  EXPECT_FALSE(items[1].date.has_value());
}

// Their names are text of the document as well.
TEST(NewsmlG2, ManyPersonsAreWithinTheLimitOfADocument) {
  std::string persons;
  for (int i = 0; i < 1000; ++i) {
    const std::string letters = {static_cast<char>('a' + i % 26),
                                 static_cast<char>('a' + i / 26 % 26),
                                 static_cast<char>('a' + i / 676)};
    persons += "<creator role='x:reporter'><name>Jan N" + letters + "</name></creator>";
  }
  const std::string item = G2Item(persons, "<p>Le pont a rouvert.</p>");
  EXPECT_THAT(CreditsOf(Analyse(ReadOne(item))), testing::SizeIs(1000));
  ReadOptions options;
  options.document_limit = 5000;
  DocumentStream stream(OpenMemory(item, "a.xml"), options);
  EXPECT_THAT(test::ErrorOf([&] { (void)stream.Next(); }).what(),
              HasSubstr("holds a text longer than the limit"));
}

}  // namespace
}  // namespace calque::internal
