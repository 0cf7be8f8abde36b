#include "align/io/json.h"

#include <gtest/gtest.h>

namespace calque::internal {
namespace {

// What an attempt to parse says; nothing where it is JSON.
std::string Said(const std::string& text, const Location& location = {"x.json"}) {
  try {
    (void)ParseJson(text, location);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kBadInput);
    return error.what();
  }
  return {};
}

TEST(ParseJson, SaysWhereTheTextIsNoJson) {
  EXPECT_EQ(Said("{\"a\":\n  nan}"), "x.json:2:4: is not valid JSON from here on");
  EXPECT_EQ(Said("{\"a\": x}"), "x.json:1:7: is not valid JSON from here on");
  EXPECT_EQ(Said("{\"a\": 1"), "x.json:1:8: is not valid JSON: it breaks off");
  EXPECT_EQ(Said(""), "x.json:1:1: is not valid JSON: it breaks off");
  EXPECT_EQ(Said("\"a\xFF\""), "x.json:1:3: is not valid JSON from here on");
  EXPECT_EQ(Said("[1e999]"), "x.json: has a number that is too large");
}

TEST(ParseJson, CountsFromWhereTheTextStands) {
  EXPECT_EQ(Said("[x]", {"x", 7, 1}), "x:7:2: is not valid JSON from here on");
  EXPECT_EQ(Said("[x]", {"x", 7, 10}), "x:7:11: is not valid JSON from here on");
  EXPECT_EQ(Said("[x]", {"x", 7}), "x:7: is not valid JSON from here on");
  EXPECT_EQ(Said("[\nx]", {"x", 7}), "x:8:1: is not valid JSON from here on");
}

TEST(ReadJson, SaysInOurWordsWhatIsExpected) {
  const auto said = [](const std::string& text, const auto& read) {
    const Json json = ParseJson(text, {"x"});
    try {
      ReadJson({"x", 3}, [&] {
        read(json);
        return 0;
      });
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kBadInput);
      return std::string(error.what());
    }
    return std::string("nothing");
  };
  EXPECT_EQ(said("{}", [](const Json& json) { (void)json.at("id"); }), "x:3: lacks the key \"id\"");
  EXPECT_EQ(said("5", [](const Json& json) { (void)json.get<std::string>(); }),
            "x:3: has a value of type number where string is expected");
  EXPECT_EQ(said("[]", [](const Json& json) { (void)json.at("id"); }),
            "x:3: has a value of type array where an object or list is expected");
  EXPECT_EQ(said("[1]", [](const Json& json) { (void)json.at(2); }),
            "x:3: has a list that is too short");
}

}  // namespace
}  // namespace calque::internal
