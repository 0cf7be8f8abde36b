#include "align/read/document_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace calque::internal
