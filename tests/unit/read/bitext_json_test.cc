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
  EXPECT_NE(refusal("[4,5],\"target\":[3,3]", "[4,6],\"target\":[3,3]").find("[4, 6)"),
            std::string::npos);
  EXPECT_NE(refusal("[4,5],\"target\":[3,3]", "[5,4],\"target\":[3,3]").find("[5, 4)"),
            std::string::npos);
  EXPECT_NE(refusal("\"words\":[[0,", "\"words\":[[99,").find("99"), std::string::npos);
  EXPECT_NE(refusal("\"words\":[[0,", "\"words\":[[-1,").find("index"), std::string::npos);
  EXPECT_NE(refusal("\"reporter\"", "\"baker\"").find("baker"), std::string::npos);
  EXPECT_NE(refusal("2026-01-05", "2026-13-05").find("2026-13-05"), std::string::npos);
  EXPECT_NE(refusal("\"score\":0.995", "\"score\":\"high\"").find("score"), std::string::npos);
  EXPECT_NE(refusal("\"id\":\"ferry.en.txt\",", "").find("id"), std::string::npos);
}

// A bitext of one-word sentences, with the given members of its source and its beads.
std::string OfTwoWords(const std::string& source, const std::string& beads) {
  return R"({"schema":"calque/bitext/1","id":"x","source":{"id":"a","language":"en","text":"A B",)" +
         source +
         R"(},"target":{"id":"b","language":"fr","text":"C","sentences":[{"span":[0,1]}]},)" +
         R"("beads":[)" + beads + "]}";
}

TEST(BitextJson, RefusesWhatIsOutOfOrder) {
  const std::string sentences = R"("sentences":[{"span":[0,1]},{"span":[2,3]}])";
  const std::string bead = R"({"source":[0,1],"target":[0,1]})";
  EXPECT_EQ(ReadBitextJson(OfTwoWords(sentences, bead), {}).beads.size(), 1U);
  EXPECT_EQ(ErrorOf(OfTwoWords(R"("sentences":[{"span":[0,3]},{"span":[2,3]}])", "")),
            "x.jsonl:7: document a is malformed: sentence 1 begins inside the one before it");
  EXPECT_EQ(ErrorOf(OfTwoWords(R"("sentences":[{"span":[2,3]},{"span":[0,1]}])", "")),
            "x.jsonl:7: document a is malformed: sentence 1 begins inside the one before it");
  EXPECT_EQ(ErrorOf(OfTwoWords(sentences, bead + "," + R"({"source":[0,2],"target":[0,0]})")),
            "x.jsonl:7: document a is malformed: sentence 0 is in two beads");
  EXPECT_EQ(ErrorOf(OfTwoWords(
                R"("tokens":[[0,1],[2,3]],"sentences":[{"span":[0,1],"tokens":[1,2]}])", "")),
            "x.jsonl:7: document a is malformed: sentence 0 has tokens of another one");
}

TEST(BitextJson, RefusesASpanThatCutsACharacter) {
  const std::string error =
      ErrorOf(R"({"schema":"calque/bitext/1","id":"x","beads":[],"target":)"
              R"({"id":"b","language":"en","text":""},)"
              R"("source":{"id":"a","language":"fr","text":"é","headline":[0,1]}})");
  EXPECT_NE(error.find("[0, 1), which cuts a character"), std::string::npos) << error;
}

TEST(BitextJson, RefusesACreditThatCutsACharacter) {
  const std::string credits = R"(,"credits":[{"role":"editor","name":"N","span":)";
  for (const char* end : {"1", "3"}) {
    const std::string error = ErrorOf(R"({"schema":"calque/bitext/1","id":"x","beads":[],"target":)"
                                      R"({"id":"b","language":"en","text":""},)"
                                      R"("source":{"id":"a","language":"fr","text":"é")" +
                                      credits + "[0," + end + "]}]}}");
    EXPECT_NE(error.find(std::string("[0, ") + end + ")"), std::string::npos) << error;
  }
}

}  // namespace
}  // namespace calque::internal
