#include "align/io/line_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

std::vector<std::string> Lines(const std::string& bytes) {
  const auto source = OpenMemory(bytes, "memory");
  LineReader reader(*source);
  std::vector<std::string> lines;
  while (const auto line = reader.Next()) lines.emplace_back(*line);
  return lines;
}

using Strings = std::vector<std::string>;

TEST(LineReader, TakesLineEndsAndTheByteOrderMarkOff) {
  EXPECT_EQ(Lines(""), Strings{});
  EXPECT_EQ(Lines("a\nb"), (Strings{"a", "b"}));
  EXPECT_EQ(Lines("\xEF\xBB\xBF"
                  "a\r\n\r\nb\n"),
            (Strings{"a", "", "b"}));
}

TEST(LineReader, TakesALoneCrForALineEndWhereThereIsNoLf) {
  EXPECT_EQ(Lines("a\tb\rc\td\r"), (Strings{"a\tb", "c\td"}));
  EXPECT_EQ(Lines("a\rb\nc\n"), (Strings{"a\rb", "c"}));
  EXPECT_EQ(Lines("a\r"), Strings{"a"});
}

TEST(LineReader, LinesMayBeLongerThanABlock) {
  const std::string long_line(300'000, 'x');
  EXPECT_EQ(Lines(long_line + "\n" + long_line), (Strings{long_line, long_line}));
}

TEST(LineReader, SaysWhereALineIsNotUtf8OrTooLong) {
  const auto source = OpenMemory(
      "fine\nb\xE9"
      "d\n",
      "memory");
  LineReader reader(*source);
  EXPECT_EQ(reader.Next(), "fine");
  EXPECT_EQ(test::ErrorOf([&] { (void)reader.Next(); }).location().ToString(), "memory:2:2");
  const std::string bytes(400'000, 'x');
  const auto long_source = OpenMemory(bytes, "memory");
  LineReader short_reader(*long_source, 1000);
  EXPECT_THROW((void)short_reader.Next(), Error);
}

}  // namespace
}  // namespace calque::internal
