#include <gtest/gtest.h>

#include "align/entities/value_pairs.h"
#include "align/entities/values.h"

namespace calque::internal {
namespace {

TEST(ValueAgreementTest, EqualKeysAreEqual) {
  EXPECT_EQ(CompareValues("money:20:USD", "money:20:USD"), Agreement::kEqual);
}

TEST(ValueAgreementTest, ApproximationsRoundingsAndConversionsAreNear) {
  EXPECT_TRUE(ValuesAgree("number:~20", "number:20"));
  EXPECT_TRUE(ValuesAgree("number:~100s", "number:300"));
  EXPECT_TRUE(ValuesAgree("percentage:81.5", "percentage:82"));
  EXPECT_TRUE(ValuesAgree("money:1823400:USD", "money:1820000:USD"));
  EXPECT_TRUE(ValuesAgree("measure:10:mi", "measure:16:km"));
  EXPECT_TRUE(ValuesAgree("measure:68:F", "measure:20:C"));
  EXPECT_TRUE(ValuesAgree("duration:2:week", "duration:14:day"));
  EXPECT_TRUE(ValuesAgree("fraction:1/2", "percentage:50"));
  EXPECT_TRUE(ValuesAgree("number:1.2", "number:1200"));
  EXPECT_TRUE(ValuesAgree("time:~03:00", "time:15:00"));
  EXPECT_TRUE(ValuesAgree("time:09:00-05:00", "time:14:00+00:00"));
  EXPECT_TRUE(ValuesAgree("number:26", "duration:26:year"));
  EXPECT_TRUE(ValuesAgree("duration:~65:year", "duration:~60:year"));  // `in his 60s`
  EXPECT_TRUE(ValuesAgree("duration:~25:year", "number:~20"));
  EXPECT_TRUE(ValuesAgree("date:2012", "number:2012"));
  EXPECT_TRUE(ValuesAgree("date:2026-01-05", "date:--01-05"));
}

TEST(ValueAgreementTest, MilesMayBeMisspeltThousands) {
  EXPECT_TRUE(ValuesAgree("measure:50:mi", "number:50000"));
  EXPECT_TRUE(ValuesAgree("money:200000:MXN", "measure:200:mi"));
  EXPECT_FALSE(ValuesAgree("measure:50:km", "number:50000"));
}

TEST(ValueAgreementTest, ThousandsMayBeTensOfThem) {
  EXPECT_TRUE(ValuesAgree("number:~10000s", "number:~1000s"));
  EXPECT_TRUE(ValuesAgree("number:~1000s", "number:~10000s"));
  EXPECT_FALSE(ValuesAgree("number:~100s", "number:~1000s"));
  EXPECT_FALSE(ValuesAgree("number:~1000s", "number:~100000s"));
  EXPECT_FALSE(ValuesAgree("number:~1000000s", "number:~1000000000s"));
  EXPECT_FALSE(ValuesAgree("number:~1000s", "number:10000"));
}

TEST(ValueAgreementTest, ChangedValuesDisagree) {
  EXPECT_FALSE(ValuesAgree("number:20", "number:21"));
  EXPECT_FALSE(ValuesAgree("number:300", "number:400"));
  EXPECT_FALSE(ValuesAgree("number:1000000", "number:1000000000"));
  EXPECT_FALSE(ValuesAgree("percentage:81.5", "percentage:81.4"));
  EXPECT_FALSE(ValuesAgree("weekday:1", "weekday:2"));
  EXPECT_FALSE(ValuesAgree("date:--01-05", "date:--02-05"));
  EXPECT_FALSE(ValuesAgree("date:2012", "date:2013"));
  EXPECT_FALSE(ValuesAgree("duration:6:year", "duration:6:month"));
  EXPECT_EQ(CompareValues("measure:5:km", "measure:5:mi"), Agreement::kAmount);
  EXPECT_EQ(CompareValues("money:20:USD", "money:20:EUR"), Agreement::kAmount);
  EXPECT_EQ(CompareValues("money:20:SEK", "money:20:crown"), Agreement::kEqual);
  EXPECT_EQ(CompareValues("money:20:SEK", "money:20:CZK"), Agreement::kAmount);
  EXPECT_EQ(CompareValues("money:20:USD", "money:20:crown"), Agreement::kAmount);
  EXPECT_TRUE(ValuesAgree("money:20:GBP", "money:20:EGP"));
}

TEST(ValueAgreementTest, HalvesOfTheDayAndZones) {
  EXPECT_FALSE(ValuesAgree("time:03:00", "time:15:00"));
  EXPECT_FALSE(ValuesAgree("time:00:00", "time:12:00"));
  EXPECT_TRUE(ValuesAgree("time:~12:00", "time:00:00"));
  EXPECT_FALSE(ValuesAgree("time:~03:00", "time:16:00"));
  EXPECT_TRUE(ValuesAgree("time:09:30-05:00", "time:15:30+01:00~"));
  EXPECT_TRUE(ValuesAgree("time:09:30-04:00", "time:15:30+01:00~"));
  EXPECT_FALSE(ValuesAgree("time:09:30-05:00", "time:13:30+01:00~"));
  EXPECT_TRUE(ValuesAgree("time:09:30-05:00~", "time:15:30+01:00~"));
  EXPECT_FALSE(ValuesAgree("time:20:00+01:00~", "time:21:00+01:00~"));
  EXPECT_TRUE(ValuesAgree("time:~02:23", "duration:143:second"));
  EXPECT_FALSE(ValuesAgree("time:~02:23", "duration:133:second"));
  EXPECT_FALSE(ValuesAgree("time:14:23", "duration:863:second"));
}

TEST(ValueAgreementTest, PartsOfAYear) {
  EXPECT_FALSE(ValuesAgree("date:--33", "date:--34"));
  EXPECT_FALSE(ValuesAgree("date:--33", "date:--40"));
  EXPECT_TRUE(ValuesAgree("date:--35", "ordinal:3"));
  EXPECT_FALSE(ValuesAgree("date:--35", "ordinal:2"));
  EXPECT_TRUE(ValuesAgree("date:--41", "ordinal:2"));
  EXPECT_FALSE(ValuesAgree("date:--33", "weekday:1", Date{2026, 1, 5}));
  EXPECT_FALSE(ValuesAgree("date:--77", "relative:-1:month", Date{2026, 1, 5}));
  EXPECT_TRUE(ValuesAgree("date:2025-36", "date:--36", Date{2026, 1, 5}));
}

TEST(ValueAgreementTest, SharesAndPounds) {
  EXPECT_TRUE(ValuesAgree("fraction:3/4", "duration:9:month"));
  EXPECT_TRUE(ValuesAgree("fraction:1/2", "duration:6:month"));  // `two quarters`
  EXPECT_FALSE(ValuesAgree("fraction:3/4", "duration:8:month"));
  EXPECT_FALSE(ValuesAgree("fraction:1/3", "duration:4:month"));
  EXPECT_TRUE(ValuesAgree("percentage:-0.5", "percentage:0.5"));  // `recul de 0,5 %`
  EXPECT_EQ(CompareValues("fraction:6/10", "fraction:3/5"), Agreement::kEqual);
  EXPECT_TRUE(ValuesAgree("fraction:6/10", "percentage:60"));
  EXPECT_FALSE(ValuesAgree("fraction:7/10", "percentage:60"));
  EXPECT_TRUE(ValuesAgree("money:220:GBP", "measure:100:kg"));
  EXPECT_TRUE(ValuesAgree("measure:500:lb", "measure:250:kg"));
  EXPECT_FALSE(ValuesAgree("measure:500:lb", "measure:260:kg"));
  EXPECT_TRUE(ValuesAgree("measure:500:lb", "money:500:GBP"));
  EXPECT_FALSE(ValuesAgree("money:220:GBP", "measure:220:kg"));
  EXPECT_FALSE(ValuesAgree("money:220:USD", "measure:100:kg"));
}

TEST(ValueAgreementTest, ConversionsAreAsExactAsTheyAreWritten) {
  EXPECT_TRUE(ValuesAgree("measure:29032:ft", "measure:8849:m"));
  EXPECT_FALSE(ValuesAgree("measure:29032:ft", "measure:8489:m"));
  EXPECT_TRUE(ValuesAgree("measure:12000:ac", "measure:5000:ha"));
  EXPECT_TRUE(MayBeConverted("measure:10:mi", "measure:16:km"));
  EXPECT_FALSE(MayBeConverted("measure:10:mi", "measure:160:km"));
  EXPECT_TRUE(MayBeConverted("money:50:USD", "money:46:EUR"));
  EXPECT_FALSE(MayBeConverted("money:50:USD", "money:4.6:EUR"));
  EXPECT_TRUE(MayBeConverted("money:1500000000000:JPY", "money:10000000000:USD"));
  EXPECT_FALSE(MayBeConverted("money:1500000000000:JPY", "money:10000000:USD"));
  EXPECT_TRUE(MayBeConverted("money:42000:IRR", "money:1:USD"));
  EXPECT_TRUE(MayBeConverted("time:08:00-05:00", "time:13:00+00:00"));
  EXPECT_FALSE(MayBeConverted("time:08:00-05:00", "time:14:00+00:00"));
  EXPECT_TRUE(MayBeConverted("time:03:42", "time:07:42+00:00"));
  EXPECT_FALSE(MayBeConverted("time:03:42", "time:07:24+00:00"));
}

TEST(ValueAgreementTest, TheDayOfWritingTiesWeekdaysToDates) {
  const Date monday{2026, 1, 5};
  EXPECT_TRUE(ValuesAgree("relative:-1:day", "weekday:7", monday));
  EXPECT_TRUE(ValuesAgree("weekday:1", "date:--01-05", monday));
  EXPECT_TRUE(ValuesAgree("relative:-1:year", "date:2025", monday));
  EXPECT_TRUE(ValuesAgree("relative:-1:month", "date:--12", monday));
  EXPECT_FALSE(ValuesAgree("relative:-1:day", "weekday:1", monday));
  EXPECT_FALSE(ValuesAgree("relative:-1:day", "weekday:7"));
}

TEST(ValueAgreementTest, NoMonthEndsInTheNext) {
  const Date thursday{2012, 3, 1};
  EXPECT_FALSE(ValuesAgree("date:--02-31", "date:--03-02", thursday));
  EXPECT_FALSE(ValuesAgree("date:2012-02-30", "date:2012-03-01", thursday));
  EXPECT_FALSE(ValuesAgree("date:--02-30", "weekday:4", thursday));
  EXPECT_TRUE(ValuesAgree("date:--02-29", "weekday:3", thursday));
  EXPECT_TRUE(ValuesAgree("date:--02-31", "date:2012-02-31", thursday));
}

std::vector<Mention> Mentions(const std::vector<std::string>& keys) {
  std::vector<Mention> mentions;
  for (const std::string& key : keys) mentions.push_back({{0, 0}, MentionKind::kOther, key, 1.0F});
  return mentions;
}

TEST(ValuePairsTest, TheClosestPairsComeFirst) {
  const auto source = Mentions({"number:~20", "number:20", "person:simon hu", "weekday:1"});
  const auto target = Mentions({"number:20", "number:~20", "weekday:2"});
  const ValuePairs pairs = PairValues(source, target);
  ASSERT_EQ(pairs.pairs.size(), 2U);
  EXPECT_EQ(pairs.pairs[0], (ValuePairs::Pair{0, 1, Agreement::kEqual}));
  EXPECT_EQ(pairs.pairs[1], (ValuePairs::Pair{1, 0, Agreement::kEqual}));
  EXPECT_EQ(pairs.unpaired_source, std::vector<std::uint32_t>{3});
  EXPECT_EQ(pairs.unpaired_target, std::vector<std::uint32_t>{2});
}

TEST(ValuePairsTest, AShareIsTwoNumbersWhereNoShareIs) {
  const ValuePairs pairs = PairValues(Mentions({"number:2", "number:3", "number:7"}),
                                      Mentions({"fraction:2/3", "number:7"}));
  EXPECT_EQ(pairs.pairs.size(), 3U);
  EXPECT_TRUE(pairs.unpaired_source.empty());
  EXPECT_TRUE(pairs.unpaired_target.empty());
}

// `both … the two`, `les deux`.
TEST(ValuePairsTest, TheLikelierMentionComesFirst) {
  auto source = Mentions({"number:2", "number:2"});
  source[0].probability = 0.3F;
  const ValuePairs pairs = PairValues(source, Mentions({"number:2"}));
  ASSERT_EQ(pairs.pairs.size(), 1U);
  EXPECT_EQ(pairs.pairs[0], (ValuePairs::Pair{1, 0, Agreement::kEqual}));
  EXPECT_EQ(pairs.unpaired_source, std::vector<std::uint32_t>{0});
}

TEST(ValuePairsTest, AScoreIsItsTwoNumbers) {
  const ValuePairs pairs = PairValues(Mentions({"score:3-1"}), Mentions({"number:1", "number:3"}));
  EXPECT_EQ(pairs.pairs.size(), 2U);
  EXPECT_TRUE(pairs.unpaired_source.empty());
  EXPECT_TRUE(pairs.unpaired_target.empty());
}

}  // namespace
}  // namespace calque::internal
