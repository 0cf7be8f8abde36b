#include "align/fidelity/runs.h"

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

#include "tests/unit/fidelity/pairs.h"

namespace calque::internal {
namespace {

using Runs = UnrenderedRun (*)(const SideView&, std::span<const float>, IndexRange<Token>);

// The run of a sentence that has the log-odds `lost`, by token.
std::string TextOf(Runs find, const std::string& english, const std::vector<float>& lost) {
  const Bitext bitext = MakeBitext({{english, "Non."}});
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const SideView& side = scene.source();
  EXPECT_EQ(lost.size(), side.words().size());
  const auto size = static_cast<std::uint32_t>(lost.size());
  return std::string(side.Text(side.SpanOf(find(side, lost, {0, size}).tokens)));
}

TEST(Runs, WholeClauses) {
  const std::string english = "He came, tired of it all, and slept.";
  // `came` is lost too, `all` is rendered by chance.
  const std::vector<float> lost{-5, 2, 0, 3, 2, 1, -1, 0, -5, -5, 0};
  EXPECT_EQ(TextOf(HeaviestRun, english, lost), "came, tired of it");
  EXPECT_EQ(TextOf(HeaviestClauses, english, lost), "tired of it all");
}

TEST(Runs, ClausesSideBySide) {
  const std::vector<float> lost{-5, -5, 0, 3, 0, 2, 0};
  EXPECT_EQ(TextOf(HeaviestClauses, "They left, tired, hungry.", lost), "tired, hungry");
}

TEST(Runs, QuotationMarksPartNoClauses) {
  const std::vector<float> lost{-5, -5, 0, 3, 0, -1, 0, 2, 0};
  EXPECT_EQ(TextOf(HeaviestClauses, "They left, very \"much\" tired.", lost),
            "very \"much\" tired");
}

TEST(Runs, PhrasesBeginWithWhatOpensThem) {
  const std::string english = "They drove an old car after a fight.";
  const std::vector<float> lost{-5, -5, -3, -5, 2, 1, 1, 3, 0};
  EXPECT_EQ(TextOf(HeaviestRun, english, lost), "car after a fight");
  EXPECT_EQ(TextOf(HeaviestPhrase, english, lost), "after a fight");
}

TEST(Runs, PhrasesKeepAnOpenerThatSomethingRenders) {
  const std::vector<float> lost{-5, -5, -3, -5, -5, -2, 1, 3, 0};
  EXPECT_EQ(TextOf(HeaviestPhrase, "They drove an old car after a fight.", lost), "after a fight");
}

TEST(Runs, PhrasesBehindMarksNeedNoOpener) {
  const std::vector<float> lost{-5, -5, 0, 3, 2, -1, 0};
  EXPECT_EQ(TextOf(HeaviestPhrase, "They left, tired people say.", lost), "tired people");
}

TEST(Runs, NothingLost) {
  EXPECT_EQ(TextOf(HeaviestClauses, "They left.", {-5, -5, 0}), "");
  EXPECT_EQ(TextOf(HeaviestPhrase, "They left.", {-5, -5, 0}), "");
}

}  // namespace
}  // namespace calque::internal
