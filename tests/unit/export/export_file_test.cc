// The files of an export: all of them or none, and nothing of an earlier run.
#include "align/export/export_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "align/export/exporter.h"
#include "tests/support/bitexts.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

using test::FerryBitext;
namespace fs = std::filesystem;

class ExportFileTest : public testing::Test {
 protected:
  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_.path()))
      names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }

  test::TemporaryFolder folder_;
};

TEST_F(ExportFileTest, WritesAllFilesOrNone) {
  const std::string path = (folder_ / "out.moses").string();
  {
    ExportFile file(*FindExportFormat("moses"), path);
    file.Write(FerryBitext());
  }
  EXPECT_TRUE(Names().empty());
  ExportFile file(*FindExportFormat("moses"), path);
  file.Write(FerryBitext());
  EXPECT_EQ(file.Commit().front(), "null beads left out: 1");
  EXPECT_EQ(Names(), (std::vector<std::string>{"out.en", "out.fr", "out.ids", "out.meta.jsonl"}));
}

TEST_F(ExportFileTest, LeavesNoFolderBehindEither) {
  {
    ExportFile dataset(*FindExportFormat("hf"), (folder_ / "new" / "x.hf").string());
    ExportFile links(*FindExportFormat("xces"), (folder_ / "x.xces").string());
    links.Write(test::FerryBitext());
    EXPECT_TRUE(fs::is_directory(folder_ / "new" / "x.hf"));
    EXPECT_TRUE(fs::is_directory(folder_ / "en"));
  }
  EXPECT_TRUE(fs::is_empty(folder_.path()));
}

TEST_F(ExportFileTest, RemovesPartsAndPagesOfAnEarlierRun) {
  fs::create_directories(folder_ / "x.hf");
  fs::create_directories(folder_ / "x");
  for (const char* name : {"x.hf/dev.jsonl", "x.hf/test.jsonl.zst", "x.hf/train.jsonl.gz",
                           "x.hf/notes.jsonl", "x/00001.html", "x/00002.html", "x/own.html"}) {
    std::ofstream(folder_ / name) << "old";
  }
  for (const char* format : {"hf", "html"}) {
    ExportFile file(*FindExportFormat(format), (folder_ / "x.").string() + format);
    file.Write(FerryBitext());
    file.Write(FerryBitext());
    EXPECT_TRUE(fs::exists(folder_ / "x/00002.html"));
    (void)file.Commit();
  }
  std::vector<std::string> left;
  for (const auto& entry : fs::recursive_directory_iterator(folder_.path())) {
    if (entry.is_regular_file()) left.push_back(fs::relative(entry, folder_.path()).string());
  }
  EXPECT_THAT(
      left, testing::UnorderedElementsAre("x.hf/README.md", "x.hf/train.jsonl", "x.hf/notes.jsonl",
                                          "x.html", "x/00000.html", "x/00001.html", "x/own.html"));
}

TEST_F(ExportFileTest, SaysAtOnceWhatCannotBeWritten) {
  for (const char* format : {"html", "jsonl", "moses", "hf", "tmx"}) {
    const std::string path = (folder_ / "out" / (std::string("x.") + format)).string();
    std::ofstream(folder_ / "out");  // where the folder would be
    const Error error =
        test::ErrorOf([&] { const ExportFile file(*FindExportFormat(format), path); });
    EXPECT_EQ(error.code(), ErrorCode::kCannotWrite) << format;
  }
}

TEST_F(ExportFileTest, SeveralFilesDoNotGoToStandardOutput) {
  const auto write = [] {
    ExportFile file(*FindExportFormat("moses"), "-");
    (void)file.Commit();
  };
  EXPECT_EQ(test::ErrorOf(write).code(), ErrorCode::kUsage);
}

}  // namespace
}  // namespace calque::internal
