#include "align/fidelity/scene.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "align/model/model.h"
#include "tests/unit/fidelity/pairs.h"

namespace calque::internal {
namespace {

using ::testing::ElementsAre;

std::shared_ptr<const Model> ShippedModel() {
  return Model::Load(CALQUE_SOURCE_DIRECTORY "/corpora/models/en-fr.calque");
}

IndexRange<Token> All(const SideView& side) {
  return {0, static_cast<std::uint32_t>(side.words().size())};
}

const Word& WordOf(const SideView& side, std::string_view folded) {
  for (const Word& word : side.words()) {
    if (word.folded == folded) return word;
  }
  throw std::out_of_range(std::string(folded));
}

TEST(Scene, ExcessIsOverWhatThePairHas) {
  const Bitext bitext = MakeBitext({{"It rains today.", "Il pleut aujourd'hui."}});
  FidelityContext context = ShippedContext();
  const auto excess = [&](View::From from) {
    const Scene scene(bitext, context);
    const View view(scene, from);
    return view.Excess(All(view.here()), All(view.there()));
  };
  const auto plain = static_cast<float>(std::log(22.0 / 16.0));
  // Without a model one pair says little of how long translations are.
  EXPECT_NEAR(excess(View::From::kSource), plain, 0.03F);
  const auto model = ShippedModel();
  context.model = model.get();
  const auto expected = static_cast<float>(std::log(model->lengths().ratio));
  EXPECT_NEAR(excess(View::From::kSource), plain - expected, 1e-4F);
  EXPECT_NEAR(excess(View::From::kTarget), expected - plain, 1e-4F);
}

TEST(Scene, WordsLeftOutDoNotCount) {
  const Bitext bitext = MakeBitext({{"It rains today.", "Il pleut."}});
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const View view(scene, View::From::kSource);
  EXPECT_GT(view.Excess(All(view.here()), All(view.there()), {2, 3}),
            view.Excess(All(view.here()), All(view.there())));
}

// The words of one English sentence whose capital says nothing.
std::vector<std::string> Opening(const std::string& sentence) {
  const Bitext bitext = MakeBitext({{sentence, "Rien."}});
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  std::vector<std::string> opening;
  for (const Word& word : scene.source().words()) {
    if (word.opens && !word.IsPunctuation()) opening.push_back(word.folded);
  }
  return opening;
}

TEST(Scene, WordBehindADatelineOpens) {
  EXPECT_THAT(Opening("OSLO (Acme) - Dockers voted."), ElementsAre("oslo", "dockers"));
}

TEST(Scene, OnlyAnOpeningMarkOpens) {
  EXPECT_THAT(Opening("\"They left,\" Moreau said."), ElementsAre("they"));
  EXPECT_THAT(Opening("Moreau said: \"They left.\""), ElementsAre("moreau", "they"));
  EXPECT_THAT(Opening("Moreau, of \" Dockers United \", left."),
              ElementsAre("moreau", "dockers", "left"));
  EXPECT_THAT(Opening("\"They left?\" Moreau asked."), ElementsAre("they", "moreau"));
}

// Translations do without `actually` more readily than without `budget`.
TEST(Scene, IdleWordsAreMissedLess) {
  const Bitext bitext = MakeBitext({{"The budget actually shrank.", "Oui."}});
  FidelityContext context = ShippedContext();
  const auto model = ShippedModel();
  context.model = model.get();
  const Scene scene(bitext, context);
  const auto at = [&](std::string_view folded) {
    return static_cast<std::size_t>(&WordOf(scene.source(), folded) -
                                    scene.source().words().data());
  };
  const Coverage& coverage = scene.source_coverage();
  EXPECT_GT(coverage.evidence[at("actually")].idle, coverage.evidence[at("budget")].idle);
  EXPECT_LT(coverage.lost[at("actually")], coverage.lost[at("budget")]);
}

TEST(Scene, ClassesStandInForUnknownWordsButNames) {
  const Bitext bitext = MakeBitext({{"Some translationwise Translationwise.", "Oui."}});
  FidelityContext context = ShippedContext();
  const auto model = ShippedModel();
  context.model = model.get();
  const Scene scene(bitext, context);
  const Word& lower = scene.source().words()[1];
  const Word& capital = scene.source().words()[2];
  EXPECT_EQ(lower.type, kUnknownType);
  EXPECT_NE(lower.row, kUnknownType);
  EXPECT_EQ(capital.row, kUnknownType);
}

}  // namespace
}  // namespace calque::internal
