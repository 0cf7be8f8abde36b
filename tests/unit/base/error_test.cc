#include "calque/error.h"

#include <gtest/gtest.h>

namespace calque {
namespace {

TEST(LocationTest, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(Location{}.ToString(), "");
  EXPECT_EQ((Location{"a.txt"}).ToString(), "a.txt");
  EXPECT_EQ((Location{"a.txt", 3}).ToString(), "a.txt:3");
  EXPECT_EQ((Location{"a.txt", 3, 7}).ToString(), "a.txt:3:7");
}

TEST(ErrorTest, PutsThePlaceFirst) {
  const Error error(ErrorCode::kBadInput, {"a.txt", 3}, "is broken");
  EXPECT_STREQ(error.what(), "a.txt:3: is broken");
  EXPECT_EQ(error.code(), ErrorCode::kBadInput);
}

}  // namespace
}  // namespace calque
