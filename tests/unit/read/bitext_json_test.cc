#include "align/read/bitext_json.h"

#include <gtest/gtest.h>

#include "tests/support/bitexts.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

std::string ErrorOf(const std::string& line) {
  const Error error = test::ErrorOf([&] { (void)ReadBitextJson(line, {"x.jsonl", 7, 0}); });
  EXPECT_EQ(error.code(), ErrorCode::kBadInput);
  return error.what();
}

std::string Replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), with);
}

TEST(BitextJson, GivesBackWhatItWrote) {
  const Bitext bitext = test::FerryBitext();
  EXPECT_EQ(ReadBitextJson(WriteBitextJson(bitext), {}), bitext);
}

TEST(BitextJson, WritesOneReadableLine) {
  const std::string line = WriteBitextJson(test::FerryBitext());
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_TRUE(line.starts_with(
      R"({"schema":"calque/bitext/1","id":"ferry","score":0.995,"source":{"id":"ferry.en.txt",)"));
  EXPECT_NE(line.find(R"({"source":[1,3],"target":[1,2],"score":0.91})"), std::string::npos);
  EXPECT_NE(line.find(R"("text":"Ada Brandt","kind":"person","key":"person:ada brandt")"),
            std::string::npos);
}

TEST(BitextJson, ReadsTheLeastThatTheSchemaAsksFor) {
  const Bitext bitext = ReadBitextJson(
      R"({"schema":"calque/bitext/1","id":"x","source":{"id":"a","language":"en","text":"A."},)"
      R"("target":{"id":"b","language":"fr","text":""},"beads":[],"later":1})",
      {});
  EXPECT_EQ(bitext.source.text, "A.");
  EXPECT_EQ(bitext.target.language, "fr");
}

TEST(BitextJson, RefusesWhatDoesNotFitItself) {
  const std::string line = WriteBitextJson(test::FerryBitext());
  const auto refusal = [&](const std::string& what, const std::string& with) {
    return ErrorOf(Replaced(line, what, with));
  };
  EXPECT_NE(ErrorOf("[]").find("x.jsonl:7: is no object of schema"), std::string::npos);
  EXPECT_NE(ErrorOf("{").find("x.jsonl:7"), std::string::npos);
  EXPECT_NE(refusal("bitext/1", "bitext/2").find("calque/bitext/2"), std::string::npos);
  EXPECT_NE(refusal("[4,5],\"target\":[3,3]", "[4,6],\"target\":[3,3]").find("[4,6]"),
            std::string::npos);
  EXPECT_NE(refusal("[4,5],\"target\":[3,3]", "[5,4],\"target\":[3,3]").find("[5,4]"),
            std::string::npos);
  EXPECT_NE(refusal("\"words\":[[0,", "\"words\":[[99,").find("99"), std::string::npos);
  EXPECT_NE(refusal("\"words\":[[0,", "\"words\":[[-1,").find("index"), std::string::npos);
  EXPECT_NE(refusal("\"reporter\"", "\"baker\"").find("baker"), std::string::npos);
  EXPECT_NE(refusal("2026-01-05", "2026-13-05").find("2026-13-05"), std::string::npos);
  EXPECT_NE(refusal("\"score\":0.995", "\"score\":\"high\"").find("score"), std::string::npos);
  EXPECT_NE(refusal("\"id\":\"ferry.en.txt\",", "").find("id"), std::string::npos);
}

TEST(BitextJson, RefusesASpanThatCutsACharacter) {
  const std::string error =
      ErrorOf(R"({"schema":"calque/bitext/1","id":"x","beads":[],"target":{},)"
              R"("source":{"id":"a","language":"fr","text":"é","headline":[0,1]}})");
  EXPECT_NE(error.find("cuts a character: [0,1]"), std::string::npos) << error;
}

TEST(BitextJson, RefusesACreditThatCutsACharacter) {
  const std::string credits = R"(,"credits":[{"role":"editor","name":"N","span":)";
  for (const char* span : {"[0,1]", "[0,3]"}) {
    const std::string error =
        ErrorOf(R"({"schema":"calque/bitext/1","id":"x","beads":[],"target":{},)"
                R"("source":{"id":"a","language":"fr","text":"é")" +
                credits + span + "}]}}");
    EXPECT_NE(error.find(span), std::string::npos) << error;
  }
}

}  // namespace
}  // namespace calque::internal
