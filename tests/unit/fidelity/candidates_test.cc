// What every check promises of its candidates: the features are numbers, as many as its model
// names, the category is one, and the spans lie in the texts.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>

#include "align/archive/language_resources.h"
#include "align/archive/model_store.h"
#include "align/fidelity/categories.h"
#include "align/fidelity/check.h"
#include "align/io/data_directory.h"
#include "calque/engine.h"
#include "tests/unit/fidelity/departures.h"

namespace calque::internal {
namespace {

class CandidatesTest : public testing::Test {
 protected:
  // All cases as one document, a pair a bead, in the wrong and in the right translation.
  [[nodiscard]] Bitext AllCases() const {
    std::string source;
    std::string target;
    std::vector<Bead> beads;
    for (const DepartureCase& c : kDepartureCases) {
      for (const char* translation : {c.wrong, c.right}) {
        (source += c.source) += "\n";
        (target += translation) += "\n";
        const auto i = static_cast<std::uint32_t>(beads.size());
        beads.push_back({{i, i + 1}, {i, i + 1}});
      }
    }
    return engine_.AlignWithBeads(engine_.ReadLines(source, "source", Side::kSource),
                                  engine_.ReadLines(target, "target", Side::kTarget), beads);
  }
  [[nodiscard]] FidelityContext Context() const {
    return {.source = source_->fidelity,
            .target = target_->fidelity,
            .weights = LoadFidelityWeights(DefaultDataDirectory()),
            .model = model_.get(),
            .source_names = &source_->entities->names(),
            .target_names = &target_->entities->names()};
  }

  Engine engine_{{.source_language = "en", .target_language = "fr", .find_departures = false}};
  LanguageStore languages_{DefaultDataDirectory()};
  std::shared_ptr<const Model> model_ = ModelStore(DefaultDataDirectory(), {}).Get("en", "fr");
  std::shared_ptr<const LanguageResources> source_ = languages_.Get("en");
  std::shared_ptr<const LanguageResources> target_ = languages_.Get("fr");
};

TEST_F(CandidatesTest, KeepWhatChecksPromise) {
  const Bitext bitext = AllCases();
  const FidelityContext context = Context();
  const Scene scene(bitext, context);
  std::set<std::string_view> silent;
  for (const Check& check : Checks()) {
    SCOPED_TRACE(check.name);
    bool raised = false;
    for (const FidelityScope scope : {FidelityScope::kDocument, FidelityScope::kLines}) {
      for (const Candidate& candidate : check.run({scene, scope, nullptr})) {
        raised = true;
        SCOPED_TRACE(candidate.message);
        EXPECT_NE(FindCategory(candidate.category), nullptr) << candidate.category;
        EXPECT_EQ(std::ranges::count(check.models, candidate.model), 1);
        EXPECT_EQ(candidate.features.size(), candidate.model->features.size())
            << candidate.model->name;
        for (const float feature : candidate.features) EXPECT_TRUE(std::isfinite(feature));
        EXPECT_LT(candidate.bead, bitext.beads.size());
        EXPECT_LE(candidate.source.begin, candidate.source.end);
        EXPECT_LE(candidate.source.end, bitext.source.text.size());
        EXPECT_LE(candidate.target.begin, candidate.target.end);
        EXPECT_LE(candidate.target.end, bitext.target.text.size());
        EXPECT_FALSE(candidate.message.empty());
      }
    }
    if (!raised) silent.insert(check.name);
  }
  // They need a glossary, and credit lines.
  EXPECT_EQ(silent, (std::set<std::string_view>{"credits", "terms"}));
}

}  // namespace
}  // namespace calque::internal
