#include "align/base/iso_date.h"

#include <gtest/gtest.h>

namespace calque::internal {
namespace {

TEST(IsoDate, ReadsDatesAndTheDateOfATime) {
  const Date day{2026, 1, 5};
  EXPECT_EQ(ParseIsoDate("2026-01-05"), day);
  EXPECT_EQ(ParseIsoDate("2026-01-05T14:00:00+01:00"), day);
  EXPECT_EQ(ParseIsoDate("20260105"), day);
  EXPECT_EQ(ParseIsoDate("20260105T130000Z"), day);
  EXPECT_EQ(ParseIsoDate("2024-02-29"), (Date{2024, 2, 29}));
}

TEST(IsoTime, HasOneForm) {
  EXPECT_EQ(IsoTime("2026-01-05"), "2026-01-05");
  EXPECT_EQ(IsoTime("20260105"), "2026-01-05");
  EXPECT_EQ(IsoTime("20260105T130000Z"), "2026-01-05T13:00:00Z");
  EXPECT_EQ(IsoTime("20260105T1300+0100"), "2026-01-05T13:00:00+01:00");
  EXPECT_EQ(IsoTime("2026-01-05T14:00:00.123-05:30"), "2026-01-05T14:00:00-05:30");
  EXPECT_EQ(IsoTime("2026-01-05 14:00"), "2026-01-05T14:00:00");
  EXPECT_EQ(IsoTime("20260105T130000+0000"), "2026-01-05T13:00:00Z");
  EXPECT_EQ(IsoTime("2026-01-05T13Z"), "2026-01-05");
  for (const char* odd : {"T", "T1", "T99:00", "T12:61", "T12:00:00+", "T12:00+1", "T12:00:00X",
                          " noon", "T12:00:00+99:00", "T12:00:00+01:0"}) {
    EXPECT_EQ(IsoTime("2026-01-05" + std::string(odd)), "2026-01-05") << odd;
  }
  EXPECT_EQ(IsoTime("January"), "");
}

TEST(IsoDate, RefusesWhatIsNoDay) {
  for (const char* text : {"", "2026", "2026-01", "2026-13-01", "2026-02-29", "2026-00-10",
                           "2026-01-00", "202601051", "2026-0105", "20-26-01-05", "January"}) {
    EXPECT_EQ(ParseIsoDate(text), std::nullopt) << text;
  }
  EXPECT_TRUE(IsDay({2024, 2, 29}));
  EXPECT_FALSE(IsDay({2026, 11, 31}));
  EXPECT_FALSE(IsDay({-1, 1, 1}));
  EXPECT_FALSE(IsDay({10000, 1, 1}));
}

}  // namespace
}  // namespace calque::internal
