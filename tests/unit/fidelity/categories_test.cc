// Each case of departures.h, with the model, the lists and the weights that ship.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "calque/engine.h"
#include "tests/unit/fidelity/departures.h"

namespace calque {
namespace {

class Departure : public ::testing::TestWithParam<DepartureCase> {
 protected:
  static const Engine& Checker() {
    static const Engine engine([] {
      EngineOptions options;
      options.source_language = "en";
      options.target_language = "fr";
      options.data_directory = CALQUE_SOURCE_DIRECTORY "/corpora";
      return options;
    }());
    return engine;
  }
  static std::vector<std::string> Found(const char* source, const char* target) {
    const Engine& engine = Checker();
    const Bitext bitext = engine.AlignWithBeads(
        engine.ReadLines(std::string(source) + "\n", "source", Side::kSource),
        engine.ReadLines(std::string(target) + "\n", "target", Side::kTarget), {{{0, 1}, {0, 1}}});
    std::vector<std::string> categories;
    for (const Finding& finding : bitext.findings) categories.push_back(finding.category);
    return categories;
  }
};

TEST_P(Departure, IsFound) {
  EXPECT_THAT(Found(GetParam().source, GetParam().wrong),
              ::testing::Contains(::testing::StartsWith(GetParam().category)));
}
TEST_P(Departure, HabitIsLeftAlone) {
  EXPECT_THAT(Found(GetParam().source, GetParam().right), ::testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Kinds, Departure, ::testing::ValuesIn(kDepartureCases),
                         [](const auto& info) { return std::string(info.param.name); });

// One name in two spellings over a dispatch; a name and its short form are one spelling.
TEST(Consistency, TwoSpellings) {
  const auto found = [](const char* last) {
    EngineOptions options;
    options.source_language = "en";
    options.target_language = "fr";
    options.data_directory = CALQUE_SOURCE_DIRECTORY "/corpora";
    const Engine engine(options);
    const std::string source = "Viktor Yushchenko spoke in Kiev.\nViktor Yushchenko then left.\n";
    const std::string target = std::string("Viktor Iouchtchenko a parlé à Kiev.\n") + last + "\n";
    const Bitext bitext = engine.AlignWithBeads(engine.ReadLines(source, "source", Side::kSource),
                                                engine.ReadLines(target, "target", Side::kTarget),
                                                {{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}});
    std::vector<std::string> categories;
    for (const Finding& finding : bitext.findings) categories.push_back(finding.category);
    return categories;
  };
  EXPECT_THAT(found("Viktor Ioutchenko est ensuite parti."),
              ::testing::Contains("name-inconsistent"));
  EXPECT_THAT(found("Viktor Iouchtchenko est ensuite parti."), ::testing::IsEmpty());
}

}  // namespace
}  // namespace calque
