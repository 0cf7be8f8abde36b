#include "align/archive/shuffler.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "calque/error.h"

namespace calque::internal {
namespace {

std::vector<std::string> Shuffled(std::uint64_t seed, const std::vector<std::string>& records) {
  Shuffler shuffler(seed);
  for (const std::string& record : records) shuffler.Add(record);
  std::vector<std::string> out;
  shuffler.ForEach([&](std::string_view record) { out.emplace_back(record); });
  return out;
}

TEST(Shuffler, GivesEveryRecordOnceInAnOrderOfItsSeed) {
  std::vector<std::string> records = {"", std::string(100'000, 'x'), std::string("\0\n", 2)};
  for (int i = 0; i < 2000; ++i) records.push_back(std::to_string(i));
  const std::vector<std::string> one = Shuffled(1, records);
  EXPECT_EQ(one, Shuffled(1, records));
  EXPECT_NE(one, Shuffled(2, records));
  EXPECT_NE(one, records);
  std::vector<std::string> sorted = one;
  std::sort(sorted.begin(), sorted.end());
  std::sort(records.begin(), records.end());
  EXPECT_EQ(sorted, records);
  EXPECT_TRUE(Shuffled(1, {}).empty());
}

TEST(Shuffler, LeavesNoRecordNearItsPlace) {
  std::vector<std::string> records;
  for (int i = 0; i < 10'000; ++i) records.push_back(std::to_string(i));
  const std::vector<std::string> out = Shuffled(5, records);
  double moved = 0.0;
  for (std::size_t i = 0; i < out.size(); ++i) moved += std::abs(std::stod(out[i]) - double(i));
  EXPECT_NEAR(moved / 1e4, 1e4 / 3, 150);  // the mean distance of two places made by chance
}

TEST(Shuffler, SaysWhereItCannotWrite) {
  const char* before = std::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("TMPDIR", "/proc", 1);
  EXPECT_THROW(Shuffler(1), Error);
  if (kept.empty()) {
    ::unsetenv("TMPDIR");
  } else {
    ::setenv("TMPDIR", kept.c_str(), 1);
  }
}

}  // namespace
}  // namespace calque::internal
