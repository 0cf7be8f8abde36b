#include "align/base/printable.h"

#include <gtest/gtest.h>

namespace calque::internal {
namespace {

TEST(Printable, LeavesTextAsItIs) {
  for (const char* text : {"", "a b", "été", "שלום", "🚢", "100 %", "\uFFFD"}) {
    EXPECT_EQ(Printable(text), text);
  }
}

TEST(Printable, ShowsWhatATerminalWouldObey) {
  EXPECT_EQ(Printable("a\x1B[2Jb\n\t\x7F"), "a%1B[2Jb%0A%09%7F");
  EXPECT_EQ(Printable("a\n\tb\r", "\n\t"), "a\n\tb%0D");
  EXPECT_EQ(Printable("\u0085\u202Ex\u2066"), "%C2%85%E2%80%AEx%E2%81%A6");
  EXPECT_EQ(Printable(std::string_view("\0", 1)), "%00");
}

TEST(Printable, ShowsBytesThatAreNoUtf8) {
  EXPECT_EQ(Printable("bad\xFF.txt"), "bad%FF.txt");
  EXPECT_EQ(Printable("caf\xC3"), "caf%C3");
}

}  // namespace
}  // namespace calque::internal
