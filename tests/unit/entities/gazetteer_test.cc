#include "align/entities/gazetteer.h"

#include <gtest/gtest.h>

#include "align/entities/listed_name.h"

namespace calque::internal {
namespace {

std::vector<NamePart> Parts(std::string_view text) {
  return SplitNameParts(text, {0, static_cast<std::uint32_t>(text.size())});
}

Gazetteer Small() {
  Gazetteer gazetteer;
  gazetteer.Add("New York", "place:new york", MentionKind::kPlace);
  gazetteer.Add("New York Times", "organisation:nyt", MentionKind::kOrganisation);
  gazetteer.Add("WHO", "organisation:who", MentionKind::kOrganisation);
  gazetteer.AddDemonym("chinois", "place:CN", MentionKind::kPlace);
  gazetteer.Add("Georgia", "place:GE", MentionKind::kPlace);
  gazetteer.Add("Georgia", "place:georgia us", MentionKind::kPlace);
  gazetteer.Freeze();
  return gazetteer;
}

TEST(Gazetteer, TakesTheLongestName) {
  const Gazetteer gazetteer = Small();
  const auto found = gazetteer.LongestAt(Parts("New York Times readers"), 0);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(gazetteer.Key(*found[0]), "organisation:nyt");
  EXPECT_EQ(found[0]->parts, 3);
  EXPECT_TRUE(gazetteer.LongestAt(Parts("New, York"), 0).empty());
}

TEST(ListedName, KnowsWhatIsNotTheSame) {
  Gazetteer gazetteer = {};
  gazetteer.Add("Greece", "place:GR", MentionKind::kPlace);
  gazetteer.AddDemonym("turc", "place:TR", MentionKind::kPlace);
  gazetteer.Add("Brittany", "place:brittany", MentionKind::kPlace);
  gazetteer.Add("Hellas", "place:GR", MentionKind::kPlace);
  gazetteer.Freeze();
  const auto apart = [&](std::string_view a, std::string_view b) {
    return AreApart(FindListed(gazetteer, a), FindListed(gazetteer, b));
  };
  EXPECT_TRUE(apart("Greece", "turc"));
  EXPECT_TRUE(apart("Greece", "Brittany"));
  EXPECT_FALSE(apart("Greece", "Hellas"));
  EXPECT_FALSE(apart("Greece", "Corinth"));  // in no list
  EXPECT_FALSE(apart("Brittany", "turc"));   // peoples are told apart by country only
}

TEST(Gazetteer, AsksForTheCapitalsOfTheList) {
  const Gazetteer gazetteer = Small();
  EXPECT_TRUE(gazetteer.LongestAt(Parts("new York"), 0).empty());
  EXPECT_TRUE(gazetteer.LongestAt(Parts("Who knows"), 0).empty());
  EXPECT_FALSE(gazetteer.LongestAt(Parts("WHO knows"), 0).empty());
  EXPECT_FALSE(gazetteer.LongestAt(Parts("chinois"), 0).empty());
  EXPECT_FALSE(gazetteer.LongestAt(Parts("Chinois"), 0).empty());
}

TEST(Gazetteer, KnowsAcronymsWithFullStops) {
  const Gazetteer gazetteer = Small();
  const auto found = gazetteer.LongestAt(Parts("W.H.O. experts"), 0);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(gazetteer.Key(*found[0]), "organisation:who");
  EXPECT_TRUE(found[0]->full_stop);
  EXPECT_TRUE(gazetteer.LongestAt(Parts("W. H. O."), 0).empty());
  EXPECT_TRUE(gazetteer.LongestAt(Parts("W H O"), 0).empty());
  EXPECT_TRUE(gazetteer.LongestAt(Parts("w.h.o."), 0).empty());
}

TEST(Gazetteer, KeepsAllThatAFormMayMeanFirstAddedFirst) {
  const Gazetteer gazetteer = Small();
  const auto found = gazetteer.Find("Georgia");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(gazetteer.Key(found[0]), "place:GE");
  EXPECT_EQ(gazetteer.Key(found[1]), "place:georgia us");
}

}  // namespace
}  // namespace calque::internal
