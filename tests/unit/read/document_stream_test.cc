#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "align/read/one_document.h"
#include "calque/error.h"
#include "tests/support/archives.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string Item(const std::string& guid, const std::string& version, const std::string& text) {
  return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"" + guid +
         "\" version=\"" + version + "\"><contentMeta><headline>" + text +
         "</headline></contentMeta><contentSet><inlineData contenttype=\"text/plain\">" + text +
         " body.</inlineData></contentSet></newsItem>";
}
std::string Message(const std::string& items) {
  return "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>" + items +
         "</itemSet></newsMessage>";
}

std::vector<std::string> List(const std::string& bytes) {
  DocumentStream stream(OpenMemory(bytes, "day/a.bin"));
  std::vector<std::string> list;
  for (;;) {
    try {
      const std::optional<RawDocument> document = stream.Next();
      if (!document) return list;
      list.push_back(document->file + "#" + std::to_string(document->ordinal) + "=" + document->id);
    } catch (const Error& error) {
      list.push_back(std::string("!") + error.what());
    }
  }
}

TEST(DocumentStream, NumbersTheDocumentsOfAFile) {
  EXPECT_THAT(List(Message(Item("one", "1", "One") + Item("two", "1", "Two"))),
              ElementsAre("a.bin#0=one", "a.bin#1=two"));
}

TEST(DocumentStream, GoesOnBehindAFileThatCannotBeRead) {
  const std::string bytes =
      test::MakeArchive("zip", "",
                        {{"a.xml", Message(Item("one", "1", "One") + "<newsItem")},
                         {"b.bin", std::string("\0\1\2", 3)},
                         {"c.txt", "Text."}});
  EXPECT_THAT(List(bytes),
              ElementsAre("a.xml#0=one", HasSubstr("!day/a.bin!a.xml:1:"),
                          HasSubstr("!day/a.bin!b.bin:1:1: is binary"), "c.txt#0=c.txt"));
}

TEST(DocumentStream, NamesInDiagnosticsArePrintable) {
  DocumentStream stream(OpenMemory("d\xE9put\xE9", "a/d\xE9p.txt"));
  const std::optional<RawDocument> document = stream.Next();
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->id, "d%E9p.txt");
  ASSERT_EQ(document->diagnostics.size(), 1U);
  EXPECT_EQ(document->diagnostics[0].location.name, "a/d%E9p.txt");
}

RawDocument Take(const std::string& bytes, const std::string& choice) {
  DocumentStream stream(OpenMemory(bytes, "a.xml"));
  return TakeOneDocument(stream, "a.xml", choice);
}

TEST(DocumentStream, TakesTheLastVersionOfOneDocument) {
  const std::string bytes = Message(Item("one", "2", "Second") + Item("one", "1", "First"));
  EXPECT_THAT(Take(bytes, "").text, HasSubstr("Second"));
}

TEST(DocumentStream, AsksWhichOfSeveralDocuments) {
  const std::string bytes = Message(Item("one", "1", "One") + Item("two", "1", "Two"));
  EXPECT_EQ(Take(bytes, "two").id, "two");
  EXPECT_THAT(test::ErrorOf([&] { (void)Take(bytes, ""); }).what(),
              HasSubstr("name one behind the file, as a.xml!ID:\n  one\n  two"));
  EXPECT_THAT(test::ErrorOf([&] { (void)Take(bytes, "three"); }).what(),
              HasSubstr("holds no document `three`; those in it are:\n  one\n  two"));
}

TEST(DocumentStream, RefusesTwoDocumentsOfOneId) {
  const std::string bytes =
      "<DOC id=\"A_ENG_20260105.0001\" type=\"story\">\n<TEXT>\n<P>\nOld text.\n"
      "</P>\n</TEXT>\n</DOC>\n";
  const std::string other =
      "<DOC id=\"A_ENG_20260105.0001\" type=\"story\">\n<TEXT>\n<P>\nNew text.\n"
      "</P>\n</TEXT>\n</DOC>\n";
  for (const char* choice : {"", "A_ENG_20260105.0001"}) {
    EXPECT_THAT(test::ErrorOf([&] { (void)Take(bytes + other, choice); }).what(),
                HasSubstr("several documents of one id that differ; name one behind the file, as "
                          "a.xml!ID#2 for the second:\n  A_ENG_20260105.0001 (2 documents)"));
  }
  EXPECT_THAT(Take(bytes + other, "A_ENG_20260105.0001#1").text, HasSubstr("Old"));
  EXPECT_THAT(Take(bytes + other, "A_ENG_20260105.0001#2").text, HasSubstr("New"));
  EXPECT_THAT(Take(bytes + bytes, "").text, HasSubstr("Old"));
}

TEST(DocumentStream, ReadsTheNamedMemberBesideADamagedOne) {
  const std::string zip = test::MakeArchive(
      "zip", "", {{"a.txt", "One."}, {"b.bin", std::string("\0\1\2", 3)}, {"c.txt", "Three."}});
  const RawDocument document = Take(zip, "c.txt");
  EXPECT_EQ(document.text, "Three.");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_THAT(document.diagnostics[0].message, HasSubstr("b.bin:1:1: is binary"));
  EXPECT_THAT(test::ErrorOf([&] { (void)Take(zip, "b.bin"); }).what(), HasSubstr("is binary"));
}

std::string Utf16(const std::string& text) {
  std::string wide = "\xFF\xFE";
  for (const char c : text) (wide += c) += '\0';
  return wide;
}

TEST(DocumentStream, RecognisesFormatsInUtf16) {
  const std::string item = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + Item("one", "1", "One");
  EXPECT_EQ(Take(Utf16(item), "").id, "one");
  EXPECT_EQ(Take(Utf16(Item("one", "1", "One")), "").id, "one");
  const RawDocument story = Take(
      Utf16("<DOC id=\"A_ENG_20260105.0001\">\n<TEXT>\n<P>\nA text.\n</P>\n</TEXT>\n</DOC>\n"), "");
  EXPECT_EQ(story.id, "A_ENG_20260105.0001");
  EXPECT_EQ(story.text, "A text.");
  EXPECT_EQ(
      Take(Utf16("{\"uri\": \"u1\", \"headline\": \"One\", \"body_text\": \"Text.\"}"), "").id,
      "u1");
  EXPECT_EQ(Take(Utf16("Plain text."), "").text, "Plain text.");
}

TEST(DocumentStream, SaysWhatNoFormatOfDocumentsIs) {
  const auto remark_on = [](const std::string& bytes) {
    const RawDocument document = Take(bytes, "");
    return document.diagnostics.empty() ? "" : document.diagnostics[0].message;
  };
  EXPECT_EQ(remark_on("<?xml version=\"1.0\"?><rss><channel><title>A</title></channel></rss>"),
            "is XML (<rss>) of no known format; read as plain text");
  EXPECT_EQ(remark_on("<?xml version=\"1.0\""), "is XML of no known format; read as plain text");
  EXPECT_EQ(remark_on("[{\"title\": \"A\"}]"), "is JSON of no known format; read as plain text");
  EXPECT_EQ(remark_on("[Correction] The mayor said so."), "");
  EXPECT_EQ(remark_on("<<Nous verrons>>, dit-il."), "");
  for (const char* bitext :
       {"<tmx version=\"1.4\"><header/></tmx>", "<xliff version=\"1.2\"></xliff>",
        "<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"></TEI>",
        "{\"schema\":\"calque/bitext/1\"}"}) {
    EXPECT_THAT(test::ErrorOf([&] { (void)Take(bitext, ""); }).what(),
                HasSubstr("a file of bitexts, where a document is wanted"));
  }
}

}  // namespace
}  // namespace calque::internal
