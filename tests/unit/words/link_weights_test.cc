#include "align/words/link_weights.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "align/io/file.h"
#include "align/io/json.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

LinkCandidate Candidate(std::uint32_t source, std::uint32_t target, float joint) {
  LinkCandidate candidate{source, target, joint, {}};
  candidate.features[0] = 1.0F;
  candidate.features[1] = LogOdds(joint);
  return candidate;
}

// The first pass repeats the joint posterior, the second the first.
LinkWeights Repeating() {
  LinkWeights weights;
  weights.first[1] = 1.0F;
  weights.second_context[0] = 1.0F;
  return weights;
}

std::size_t ContextIndex(std::string_view name) {
  const auto found = std::find(kContextFeatures.begin(), kContextFeatures.end(), name);
  return static_cast<std::size_t>(found - kContextFeatures.begin());
}

TEST(LinkWeights, JsonKeepsThem) {
  LinkWeights weights = Repeating();
  weights.second[3] = -0.25F;
  const auto read = LinkWeights::FromJson(weights.ToJson(), "words.json");
  EXPECT_EQ(read->first, weights.first);
  EXPECT_EQ(read->second, weights.second);
  EXPECT_EQ(read->second_context, weights.second_context);
}

TEST(LinkWeights, RefuseFeaturesThatAreAbsentOrUnknown) {
  Json missing = Repeating().ToJson();
  missing["second"].erase("joint");
  EXPECT_THROW((void)LinkWeights::FromJson(missing, "words.json"), Error);
  Json unknown = Repeating().ToJson();
  unknown["first"]["luck"] = 1.0;
  EXPECT_THROW((void)LinkWeights::FromJson(unknown, "words.json"), Error);
  EXPECT_THROW((void)LinkWeights::FromJson(Json::object(), "words.json"), Error);
}

TEST(LinkWeights, TheOnesThatShipAreSound) {
  const std::string path = "corpora/models/words.json";
  EXPECT_NO_THROW((void)LinkWeights::FromJson(ParseJson(ReadFile(path), {path}), path));
}

TEST(RescoreLinks, WeightsOfOneRepeatThePosterior) {
  CellGrid grid;
  const auto p = RescoreLinks({Candidate(0, 0, 0.9F), Candidate(0, 3, 0.2F)}, Repeating(), &grid);
  ASSERT_EQ(p.size(), 2U);
  EXPECT_NEAR(p[0], 0.9F, 1e-4F);
  EXPECT_NEAR(p[1], 0.2F, 1e-4F);
  EXPECT_TRUE(RescoreLinks({}, Repeating(), &grid).empty());
}

TEST(RescoreLinks, ANeighbourThatIsLinkedSpeaksForALink) {
  LinkWeights weights = Repeating();
  weights.second_context[ContextIndex("first-diagonal")] = 3.0F;
  CellGrid grid;
  const auto with = RescoreLinks({Candidate(0, 0, 0.5F), Candidate(1, 1, 0.9F)}, weights, &grid);
  const auto without = RescoreLinks({Candidate(0, 0, 0.5F), Candidate(5, 3, 0.9F)}, weights, &grid);
  EXPECT_GT(with[0], without[0] + 0.2F);
}

TEST(Surroundings, LookAtRowsColumnsAndDiagonals) {
  CellGrid grid;
  grid.Reset(3, 4);
  grid.Set(0, 0, 0.1F);
  grid.Set(0, 2, 0.2F);
  grid.Set(1, 0, 0.3F);
  grid.Set(1, 1, 0.9F);
  grid.Set(1, 2, 0.4F);
  grid.Set(2, 1, 0.5F);
  grid.Set(2, 3, 0.6F);
  grid.Set(1, 3, 0.35F);
  const Surroundings around = SurroundingsFinder(grid).Of(1, 1);
  EXPECT_FLOAT_EQ(around.rival, 0.5F);
  EXPECT_FLOAT_EQ(around.rivals, 0.4F);
  EXPECT_FLOAT_EQ(around.far_rival, 0.35F);
  EXPECT_FLOAT_EQ(around.before, 0.1F);
  EXPECT_FLOAT_EQ(around.after, 0.0F);
  EXPECT_FLOAT_EQ(around.wide_after, 0.6F);
  EXPECT_FLOAT_EQ(around.crossed, 0.2F);
  EXPECT_FLOAT_EQ(around.beside, 0.5F);
  const Surroundings corner = SurroundingsFinder(grid).Of(0, 0);
  EXPECT_FLOAT_EQ(corner.before, 0.0F);
  EXPECT_FLOAT_EQ(corner.after, 0.9F);
}

TEST(LogOdds, AreCutAtBothEnds) {
  EXPECT_FLOAT_EQ(LogOdds(0.0F), -kMostLogOdds);
  EXPECT_FLOAT_EQ(LogOdds(0.5F), 0.0F);
  EXPECT_NEAR(LogOdds(1.0F), kMostLogOdds, 1e-2F);
}

}  // namespace
}  // namespace calque::internal
