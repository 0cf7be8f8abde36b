#include "align/read/plain_text.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "align/read/one_document.h"
#include "align/read/readers.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

TEST(PlainTextTest, TakesTheTextAsItIs) {
  const RawDocument document =
      ReadPlainText("Ligne une\r\n\r\nété\n", "dossier/a.zip!jour/depeche.txt");
  EXPECT_EQ(document.text, "Ligne une\r\n\r\nété\n");
  EXPECT_EQ(document.id, "depeche.txt");
  EXPECT_TRUE(document.blocks.empty());
  EXPECT_TRUE(document.diagnostics.empty());
}

TEST(PlainTextTest, SaysWhenItHadToGuessTheCharset) {
  const RawDocument document =
      ReadPlainText("Les d\xE9put\xE9s ont vot\xE9 \xE0 l'unanimit\xE9.", "a.txt");
  EXPECT_EQ(document.text, "Les députés ont voté à l'unanimité.");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].code, "charset-guessed");
}

TEST(PlainTextTest, RefusesWhatIsTooLong) {
  ReadOptions options;
  options.document_limit = 8;
  EXPECT_THROW((void)ReadPlainText("123456789", "a.txt", options), Error);
  EXPECT_NO_THROW((void)ReadPlainText("12345678", "a.txt", options));
}

TEST(ReadersTest, TakeWhatNothingElseRecognisesForText) {
  EXPECT_EQ(ReadOneDocument("", "empty.txt").text, "");
  EXPECT_EQ(ReadOneDocument("Bonjour.", "a.txt").text, "Bonjour.");
}

TEST(ReadersTest, RefuseAnUnknownFormatByName) {
  ReadOptions options;
  options.format = "telex";
  const Error error = test::ErrorOf([&] { (void)ReadOneDocument("x", "a.txt", options); });
  EXPECT_EQ(error.code(), ErrorCode::kUsage);
  EXPECT_NE(std::string(error.what()).find("telex"), std::string::npos);
}

TEST(PlainTextTest, IsCalledByTheLastPartOfItsName) {
  EXPECT_EQ(IdOfName("day.zip!a/story.txt"), "story.txt");
  EXPECT_EQ(IdOfName("site.warc!http://a.example/news/"), "news");
  EXPECT_EQ(IdOfName("!"), "");
}

TEST(ReadersTest, HaveOneRowAName) {
  std::vector<std::string_view> names;
  for (const InputFormat& format : InputFormats()) {
    EXPECT_EQ(std::count(names.begin(), names.end(), format.name), 0) << format.name;
    names.push_back(format.name);
  }
}

}  // namespace
}  // namespace calque::internal
