#include "align/export/review.h"

#include <gtest/gtest.h>

#include "align/export/report/index_page.h"
#include "align/export/report/report_data.h"
#include "align/export/report/template.h"
#include "align/io/json.h"
#include "align/read/bitext_json.h"
#include "tests/support/bitexts.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

using test::FerryBitext;
using test::HostileBitext;

Review ReviewOf(const Bitext& bitext) { return {bitext.id, ReviewDigest(bitext), {}, {}, {"r"}}; }

std::vector<ReviewedBead> BeadsOf(const Bitext& bitext) {
  std::vector<ReviewedBead> beads;
  for (const Bead& bead : bitext.beads) {
    beads.push_back({bead.source, bead.target, bead.crossing, false});
  }
  return beads;
}

ReviewedFinding MarkOn(const Finding& finding, ReviewMark mark) {
  return {finding.category, finding.source, finding.target, finding.message, mark};
}

std::string Refusal(const Review& review) {
  Bitext bitext = FerryBitext();
  const Error error = test::ErrorOf([&] { (void)ApplyReview(review, &bitext); });
  EXPECT_EQ(bitext, FerryBitext()) << "a refused review leaves the bitext as it was";
  return error.what();
}

TEST(ReviewDigest, StaysWhereTheMasterFormatIsReadBack) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Bitext bitext = HostileBitext(seed);
    EXPECT_EQ(ReviewDigest(ReadBitextJson(WriteBitextJson(bitext), {"x"})), ReviewDigest(bitext));
  }
}

TEST(ReviewDigest, ChangesWithAllThatAReviewPointsInto) {
  const std::string digest = ReviewDigest(FerryBitext());
  EXPECT_EQ(digest.size(), 16U);
  Bitext bitext = FerryBitext();
  bitext.source.text[0] = '#';
  EXPECT_NE(ReviewDigest(bitext), digest);
  bitext = FerryBitext();
  ++bitext.target.sentences[1].span.begin;
  EXPECT_NE(ReviewDigest(bitext), digest);
  bitext = FerryBitext();
  bitext.beads.pop_back();
  EXPECT_NE(ReviewDigest(bitext), digest);
  bitext = FerryBitext();
  bitext.beads[0].score = 0.1F;
  bitext.words.clear();
  bitext.findings.clear();
  EXPECT_EQ(ReviewDigest(bitext), digest);
}

TEST(ApplyReview, WithoutRemarksChangesNothing) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Bitext before = HostileBitext(seed);
    Bitext after = before;
    EXPECT_EQ(ApplyReview(ReviewOf(before), &after), 0U);
    EXPECT_EQ(after, before);
  }
}

TEST(ApplyReview, MarksFindings) {
  for (const ReviewMark mark : {ReviewMark::kRight, ReviewMark::kWrong, ReviewMark::kFixed}) {
    Bitext bitext = FerryBitext();
    Review review = ReviewOf(bitext);
    review.findings = {MarkOn(bitext.findings[0], mark)};
    const std::size_t before = bitext.findings.size();
    EXPECT_EQ(ApplyReview(review, &bitext), 0U);
    if (mark == ReviewMark::kRight) {
      EXPECT_EQ(bitext.findings.at(0).probability, 1.0F);
    } else {
      EXPECT_EQ(bitext.findings.size(), before - 1);
    }
  }
}

TEST(ApplyReview, TakesCorrectedBeadsAndDropsLinksAcrossThem) {
  Bitext bitext = FerryBitext();
  Review review = ReviewOf(bitext);
  review.beads = BeadsOf(bitext);
  // Every bead gives its target text away: nothing can be linked any more.
  std::vector<ReviewedBead> apart;
  for (const ReviewedBead& bead : *review.beads) {
    if (!bead.source.empty())
      apart.push_back({bead.source, {bead.target.begin, bead.target.begin}});
    const std::uint32_t end = bead.source.end;
    if (!bead.target.empty()) apart.push_back({{end, end}, bead.target});
  }
  review.beads = apart;
  (void)ApplyReview(review, &bitext);
  EXPECT_EQ(bitext.beads.size(), apart.size());
  EXPECT_EQ(bitext.beads[0].score, 1.0F);
  EXPECT_TRUE(bitext.words.empty());
  EXPECT_TRUE(bitext.entities.empty());
}

TEST(ApplyReview, KeepsScoresOfUntouchedBeadsAndTrustsAcceptedOnes) {
  Bitext bitext = FerryBitext();
  Review review = ReviewOf(bitext);
  review.beads = BeadsOf(bitext);
  review.beads->at(1).accepted = true;
  (void)ApplyReview(review, &bitext);
  EXPECT_EQ(bitext.beads[0], FerryBitext().beads[0]);
  EXPECT_EQ(bitext.beads[1].score, 1.0F);
  EXPECT_EQ(bitext.words, FerryBitext().words);
  EXPECT_EQ(bitext.entities, FerryBitext().entities);
}

TEST(ApplyReview, RefusesWhatDoesNotFit) {
  const Bitext bitext = FerryBitext();
  Review review = ReviewOf(bitext);
  review.digest = "0123456789abcdef";
  EXPECT_NE(Refusal(review).find("another version"), std::string::npos);
  review = ReviewOf(bitext);
  review.beads = BeadsOf(bitext);
  review.beads->pop_back();
  EXPECT_NE(Refusal(review).find("leave out sentences"), std::string::npos);
  review.beads = BeadsOf(bitext);
  std::swap(review.beads->front(), review.beads->back());
  EXPECT_NE(Refusal(review).find("out of source order"), std::string::npos);
  review.beads->assign({{{0, 999}, {0, 1}}});
  EXPECT_NE(Refusal(review).find("has not"), std::string::npos);
  review.beads->assign({{{0, 0}, {0, 0}}});
  EXPECT_NE(Refusal(review).find("is empty"), std::string::npos);
}

TEST(ParseReview, ReadsWhatThePageSaves) {
  const Review review = ParseReview(
      R"({"schema":"calque/review/1","id":"a","digest":"00","beads":[{"source":[0,1],"target":[0,2],)"
      R"("accepted":true}],"findings":[{"category":"omission","source":[3,7],"target":[0,0],)"
      R"("message":"gone","mark":"fixed"}]})",
      {"r.json"});
  EXPECT_EQ(review.beads->at(0).target.end, 2U);
  EXPECT_TRUE(review.beads->at(0).accepted);
  EXPECT_EQ(review.findings.at(0).source, (ByteSpan{3, 7}));
  EXPECT_EQ(review.findings.at(0).message, "gone");
  EXPECT_EQ(review.findings.at(0).mark, ReviewMark::kFixed);
}

TEST(ParseReview, RefusesOtherThings) {
  const std::string at = R"("source":[0,1],"target":[0,1],"message":"m")";
  const std::string head = R"({"schema":"calque/review/1","id":"a","digest":"0",)";
  for (const std::string& text :
       {std::string("x"), std::string("[]"), std::string(R"({"schema":"calque/bitext/1"})"),
        std::string(R"({"schema":"calque/review/1"})"), head + R"("beads":[{"source":[0,1]}]})",
        head + R"("beads":[{"source":[2,1],"target":[0,0]}]})",
        head + R"("beads":[{"source":[-1,1],"target":[0,0]}]})", head + R"("beads":7})",
        head + R"("findings":[{"category":"x",)" + at + R"(,"mark":"maybe"}]})",
        head + R"("findings":[{"category":"x","source":[1e99,2],"mark":"right"}]})",
        head + R"("findings":[{"category":"x","mark":"right"}]})",
        head + R"("findings":[{"category":5,)" + at + R"(,"mark":"right"}]})"}) {
    const Error error = test::ErrorOf([&] { (void)ParseReview(text, {"r.json"}); });
    EXPECT_EQ(error.code(), ErrorCode::kBadInput) << text;
    EXPECT_EQ(std::string(error.what()).substr(0, 6), "r.json") << error.what();
  }
}

TEST(ParseReview, NamesTheEntryThatIsWrong) {
  const std::string head = R"({"schema":"calque/review/1","id":"a","digest":"0",)";
  const std::string good =
      R"({"category":"x","source":[0,1],"target":[0,0],"message":"m","mark":"right"},)";
  for (const auto& [text, place] : {
           std::pair(head + R"("findings":[)" + good + R"({"category":"x"}]})",
                     "r.json: entry 2 of findings: lacks"),
           std::pair(head + R"("findings":[)" + good + "null]}", "r.json: entry 2 of findings: "),
           std::pair(head + R"("beads":[{"source":[0,"x"],"target":[0,1]}]})",
                     "r.json: entry 1 of beads: "),
           std::pair(head + R"("findings":null})", "r.json: a list of findings"),
           std::pair(head + R"("beads":{}})", "r.json: a list of beads"),
       }) {
    try {
      (void)ParseReview(text, {"r.json"});
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_TRUE(std::string(error.what()).starts_with(place)) << error.what();
    }
  }
}

TEST(ApplyReview, FindsFindingsWhereverTheyStand) {
  Bitext bitext = FerryBitext();
  const Finding finding = bitext.findings.at(0);
  Review review = ReviewOf(bitext);
  Finding of_a_glossary = finding;
  of_a_glossary.message = "not in the file";
  review.findings = {MarkOn(of_a_glossary, ReviewMark::kWrong),
                     MarkOn(finding, ReviewMark::kWrong)};
  bitext.findings.insert(bitext.findings.begin(), 2, finding);
  bitext.findings.front().category = "doubled";
  EXPECT_EQ(ApplyReview(review, &bitext), 1U);
  ASSERT_EQ(bitext.findings.size(), 2U);
  EXPECT_EQ(bitext.findings.at(0).category, "doubled");
}

TEST(AddReview, PutsTogetherWhatDoesNotContradict) {
  const Bitext bitext = FerryBitext();
  Finding other = bitext.findings.at(0);
  other.category = "doubled";
  Review first = ReviewOf(bitext);
  first.findings = {MarkOn(bitext.findings[0], ReviewMark::kRight)};
  Review second = ReviewOf(bitext);
  second.location = {"s"};
  second.beads = BeadsOf(bitext);
  second.findings = {first.findings[0], MarkOn(other, ReviewMark::kWrong)};
  Review both = first;
  AddReview(second, &both);
  EXPECT_EQ(both.findings.size(), 2U);
  EXPECT_EQ(both.beads, second.beads);
  second.findings[0].mark = ReviewMark::kWrong;
  EXPECT_TRUE(std::string(test::ErrorOf([&] { AddReview(second, &first); }).what())
                  .starts_with("s: marks"));
  second.findings.clear();
  second.beads->back().accepted = true;
  EXPECT_TRUE(
      std::string(test::ErrorOf([&] { AddReview(second, &both); }).what()).starts_with("s: corr"));
}

TEST(Report, HoldsTheDataWithoutClosingItsScript) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Bitext bitext = HostileBitext(seed);
    bitext.id = "</script><!--<script>\xE2\x80\xA8@DATA@";
    const std::string data = ReportData(bitext);
    EXPECT_EQ(data.find('<'), std::string::npos);
    const Json json = ParseJson(data, {"data"});
    EXPECT_EQ(json.at("id"), bitext.id);
    EXPECT_EQ(json.at("digest"), ReviewDigest(bitext));
    const std::string page = FillTemplate(ReportPageTemplate(), data);
    EXPECT_EQ(page.size(), ReportPageTemplate().size() - 6 + data.size());
  }
}

TEST(Report, TokensAndGapsGiveEverySentenceBack) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Bitext bitext = HostileBitext(seed);
    const Json sentences = ParseJson(ReportData(bitext), {"data"}).at("target").at("sentences");
    ASSERT_EQ(sentences.size(), bitext.target.sentences.size());
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      std::string text;
      for (const Json& piece : sentences[i].at("pieces")) text += piece.get<std::string>();
      EXPECT_EQ(text, bitext.target.TextOf(bitext.target.sentences[i]));
    }
  }
}

TEST(ReportIndex, SummarisesWithoutClosingItsScript) {
  BitextSummary summary = SummaryOf(FerryBitext());
  summary.headline = "</script>";
  const std::string data = IndexData("out", {summary});
  EXPECT_EQ(data.find('<'), std::string::npos);
  const Json first = ParseJson(data, {"data"}).at("bitexts").at(0);
  EXPECT_EQ(first.at("page"), "out/00000.html");
  EXPECT_EQ(first.at("nullBeads"), 1);
  EXPECT_EQ(first.at("beads"), FerryBitext().beads.size());
}

}  // namespace
}  // namespace calque::internal
