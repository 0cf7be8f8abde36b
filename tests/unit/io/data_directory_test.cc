#include "align/io/data_directory.h"

#include <gtest/gtest.h>

#include "calque/data_directory.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

TEST(DataDirectories, OfTheBuildTreeAreItsOwn) {
  // This program stands in the build tree.
  const fs::path here = fs::read_symlink("/proc/self/exe");
  const fs::path tree = DefaultDataDirectory();
  EXPECT_TRUE(fs::equivalent(tree, fs::path(CALQUE_SOURCE_DIRECTORY) / "corpora")) << tree;
  EXPECT_EQ(DataDirectoriesOf(here).front(), tree);
}

TEST(DataDirectories, OfAnInstalledProgramAreTheInstalledOnes) {
  const std::vector<fs::path> found = DataDirectoriesOf("/opt/calque/bin/calque");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0], "/opt/calque/share/calque");
  EXPECT_TRUE(found[1].string().ends_with("share/calque")) << found[1];
  EXPECT_EQ(found[2], DefaultDataDirectory());
  // A folder whose name begins as that of the build folder does is another one.
  const fs::path here = fs::read_symlink("/proc/self/exe");
  EXPECT_EQ(DataDirectoriesOf(fs::path("/opt") / here.relative_path()).size(), 3U);
}

TEST(DataDirectories, OfAProgramAreThoseOfTheLibraryItWasBuiltWith) {
  EXPECT_TRUE(BuildWithData("/usr/share/calque"));
  const std::vector<fs::path> found = DataDirectoriesOf("/home/me/program");
  const std::vector<fs::path> here = DataDirectoriesOf(fs::read_symlink("/proc/self/exe"));
  const std::vector<fs::path> nowhere = DataDirectoriesOf("");
  (void)BuildWithData(nullptr);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0], "/home/share/calque");
  EXPECT_EQ(found[1], "/usr/share/calque");
  EXPECT_EQ(nowhere.front(), "/usr/share/calque");
  EXPECT_EQ(here.size(), 2U);  // the tree's own data, as before
}

}  // namespace
}  // namespace calque::internal
