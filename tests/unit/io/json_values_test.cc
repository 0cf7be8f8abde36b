#include "align/io/json_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/faults.h"

namespace calque::internal {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::size_t kLimit = std::size_t{1} << 20;

// Every value as `line:text`, the failure as `!message`.
std::vector<std::string> List(const std::string& text, std::size_t most = 4096) {
  const auto source = test::FaultySource(OpenMemory(text, "x.json"), most);
  JsonValues values(*source, kLimit);
  std::vector<std::string> list;
  try {
    while (const auto value = values.Next()) {
      list.push_back(std::to_string(values.location().line) + ":" + std::string(*value));
    }
  } catch (const Error& error) {
    list.push_back(std::string("!") + error.what());
  }
  return list;
}

TEST(JsonValues, AreThoseOfAListOrOneBehindTheOther) {
  for (const std::size_t most : {1, 2, 3, 4096}) {
    EXPECT_THAT(List(" [ {\"a\": [1, {}]},\n\"x ] \\\" ,\" , 12,\ntrue,[]]\n", most),
                ElementsAre("1:{\"a\": [1, {}]}", "2:\"x ] \\\" ,\"", "2:12", "3:true", "3:[]"));
    EXPECT_THAT(List("{\n}\n{\"b\": \"}\\\\\"}null", most),
                ElementsAre("1:{\n}", "3:{\"b\": \"}\\\\\"}", "3:null"));
    EXPECT_THAT(List("[] [1]\n", most), ElementsAre("1:1"));
    EXPECT_THAT(List(" \n", most), IsEmpty());
    EXPECT_THAT(List("", most), IsEmpty());
  }
}

TEST(JsonValues, SayWhatIsBrokenBetweenThem) {
  EXPECT_THAT(List("[{}\n{}]"), ElementsAre("1:{}", HasSubstr("!x.json:2: is not valid JSON: there "
                                                              "is no comma between two values")));
  EXPECT_THAT(List("[1,]"), ElementsAre("1:1", HasSubstr("`]` where a value should be")));
  EXPECT_THAT(List("[,1]"), ElementsAre(HasSubstr("`,` where a value should be")));
  EXPECT_THAT(List("[1,\n"), ElementsAre("1:1", HasSubstr("x.json:2: is not valid JSON: the file "
                                                          "ends inside a list")));
  EXPECT_THAT(List("1]"), ElementsAre("1:1", HasSubstr("`]` where a value should be")));
  EXPECT_THAT(List("\n{\"a\":\n"), ElementsAre(HasSubstr("x.json:2: is not valid JSON: the file "
                                                         "ends inside a value")));
  EXPECT_THAT(List("[\"a\\"), ElementsAre(HasSubstr("ends inside a value")));
}

TEST(JsonValues, RefuseWhatIsTooDeepOrTooLong) {
  EXPECT_THAT(List("[" + std::string(1'000'000, '[')), ElementsAre(HasSubstr("nested deeper")));
  EXPECT_THAT(List("[\"" + std::string(kLimit * 2, 'x') + "\"]"),
              ElementsAre(HasSubstr("more than 1 MiB")));
}

// The rest of a list may be without end.
TEST(JsonValues, ComeAsSoonAsTheyAreRead) {
  const std::string text = "[{\"a\":1},{\"b\":2}," + std::string(1 << 20, ' ');
  const auto source = test::FaultySource(OpenMemory(text, "x.json"), 16, 100);
  JsonValues values(*source, kLimit);
  EXPECT_EQ(values.Next(), "{\"a\":1}");
  EXPECT_EQ(values.Next(), "{\"b\":2}");
  EXPECT_THROW((void)values.Next(), Error);
}

}  // namespace
}  // namespace calque::internal
