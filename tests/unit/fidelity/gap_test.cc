#include "align/fidelity/gap.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/unit/fidelity/pairs.h"

namespace calque::internal {
namespace {

bool Gap(const std::string& french) {
  const Bitext bitext = MakeBitext({{"It is so.", french}});
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  return HasGap(scene.target(), {0, static_cast<std::uint32_t>(scene.target().words().size())});
}

TEST(Gap, ArticleWithoutNoun) {
  EXPECT_TRUE(Gap("Il a été proposé au en 1789."));
  EXPECT_FALSE(Gap("Il a été proposé au Congrès en 1789."));
}

TEST(Gap, PrepositionBeforeMark) {
  EXPECT_TRUE(Gap("Il enseigne à l'université de."));
  EXPECT_FALSE(Gap("Il enseigne à l'université de Paris."));
}

TEST(Gap, VowelWithoutElision) {
  EXPECT_TRUE(Gap("Le Portugal de entame son match."));
  EXPECT_FALSE(Gap("Le Portugal de onze joueurs a dit que oui."));
}

TEST(Gap, VerbBehindPreposition) {
  EXPECT_TRUE(Gap("Le stade de est plein."));
  EXPECT_FALSE(Gap("Le stade de Lyon est plein."));
}

TEST(Gap, MarkBehindComma) {
  EXPECT_TRUE(Gap("Les favoris,, et l'Irlande jouent."));
  EXPECT_FALSE(Gap("Les favoris, le Portugal et l'Irlande, jouent (enfin)."));
}

// `les a avertis`, `ces choses là, dit-il`.
TEST(Gap, PronounsAreNoArticles) {
  EXPECT_FALSE(Gap("Le colonel les a avertis de ces choses là, dit-il."));
}

}  // namespace
}  // namespace calque::internal
