#include "align/model/section_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <vector>

#include "calque/error.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

// Sections are read where they lie, so the bytes of a test must be aligned as a mapped file is.
class AlignedBytes {
 public:
  explicit AlignedBytes(std::string_view bytes)
      : words_(bytes.size() / 8 + 1), size_(bytes.size()) {
    std::memcpy(words_.data(), bytes.data(), bytes.size());
  }
  [[nodiscard]] std::string_view view() const {
    return {reinterpret_cast<const char*>(words_.data()), size_};
  }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_;
};

std::string Sample() {
  SectionWriter writer;
  writer.Add("text", "some text");
  const std::vector<std::uint32_t> numbers = {7, 8, 9};
  writer.AddArray("numbers", std::span<const std::uint32_t>(numbers));
  writer.Add("empty", "");
  return writer.Bytes();
}

std::string Refusal(std::string_view bytes) {
  const AlignedBytes aligned(bytes);
  const Error error =
      test::ErrorOf([&] { const SectionReader reader(aligned.view(), "x.calque"); });
  EXPECT_EQ(error.code(), ErrorCode::kBadInput);
  return error.what();
}

TEST(SectionFile, ReadsWhatWasWritten) {
  const AlignedBytes bytes(Sample());
  const SectionReader reader(bytes.view(), "x.calque");
  EXPECT_EQ(reader.Section("text"), "some text");
  EXPECT_EQ(reader.Section("empty"), "");
  EXPECT_THAT(reader.Array<std::uint32_t>("numbers"), testing::ElementsAre(7, 8, 9));
  EXPECT_TRUE(reader.Has("text"));
  EXPECT_FALSE(reader.Has("other"));
}

TEST(SectionFile, RefusesWhatIsNotThere) {
  const AlignedBytes bytes(Sample());
  const SectionReader reader(bytes.view(), "x.calque");
  EXPECT_THROW((void)reader.Section("other"), Error);
  EXPECT_THROW((void)reader.Array<std::uint32_t>("text"), Error);  // nine bytes
}

TEST(SectionFile, RefusesForeignFiles) {
  EXPECT_THAT(Refusal(""), testing::HasSubstr("not a calque model"));
  EXPECT_THAT(Refusal("PK\x03\x04 some archive that is no model at all"),
              testing::HasSubstr("not a calque model"));
}

TEST(SectionFile, RefusesEveryTruncation) {
  const std::string bytes = Sample();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THAT(Refusal(bytes.substr(0, size)), testing::HasSubstr("x.calque")) << size;
  }
  EXPECT_THAT(Refusal(bytes.substr(0, bytes.size() - 1)), testing::HasSubstr("copy the model"));
}

TEST(SectionFile, RefusesEveryFlippedBit) {
  const std::string bytes = Sample();
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string damaged = bytes;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_THAT(Refusal(damaged), testing::HasSubstr("x.calque")) << bit;
  }
}

TEST(SectionFile, NamesTheVersionOfAFutureFile) {
  std::string bytes = Sample();
  bytes[8] = 9;
  EXPECT_THAT(Refusal(bytes), testing::HasSubstr("format 9"));
}

}  // namespace
}  // namespace calque::internal
