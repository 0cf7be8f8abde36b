#include "align/io/input_guard.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temporary_folder.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

class InputGuardTest : public testing::Test {
 protected:
  InputGuardTest() {
    fs::create_directory(folder_ / "en");
    std::ofstream(folder_ / "n.en") << "text";
    std::ofstream(folder_ / "n.tmx") << "text";
  }

  [[nodiscard]] std::string At(const std::string& name) const { return (folder_ / name).string(); }

  test::TemporaryFolder folder_;
};

TEST_F(InputGuardTest, RefusesAFileThatIsRead) {
  const InputGuard guard({"-", At("absent"), At("n.en")});
  EXPECT_EQ(test::ErrorOf([&] { guard.Check(At("n.en")); }).code(), ErrorCode::kUsage);
  EXPECT_EQ(test::ErrorOf([&] { guard.Check(At("en/../n.en")); }).code(), ErrorCode::kUsage);
  fs::create_symlink("n.en", At("link.en"));
  EXPECT_EQ(test::ErrorOf([&] { guard.CheckSibling(At("link.en")); }).code(), ErrorCode::kUsage);
  guard.Check(At("n.tmx"));
  guard.Check(At("absent"));
  guard.Check("-");
}

TEST_F(InputGuardTest, RefusesAnUnnamedFileInAFolderThatIsRead) {
  const InputGuard guard({At("en")});
  guard.Check(At("en/out.tmx"));
  EXPECT_EQ(test::ErrorOf([&] { guard.CheckSibling(At("en/new/out.1.xml")); }).code(),
            ErrorCode::kUsage);
  guard.CheckSibling(At("en-out/out.1.xml"));
  guard.CheckSibling(At("out.en"));
}

}  // namespace
}  // namespace calque::internal
