#include "align/words/word_grammar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "align/io/data_directory.h"
#include "align/io/json.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

using Partners = WordGrammar::Partners;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Partners> French(const std::vector<std::string>& folded) {
  const Json file = LoadLanguageFile("corpora", "fr");
  return WordGrammar::FromJson(file.at("words"), "fr")->FindPartners(folded);
}

TEST(WordGrammar, FindsTheSecondPartBehindTheFirst) {
  EXPECT_THAT(French({"il", "ne", "dort", "pas"}), ElementsAre(Partners{1, 3}));
  EXPECT_THAT(French({"il", "n'", "a", "jamais", "rien", "dit"}), ElementsAre(Partners{1, 3}));
}

TEST(WordGrammar, FindsAPronounAheadOfIt) {
  EXPECT_THAT(French({"personne", "ne", "vient"}), ElementsAre(Partners{1, 0}));
  EXPECT_THAT(French({"aucune", "aide", "n'", "est", "venue"}), ElementsAre(Partners{2, 0}));
}

TEST(WordGrammar, LeavesAFirstPartAloneThatHasNoPartnerInReach) {
  EXPECT_THAT(French({"je", "ne", "sais"}), IsEmpty());
  EXPECT_THAT(French({"ne", "a", "b", "c", "d", "e", "f", "pas"}), IsEmpty());
  EXPECT_THAT(French({"pas", "ne"}), IsEmpty());
  EXPECT_THAT(French({}), IsEmpty());
}

TEST(WordGrammar, ALanguageWithoutASectionHasNone) {
  const auto grammar = WordGrammar::FromJson(Json::object(), "xx");
  EXPECT_THAT(grammar->FindPartners(std::vector<std::string>{"ne", "pas"}), IsEmpty());
}

TEST(WordGrammar, RefusesAMalformedSection) {
  const Json section = {{"circumfixes", {{{"first", {"ne"}}}}}};
  EXPECT_THROW((void)WordGrammar::FromJson(section, "fr"), Error);
}

}  // namespace
}  // namespace calque::internal
