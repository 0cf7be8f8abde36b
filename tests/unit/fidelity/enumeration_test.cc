#include "align/fidelity/enumeration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/fidelity/pairs.h"

namespace calque::internal {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// What stands beside `name`, one word, in a French sentence.
std::vector<std::string> Beside(const std::string& french, const std::string& name) {
  const Bitext bitext = MakeBitext({{"It is so.", french}});
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const SideView& side = scene.target();
  const auto text = [&](std::uint32_t token) {
    return std::string(side.Text(side.SpanOf({token, token + 1})));
  };
  const auto size = static_cast<std::uint32_t>(side.words().size());
  std::uint32_t at = 0;
  while (at < size && text(at) != name) ++at;
  std::vector<std::string> beside;
  for (const std::uint32_t token : ListedBeside(side, {0, size}, {at, at + 1})) {
    beside.push_back(text(token));
  }
  return beside;
}

TEST(ListedBeside, NamesOfAListThatAConjunctionEnds) {
  EXPECT_THAT(Beside("Les écoles de Xiamen, Quanzhou et Putian ont fermé.", "Quanzhou"),
              ElementsAre("Xiamen", "Putian"));
  EXPECT_THAT(Beside("Les écoles de Xiamen, Quanzhou et Putian ont fermé.", "Xiamen"),
              ElementsAre("Quanzhou"));
}

TEST(ListedBeside, ArticlesAndPrepositionsCountForNothing) {
  EXPECT_THAT(Beside("Elle va aux Pays-Bas et en Belgique.", "Belgique"), ElementsAre("Pays-Bas"));
  EXPECT_THAT(Beside("Hier la Russie et la Chine se sont abstenues.", "Russie"),
              ElementsAre("Chine"));
}

TEST(ListedBeside, NothingElseIsAList) {
  EXPECT_THAT(Beside("Il vit à Austin, Texas.", "Austin"), IsEmpty());
  EXPECT_THAT(Beside("Il vit à Austin et travaille.", "Austin"), IsEmpty());
  EXPECT_THAT(Beside("Il vit à Austin", "Austin"), IsEmpty());
  EXPECT_THAT(Beside("Austin", "Austin"), IsEmpty());
}

}  // namespace
}  // namespace calque::internal
