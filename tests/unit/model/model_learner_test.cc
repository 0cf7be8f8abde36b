#include "calque/model_learner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "calque/error.h"
#include "tests/support/bitexts.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/thrown.h"
#include "tests/unit/model/phrases.h"

namespace calque::internal {
namespace {

class ModelLearnerTest : public testing::Test {
 protected:
  [[nodiscard]] ModelLearner Make(const std::string& source, const std::string& target) const {
    return {path_, {.source_language = source, .target_language = target, .notice = "own writing"}};
  }

  test::TemporaryFolder folder_;
  std::string path_ = (folder_ / "en-fr.calque").string();
};

TEST_F(ModelLearnerTest, WritesAModelOfPairsAndBeads) {
  ModelLearner learner = Make("en", "fr");
  for (const auto& [english, french] : Pairs()) learner.Add(english, french);
  EXPECT_EQ(learner.size(), 24U);
  const Bitext bitext = test::FerryBitext();
  learner.Add(bitext);
  const auto nulls = std::count_if(bitext.beads.begin(), bitext.beads.end(),
                                   [](const Bead& bead) { return bead.IsNull(); });
  ASSERT_GT(nulls, 0);
  EXPECT_EQ(learner.size(), 24U + bitext.beads.size() - static_cast<std::size_t>(nulls));
  EXPECT_FALSE(std::filesystem::exists(path_));
  double last = 0.0;
  learner.Train([&](double share) { last = share; });
  EXPECT_EQ(last, 1.0);
  const auto model = Model::Load(path_);
  EXPECT_EQ(model->source_language(), "en");
  EXPECT_EQ(model->notice(), "own writing");
  EXPECT_GT(Probability(model->lexicon(), "ships", "navires"), 0.8F);
}

TEST_F(ModelLearnerTest, LeavesNothingBehindWhereItIsStopped) {
  ModelLearner learner = Make("en", "fr");
  EXPECT_THROW(learner.Train(), Error);  // no pairs
  for (const auto& [english, french] : Pairs()) learner.Add(english, french);
  EXPECT_THROW(learner.Train([](double) { throw std::runtime_error("stopped"); }),
               std::runtime_error);
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(ModelLearnerTest, RefusesLanguagesAndPlacesAtOnce) {
  const auto code = [](const auto& make) { return test::ErrorOf(make).code(); };
  EXPECT_EQ(code([&] { (void)Make("english", "fr"); }), ErrorCode::kUsage);
  EXPECT_EQ(code([&] { (void)Make("", "fr"); }), ErrorCode::kUsage);
  EXPECT_EQ(code([&] { (void)Make("fr", "fr"); }), ErrorCode::kUsage);
  path_ = (folder_ / "no/such/folder/x.calque").string();
  EXPECT_EQ(code([&] { (void)Make("en", "fr"); }), ErrorCode::kCannotWrite);
}

}  // namespace
}  // namespace calque::internal
