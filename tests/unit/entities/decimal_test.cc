#include "align/entities/decimal.h"

#include <gtest/gtest.h>

namespace calque::internal {
namespace {

constexpr std::int64_t kLargest = 999'999'999'999'999'999;

TEST(DecimalTest, HoldsEighteenDigits) {
  EXPECT_EQ(Decimal::FromDigits("3", "14159265358979323")->Negated().ToString(),
            "-3.14159265358979323");
  EXPECT_EQ(Decimal::FromDigits("1234567890123456789", ""), std::nullopt);
  EXPECT_EQ(Decimal(kLargest).Times(Decimal(-1)), Decimal(-kLargest));
  EXPECT_EQ(Decimal(kLargest).Times(Decimal(2)), std::nullopt);
  EXPECT_EQ(Decimal(kLargest).Times(Decimal(kLargest)), std::nullopt);
  EXPECT_EQ(Decimal(kLargest).Plus(Decimal(1)), Decimal(1, 18));
  EXPECT_EQ(Decimal(kLargest).Plus(Decimal(kLargest)), std::nullopt);
}

TEST(DecimalTest, IsNotWrittenWithZerosWithoutEnd) {
  EXPECT_EQ(Decimal::FromDigits("1" + std::string(60, '0'), ""), Decimal(1, 60));
  EXPECT_EQ(Decimal::FromDigits("1" + std::string(61, '0'), ""), std::nullopt);
  EXPECT_EQ(Decimal::FromDigits("", std::string(60, '0') + "1"), std::nullopt);
  EXPECT_EQ(Decimal::FromDigits("", std::string(1000, '0')), Decimal());
}

}  // namespace
}  // namespace calque::internal
