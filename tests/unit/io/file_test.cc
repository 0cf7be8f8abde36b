#include "align/io/file.h"

#include <gtest/gtest.h>

#include "calque/error.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

class FileTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("calque-file-test-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  [[nodiscard]] fs::path At(const std::string& name) const { return folder_ / name; }

  fs::path folder_;
};

TEST_F(FileTest, GivesBackWhatWasCommitted) {
  OutputFile out(At("a"));
  out.Write("text");
  out.Commit();
  EXPECT_EQ(ReadFile(At("a")), "text");
}

TEST_F(FileTest, LeavesNothingBehindWithoutCommit) {
  { OutputFile(At("a")).Write("half"); }
  EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(FileTest, RefusesWhatIsTooLongMissingOrADirectory) {
  OutputFile out(At("a"));
  out.Write(std::string(2048, 'x'));
  out.Commit();
  const auto code_of = [](const fs::path& path, std::size_t limit) {
    try {
      (void)ReadFile(path, limit);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::kInternal;
  };
  EXPECT_EQ(code_of(At("a"), 1024), ErrorCode::kBadInput);
  EXPECT_EQ(code_of(At("none"), 1024), ErrorCode::kMissingInput);
  EXPECT_EQ(code_of(folder_, 1024), ErrorCode::kBadInput);
}

TEST_F(FileTest, SaysWhereItCannotWrite) {
  EXPECT_THROW(OutputFile(At("no/such/folder/a")), Error);
}

}  // namespace
}  // namespace calque::internal
