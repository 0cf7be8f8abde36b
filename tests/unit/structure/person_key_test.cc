#include "align/structure/person_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace calque::internal {
namespace {

using testing::ElementsAre;
using Indices = std::vector<std::uint32_t>;

TEST(PersonKeyTest, IgnoresCaseAccentsAndMarks) {
  EXPECT_EQ(PersonKey("Élise Marchetti-Vasseur"), PersonKey("ELISE MARCHETTI VASSEUR"));
  EXPECT_EQ(PersonKey("Élise  Marchand"), PersonKey("Elise\u00A0Marchand"));
  EXPECT_EQ(PersonKey("E\u0301lise Marchand"), PersonKey("Élise Marchand"));
  EXPECT_EQ(PersonKey("Sean O’Hanlon"), PersonKey("SEAN O'HANLON"));
  EXPECT_EQ(PersonKey("Łukasz Wójcik"), PersonKey("LUKASZ WOJCIK"));
  EXPECT_EQ(PersonKey("J. R. R. Strand"), PersonKey("J.R.R. Strand"));
  EXPECT_EQ(PersonKey("Søren Ødegård"), PersonKey("SOREN ODEGARD"));
  EXPECT_EQ(PersonKey("—"), "");
}

TEST(PersonKeyTest, KeepsDifferentNamesApart) {
  EXPECT_NE(PersonKey("Aude Vernier"), PersonKey("Aude Vernet"));
  EXPECT_NE(PersonKey("Jean Paul"), PersonKey("Jean"));
  EXPECT_NE(PersonKey("Иван Громов"), PersonKey("Ivan Gromov"));
}

TEST(JoinPersonsTest, JoinsEqualKeys) {
  EXPECT_THAT(JoinPersons({"Élise Marchand", "Bo Ekström", "ELISE MARCHAND", "Bo Ekstrom"},
                          InitialsJoin::kApart),
              ElementsAre(0, 1, 0, 1));
}

TEST(JoinPersonsTest, JoinsInitialsOnlyWhereTheyAreUnique) {
  EXPECT_THAT(JoinPersons({"J. Pell", "Jane Pell"}, InitialsJoin::kIfUnique), ElementsAre(0, 0));
  EXPECT_THAT(JoinPersons({"J. Pell", "Jane Pell"}, InitialsJoin::kApart), ElementsAre(0, 1));
  EXPECT_THAT(JoinPersons({"Jane Pell", "J. Pell", "John Pell"}, InitialsJoin::kIfUnique),
              ElementsAre(0, 1, 2));
  EXPECT_THAT(
      JoinPersons({"Jean-Pierre Leduc", "J.-P. Leduc", "J. Leduc"}, InitialsJoin::kIfUnique),
      ElementsAre(0, 0, 0));
  EXPECT_THAT(JoinPersons({"J. Pell", "J. Poll"}, InitialsJoin::kIfUnique), ElementsAre(0, 1));
}

TEST(JoinPersonsTest, MiddleInitialsMayBeMissing) {
  EXPECT_THAT(JoinPersons({"Paul Grant", "Paul J. Grant"}, InitialsJoin::kIfUnique),
              ElementsAre(0, 0));
  EXPECT_THAT(
      JoinPersons({"Paul Grant", "Paul J. Grant", "Paul K. Grant"}, InitialsJoin::kIfUnique),
      ElementsAre(0, 1, 2));
  EXPECT_THAT(JoinPersons({"Jean Leduc", "Jean Pierre Leduc"}, InitialsJoin::kIfUnique),
              ElementsAre(0, 1));
}

TEST(JoinPersonsTest, NeverMergesSingleWordsOrSurnames) {
  EXPECT_THAT(
      JoinPersons({"Sukarnadi", "S. Sukarnadi", "Pell", "J. Pell"}, InitialsJoin::kIfUnique),
      ElementsAre(0, 1, 2, 3));
}

TEST(JoinPersonsTest, KnowsTheTwoGermanSpellings) {
  EXPECT_THAT(JoinPersons({"Jörg Müller", "Joerg Mueller"}, InitialsJoin::kApart),
              ElementsAre(0, 0));
  EXPECT_THAT(JoinPersons({"Jörg Müller", "JORG MULLER"}, InitialsJoin::kApart), ElementsAre(0, 0));
  EXPECT_THAT(JoinPersons({"Manuel Roy", "Manul Roy"}, InitialsJoin::kApart), ElementsAre(0, 1));
}

TEST(PersonKeyTest, DoesNotSeeInvisibleCharactersAndFormsOfTheApostrophe) {
  EXPECT_EQ(PersonKey("Élise Mar\u00ADchand\u200E"), PersonKey("\uFEFFÉlise Marchand"));
  for (const char* other : {"Sean O‘Hanlon", "Sean OʼHanlon", "Sean O`Hanlon", "Sean O´Hanlon"}) {
    EXPECT_EQ(PersonKey(other), PersonKey("Sean O'Hanlon")) << other;
  }
  EXPECT_EQ(PersonKey("Ｅｌｉｓｅ　Marchand"), PersonKey("Elise Marchand"));
  EXPECT_EQ(PersonKey("Lætitia Strauß"), PersonKey("LAETITIA STRAUSS"));
  EXPECT_EQ(PersonKey("Işık Yılmaz"), PersonKey("ISIK YILMAZ"));
}

// What looks like an accent to software for Europe is half of a name elsewhere.
TEST(PersonKeyTest, KeepsTheVowelsOfOtherScripts) {
  EXPECT_NE(PersonKey("राम कुमार"), PersonKey("रीम कुमार"));
  EXPECT_NE(PersonKey("सुमन"), PersonKey("सेमन"));
  EXPECT_NE(PersonKey("นิด"), PersonKey("นุด"));
  EXPECT_NE(PersonKey("かとう"), PersonKey("がとう"));
  EXPECT_EQ(PersonKey("がとう"), PersonKey("か\u3099とう"));
  EXPECT_EQ(PersonKey("أحمد"), PersonKey("احمد"));
}

TEST(JoinPersonsTest, KeepsPeopleApartWhoseAccentsContradict) {
  EXPECT_THAT(JoinPersons({"Trần Hùng", "Trần Hưng"}, InitialsJoin::kIfUnique), ElementsAre(0, 1));
  EXPECT_THAT(
      JoinPersons({"Trần Hùng", "Tran Hung", "Trần Hưng", "T. Hung"}, InitialsJoin::kIfUnique),
      ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(JoinPersons({"Trần Hùng", "Tran Hùng", "Trần Hưng"}, InitialsJoin::kIfUnique),
              ElementsAre(0, 0, 2));
  EXPECT_THAT(JoinPersons({"José Pena", "Jose Peña", "JOSE PENA"}, InitialsJoin::kIfUnique),
              ElementsAre(0, 0, 0));
  EXPECT_THAT(JoinPersons({"Lætitia Bœuf", "Laetitia Boeuf"}, InitialsJoin::kIfUnique),
              ElementsAre(0, 0));
}

TEST(JoinPersonsTest, TakesNoSignOfAnotherScriptForAnInitial) {
  EXPECT_THAT(JoinPersons({"김 민수", "김정 민수"}, InitialsJoin::kIfUnique), ElementsAre(0, 1));
  EXPECT_THAT(JoinPersons({"李 小明", "李华 小明"}, InitialsJoin::kIfUnique), ElementsAre(0, 1));
  EXPECT_THAT(JoinPersons({"И. Громов", "Иван Громов"}, InitialsJoin::kIfUnique),
              ElementsAre(0, 0));
}

TEST(JoinPersonsTest, KeepsFatherAndSonApart) {
  EXPECT_THAT(JoinPersons({"John Pell Jr.", "John Pell Sr.", "John Pell", "J. Pell Jr."},
                          InitialsJoin::kIfUnique),
              ElementsAre(0, 1, 2, 0));
}

TEST(JoinPersonsTest, DoesNotDependOnTheOrder) {
  std::vector<std::string> names = {"J. Leduc",      "Jean-Pierre Leduc", "JEAN PIERRE LEDUC",
                                    "Paul J. Grant", "Paul Grant",        "Aude Vernier",
                                    "Trần Hùng",     "TRAN HUNG",         "Trần Hưng"};
  std::sort(names.begin(), names.end());
  const auto groups = [&] {
    std::vector<std::vector<std::string>> sets(names.size());
    const Indices first = JoinPersons(names, InitialsJoin::kIfUnique);
    for (std::size_t i = 0; i < names.size(); ++i) sets[first[i]].push_back(names[i]);
    for (auto& set : sets) std::sort(set.begin(), set.end());
    std::sort(sets.begin(), sets.end());
    return sets;
  };
  const auto expected = groups();
  for (int i = 0; i < 50 && std::next_permutation(names.begin(), names.end()); ++i) {
    EXPECT_EQ(groups(), expected);
  }
}

TEST(JoinPersonsTest, TakesNothing) {
  EXPECT_TRUE(JoinPersons({}, InitialsJoin::kIfUnique).empty());
}

}  // namespace
}  // namespace calque::internal
