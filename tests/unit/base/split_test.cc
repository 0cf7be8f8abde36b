#include "align/base/split.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace calque::internal {
namespace {

using testing::ElementsAre;

TEST(Split, HasOnePartMoreThanSeparators) {
  EXPECT_THAT(Split("a\tb", '\t'), ElementsAre("a", "b"));
  EXPECT_THAT(Split("\ta\t", '\t'), ElementsAre("", "a", ""));
  EXPECT_THAT(Split("a", '\t'), ElementsAre("a"));
  EXPECT_THAT(Split("", '\t'), ElementsAre(""));
}

}  // namespace
}  // namespace calque::internal
