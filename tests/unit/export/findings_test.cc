#include "align/export/findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "align/io/json.h"

namespace calque::internal {
namespace {

using ::testing::HasSubstr;

Bitext Checked() {
  Bitext bitext;
  bitext.id = "d1";
  bitext.source.text = "First line.\nÀ 5 percent.\n";
  bitext.target.text = "Ligne un.\nÀ 6 %.\n";
  bitext.findings = {{"percentage-changed",
                      Severity::kCritical,
                      0.975F,
                      {15, 24},
                      {13, 16},
                      "“5 percent” has become “6 %”."},
                     {"omission", Severity::kMajor, 0.9F, {0, 11}, {}, "“First line.” is lost."}};
  return bitext;
}

class StringTarget : public ExportTarget {
 public:
  std::ostream& Main() override { return out_; }
  std::ostream& Open(const std::string&) override { throw std::logic_error("one file is enough"); }
  void Close(const std::string&) override {}
  const std::string& stem() const override { return stem_; }
  [[nodiscard]] std::string str() const { return out_.str(); }

 private:
  std::string stem_ = "findings";
  std::ostringstream out_;
};

std::string Written(std::string_view format, CheckedPair::Places places,
                    const Bitext& bitext = Checked()) {
  StringTarget out;
  const auto writer = FindFindingsFormat(format)->make(out);
  writer->Begin();
  writer->Write({bitext, "en 1.txt", "fr.txt", places});
  writer->End();
  return out.str();
}

TEST(Findings, HtmlIsTheReportPage) {
  const std::string page = Written("html", CheckedPair::Places::kDocuments);
  EXPECT_THAT(page, HasSubstr("<!doctype html>"));
  EXPECT_THAT(page, HasSubstr("\"category\":\"percentage-changed\""));
}

TEST(Findings, TextNamesTheLine) {
  EXPECT_EQ(Written("text", CheckedPair::Places::kDocuments),
            "fr.txt:2: critical: “5 percent” has become “6 %”. [percentage-changed, 98 %]\n"
            "en 1.txt:1: major: “First line.” is lost. [omission, 90 %]\n");
}

TEST(Findings, LinesMayEndInCarriageReturns) {
  Bitext bitext = Checked();
  for (Document* document : {&bitext.source, &bitext.target}) {
    std::replace(document->text.begin(), document->text.end(), '\n', '\r');
  }
  EXPECT_EQ(Written("text", CheckedPair::Places::kDocuments, bitext),
            Written("text", CheckedPair::Places::kDocuments));
}

// The second paragraph of both texts.
std::string WrittenOfMarkup(std::string_view format) {
  Bitext bitext = Checked();
  for (Document* document : {&bitext.source, &bitext.target}) {
    const auto end = static_cast<std::uint32_t>(document->text.size());
    const auto middle = static_cast<std::uint32_t>(document->text.find('\n'));
    document->paragraphs = {{{0, middle}, {}, ParagraphKind::kBody},
                            {{middle + 1, end}, {}, ParagraphKind::kBody}};
  }
  StringTarget out;
  const auto writer = FindFindingsFormat(format)->make(out);
  writer->Begin();
  writer->Write({bitext, "en.txt", "fr.xml", CheckedPair::Places::kDocuments, true, false});
  writer->End();
  return out.str();
}

TEST(Findings, MarkupHasParagraphsNotLines) {
  EXPECT_EQ(WrittenOfMarkup("text"),
            "fr.xml: paragraph 2: critical: “5 percent” has become “6 %”. [percentage-changed, "
            "98 %]\nen.txt:1: major: “First line.” is lost. [omission, 90 %]\n");
  const Json log = ParseJson(WrittenOfMarkup("sarif"), {"sarif"});
  const Json& first = log.at("runs").at(0).at("results").at(0);
  const Json& place = first.at("locations").at(0);
  EXPECT_FALSE(place.at("physicalLocation").contains("region"));
  EXPECT_EQ(place.at("logicalLocations").at(0).at("name"), "paragraph 2");
  EXPECT_TRUE(first.at("relatedLocations").at(0).at("physicalLocation").contains("region"));
}

TEST(Findings, JsonlOfDocumentsCountsFromTheText) {
  EXPECT_THAT(Written("jsonl", CheckedPair::Places::kDocuments),
              HasSubstr(R"({"id":"d1","line":2,"category":"percentage-changed",)"
                        R"("severity":"critical","probability":0.975,"message":)"
                        R"("“5 percent” has become “6 %”.","source":[15,24],"target":[13,16],)"
                        R"("source_text":"5 percent","target_text":"6 %"})"));
}

TEST(Findings, JsonlNamesABitextWithoutIdByItsSource) {
  Bitext bitext = Checked();
  bitext.id.clear();
  StringTarget out;
  FindFindingsFormat("jsonl")->make(out)->Write({bitext, "corpus.xlf#2", "fr.txt"});
  EXPECT_THAT(out.str(), HasSubstr(R"({"id":"corpus.xlf#2","line":2,)"));
}

TEST(Findings, JsonlOfLinesCountsFromTheField) {
  const std::string written = Written("jsonl", CheckedPair::Places::kLines);
  EXPECT_THAT(written, HasSubstr(R"("source":[3,12],"target":[3,6])"));
  EXPECT_THAT(written, HasSubstr(R"({"line":1,"category":"omission")"));
}

TEST(Findings, SarifIsOneLogWithRulesAndColumns) {
  const Json log = ParseJson(Written("sarif", CheckedPair::Places::kDocuments), {"sarif"});
  const Json& run = log.at("runs").at(0);
  EXPECT_EQ(log.at("version"), "2.1.0");
  EXPECT_GT(run.at("tool").at("driver").at("rules").size(), 20U);
  ASSERT_EQ(run.at("results").size(), 2U);
  const Json& first = run.at("results").at(0);
  EXPECT_EQ(first.at("level"), "error");
  const Json& region = first.at("locations").at(0).at("physicalLocation").at("region");
  EXPECT_EQ(region.at("startLine"), 2);
  EXPECT_EQ(region.at("startColumn"), 3);  // code points: `À ` is two
  const Json& second = run.at("results").at(1);
  EXPECT_EQ(second.at("locations").at(0).at("physicalLocation").at("artifactLocation").at("uri"),
            "en%201.txt");
  EXPECT_FALSE(second.contains("relatedLocations"));
}

TEST(Findings, SarifMessagesHoldNoLinksOrPlaceholders) {
  const Bitext bitext = [] {
    Bitext made;
    made.source.text = "[read](http://a.example) {0}";
    made.findings = {
        {"omission", Severity::kMajor, 0.9F, {0, 6}, {}, "“[read](http://a.example) {0}\\”"}};
    return made;
  }();
  StringTarget out;
  const auto writer = FindFindingsFormat("sarif")->make(out);
  writer->Begin();
  writer->Write({bitext, "en.txt", "fr.txt", CheckedPair::Places::kDocuments});
  writer->End();
  EXPECT_EQ(ParseJson(out.str(), {"sarif"}).at("runs")[0].at("results")[0].at("message").at("text"),
            R"(“\[read\](http://a.example) {{0}}\\”)");
}

TEST(Findings, NoFindingsAreStillALog) {
  StringTarget out;
  const auto writer = FindFindingsFormat("sarif")->make(out);
  writer->Begin();
  writer->End();
  EXPECT_TRUE(ParseJson(out.str(), {"sarif"}).at("runs").at(0).at("results").empty());
}

}  // namespace
}  // namespace calque::internal
