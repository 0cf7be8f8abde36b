#include "align/io/compression.h"

#include <gtest/gtest.h>

#include <sstream>

#include "calque/error.h"
#include "tests/support/faults.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

constexpr std::string_view kSuffixes[] = {".gz", ".bz2", ".xz", ".zst"};

std::string Compressed(std::string_view suffix, std::string_view bytes) {
  std::ostringstream out;
  CompressingBuffer buffer(suffix, out);
  std::ostream stream(&buffer);
  stream << bytes;
  EXPECT_TRUE(buffer.Finish());
  return out.str();
}

std::string Decompressed(std::string_view bytes) {
  return ReadAll(*Decompress(OpenMemory(bytes, "x.gz")), std::size_t{1} << 30);
}

// Long enough for several blocks, and not too regular.
std::string Numbers(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += std::to_string(i * 7919 % 100'003) + "\n";
  return text;
}

TEST(Compression, GivesBackWhatWasWritten) {
  for (const std::string_view suffix : kSuffixes) {
    for (const std::string& text : {std::string(), std::string("x"), Numbers(100'000)}) {
      const std::string bytes = Compressed(suffix, text);
      EXPECT_TRUE(IsCompressed(bytes)) << suffix;
      EXPECT_TRUE(Decompressed(bytes) == text) << suffix << " " << text.size();
      EXPECT_TRUE(Compressed(suffix, text) == bytes) << suffix;
    }
  }
}

TEST(Compression, LeavesOtherBytesAsTheyAre) {
  for (const std::string text :
       {"", "x", "\x1F", "<tmx/>", "{\"a\":1}\n", "BZh", "BZhang Wei reported"}) {
    EXPECT_EQ(Decompressed(text), text);
  }
}

TEST(Compression, ReadsSeveralMembers) {
  for (const std::string_view suffix : kSuffixes) {
    const std::string one = Compressed(suffix, "one ");
    EXPECT_EQ(Decompressed(one + Compressed(suffix, "") + Compressed(suffix, "two")), "one two")
        << suffix;
  }
  EXPECT_EQ(Decompressed(Compressed(".gz", "one") + std::string(1000, '\0')), "one");
}

// What a bit that fell over makes of the data must not pass for text.
TEST(Compression, NoticesDamage) {
  const std::string text = Numbers(1000);
  for (const std::string_view suffix : {".gz", ".bz2", ".xz"}) {
    const std::string bytes = Compressed(suffix, text);
    for (std::size_t at = kCompressionHead; at < bytes.size(); at += 163) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
      EXPECT_THROW((void)Decompressed(damaged), Error) << suffix << " " << at;
    }
  }
  EXPECT_THROW((void)Decompressed(Compressed(".gz", text) + "more"), Error);
}

TEST(Compression, SaysThatDataAreCutOffWhereverThatIs) {
  for (const std::string_view suffix : kSuffixes) {
    const std::string bytes = Compressed(suffix, Numbers(5000));
    for (std::size_t size = kCompressionHead; size < bytes.size(); size += 997) {
      const Error error = test::ErrorOf([&] { (void)Decompressed(bytes.substr(0, size)); });
      EXPECT_EQ(error.code(), ErrorCode::kBadInput)
          << suffix << " cut at " << size << " of " << bytes.size();
      EXPECT_EQ(error.location().name, "x.gz");
    }
  }
}

TEST(Compression, IsToldByTheSuffix) {
  EXPECT_EQ(CompressionSuffix("a/x.tmx.gz"), ".gz");
  EXPECT_EQ(WithoutCompression("a/x.tmx.zst"), "a/x.tmx");
  EXPECT_EQ(CompressionSuffix("x.tmx"), "");
  EXPECT_EQ(CompressionSuffix(".gz"), "");
}

TEST(Compression, TellsThatWhatIsBelowIsFull) {
  const std::string text = Numbers(200'000);
  for (const std::string_view suffix : kSuffixes) {
    for (const std::size_t limit : {0, 5, 1000}) {
      test::FullBuffer full(limit);
      std::ostream out(&full);
      CompressingBuffer buffer(suffix, out);
      std::ostream stream(&buffer);
      stream << text;
      EXPECT_FALSE(buffer.Finish()) << suffix << " " << limit;
    }
  }
}

}  // namespace
}  // namespace calque::internal
