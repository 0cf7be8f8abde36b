#include "align/io/file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <iterator>
#include <string_view>

#include "align/io/byte_source.h"
#include "calque/error.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

class FileTest : public testing::Test {
 protected:
  [[nodiscard]] fs::path At(const std::string& name) const { return folder_ / name; }

  test::TemporaryFolder folder_;
};

TEST_F(FileTest, GivesBackWhatWasCommitted) {
  OutputFile out(At("a"));
  out.Write("text");
  out.Commit();
  EXPECT_EQ(ReadFile(At("a")), "text");
}

TEST_F(FileTest, LeavesNothingBehindWithoutCommit) {
  { OutputFile(At("a")).Write("half"); }
  EXPECT_TRUE(fs::is_empty(folder_.path()));
}

TEST_F(FileTest, RefusesWhatIsTooLongMissingOrADirectory) {
  OutputFile out(At("a"));
  out.Write(std::string(2048, 'x'));
  out.Commit();
  const auto code_of = [](const fs::path& path, std::size_t limit) {
    return test::ErrorOf([&] { (void)ReadFile(path, limit); }).code();
  };
  EXPECT_EQ(code_of(At("a"), 1024), ErrorCode::kBadInput);
  EXPECT_EQ(code_of(At("none"), 1024), ErrorCode::kMissingInput);
  EXPECT_EQ(code_of(folder_.path(), 1024), ErrorCode::kBadInput);
}

// The temporary file has a name of its own, which is longer than that of the file.
TEST_F(FileTest, WritesUnderTheLongestName) {
  const std::string long_name(NAME_MAX - 1, 'n');
  OutputFile one(At(long_name + "1"));
  OutputFile two(At(long_name + "2"));
  OutputFile shorter(At(std::string(NAME_MAX - 20, 'n')));
  one.Write("1");
  two.Write("2");
  one.Commit();
  two.Commit();
  shorter.Commit();
  EXPECT_EQ(ReadFile(At(long_name + "1")), "1");
  EXPECT_EQ(ReadFile(At(long_name + "2")), "2");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 3);
  EXPECT_EQ(test::ErrorOf([&] { const OutputFile out(At(long_name + "12")); }).code(),
            ErrorCode::kCannotWrite);
}

TEST_F(FileTest, CompressesByTheSuffix) {
  OutputFile out(At("a.gz"));
  out.Write("text");
  out.Commit();
  EXPECT_EQ(ReadAll(*Decompress(OpenPlainFile(At("a.gz").string())), 100), "text");
}

TEST_F(FileTest, ReplacesWhatALinkPointsToAndKeepsTheLink) {
  OutputFile(At("a")).Commit();
  fs::create_symlink(At("a"), At("link"));
  OutputFile out(At("link"));
  out.Write("text");
  out.Commit();
  EXPECT_TRUE(fs::is_symlink(At("link")));
  EXPECT_EQ(ReadFile(At("a")), "text");
}

// As `/dev/stdout` in a shell's pipe.
TEST_F(FileTest, FollowsALinkToAFileThatIsYetToBe) {
  fs::create_symlink("later.txt", folder_ / "link.txt");
  OutputFile file(folder_ / "link.txt");
  file.Write("text");
  file.Commit();
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.txt"));
  EXPECT_EQ(ReadFile(folder_ / "later.txt"), "text");
}

TEST_F(FileTest, KeepsWhoMayReadTheFileThatIsReplaced) {
  const fs::path path = folder_ / "embargoed.txt";
  std::ofstream(path) << "old";
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  OutputFile file(path);
  file.Write("new");
  file.Commit();
  EXPECT_EQ(ReadFile(path), "new");
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(FileTest, StandardOutputTakesOneAtATime) {
  {
    const OutputFile first("-");
    EXPECT_EQ(test::ErrorOf([] { const OutputFile second("-"); }).code(), ErrorCode::kUsage);
  }
  EXPECT_NO_THROW(const OutputFile third("-"));
}

TEST_F(FileTest, WritesToAPipeThatALinkPointsTo) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  fs::create_symlink("/proc/self/fd/" + std::to_string(ends[1]), At("link"));
  OutputFile out(At("link"));
  out.Write("text");
  out.Commit();
  std::array<char, 4> read{};
  EXPECT_EQ(::read(ends[0], read.data(), read.size()), 4);
  EXPECT_EQ(std::string_view(read.data(), read.size()), "text");
  for (const int end : ends) ::close(end);
}

TEST_F(FileTest, WritesADeviceInPlaceAndSaysThatItIsFull) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "SKIPPED: no /dev/full";
  for (const std::size_t size : {std::size_t{1}, std::size_t{1} << 20}) {
    const Error error = test::ErrorOf([&] {
      OutputFile out("/dev/full");
      out.Write(std::string(size, 'x'));
      out.Commit();
    });
    EXPECT_EQ(error.code(), ErrorCode::kCannotWrite);
    EXPECT_NE(std::string(error.what()).find("No space left"), std::string::npos) << error.what();
  }
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(FileTest, NamesManyFilesLater) {
  OutputFile first(At("a"));
  first.Write("first");
  OutputFile second(At("b"));
  second.Write("second");
  {
    const std::unique_ptr<TemporaryFile> a = first.Detach();
    const std::unique_ptr<TemporaryFile> b = second.Detach();
    EXPECT_FALSE(fs::exists(At("a")));
    EXPECT_EQ(a->target(), At("a"));
    a->Commit();
  }
  EXPECT_EQ(ReadFile(At("a")), "first");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator()), 1);
}

TEST_F(FileTest, LeavesNothingBehindWhereItIsInterrupted) {
  OutputFile first(At("a"));
  OutputFile second(At("b"));
  first.Commit();
  OutputFile third(At("c"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator()), 3);
  RemoveTemporaryFiles();
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator()), 1);
  EXPECT_THROW(second.Commit(), Error);
}

TEST_F(FileTest, IsNotWrittenByTwo) {
  OutputFile first(At("a"));
  first.Write("first");
  for (const fs::path& path :
       {At("a"), At("./a"), At("../" + folder_.path().filename().string() + "/a")}) {
    EXPECT_EQ(test::ErrorOf([&] { OutputFile second(path); }).code(), ErrorCode::kUsage) << path;
  }
  first.Commit();
  EXPECT_EQ(ReadFile(At("a")), "first");
  OutputFile(At("a")).Commit();
  EXPECT_EQ(ReadFile(At("a")), "");
}

TEST_F(FileTest, SaysWhereItCannotWrite) {
  EXPECT_THROW(OutputFile(At("no/such/folder/a")), Error);
}

}  // namespace
}  // namespace calque::internal
