#include "align/base/sha256.h"

#include <gtest/gtest.h>

namespace calque::internal {
namespace {

// The examples of the standard.
TEST(Sha256, GivesWhatTheStandardSays) {
  EXPECT_EQ(Sha256Of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256Of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256Of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(Sha256Of(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, DoesNotDependOnHowBytesCome) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += static_cast<char>(i * 7);
  for (std::size_t size = 0; size <= text.size(); ++size) {
    Sha256 in_two;
    in_two.Add(std::string_view(text).substr(0, size));
    in_two.Add(std::string_view(text).substr(size));
    EXPECT_EQ(in_two.Finish(), Sha256Of(text)) << size;
  }
}

}  // namespace
}  // namespace calque::internal
