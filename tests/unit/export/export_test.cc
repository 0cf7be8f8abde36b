#include <gtest/gtest.h>

#include <filesystem>

#include "align/export/export_file.h"
#include "align/export/exporter.h"
#include "tests/support/bitexts.h"
#include "tests/support/corpus.h"

namespace calque::internal {
namespace {

using test::FerryBitext;
using testing::TempDir;
namespace fs = std::filesystem;

TEST(ExportFormats, AreSortedAndFoundByNameAndLongestSuffix) {
  std::string_view last;
  for (const ExportFormat& format : ExportFormats()) {
    EXPECT_LT(last, format.name);
    last = format.name;
    EXPECT_EQ(FindExportFormat(format.name), &format);
  }
  EXPECT_EQ(ExportFormatOfFile("out/x.tmx"), FindExportFormat("tmx"));
  EXPECT_EQ(ExportFormatOfFile("out/tmx"), nullptr);
  EXPECT_EQ(FindExportFormat("docx"), nullptr);
}

TEST(ExportFormats, AnEmptyCorpusIsAValidFile) {
  EXPECT_EQ(test::WriteCorpus("jsonl", {}).at("corpus.jsonl"), "");
  const std::string tmx = test::WriteCorpus("tmx", {}).at("corpus.tmx");
  EXPECT_NE(tmx.find("<body/>"), std::string::npos) << tmx;
  EXPECT_TRUE(test::ReadCorpus("tmx", {{"corpus.tmx", tmx}}).empty());
}

TEST(ExportFormats, SayWhatTheyCouldNotHold) {
  std::vector<std::string> losses;
  (void)test::WriteCorpus("tmx", {FerryBitext()}, &losses);
  EXPECT_EQ(losses.front(), "null beads left out: 1");
  (void)test::WriteCorpus("jsonl", {FerryBitext()}, &losses);
  EXPECT_TRUE(losses.empty());
}

TEST(Tmx, NamesThoseWhoMadeEachSide) {
  const std::string tmx = test::WriteCorpus("tmx", {FerryBitext()}).at("corpus.tmx");
  for (
      const char* expected :
      {R"(<prop type="x-target-credit-translator">Élise Noë</prop>)",
       R"(<tuv xml:lang="fr" creationdate="20260106T000000Z" creationid="Élise Noë" changeid="Luc Rémi">)",
       R"(<tuv xml:lang="en" creationdate="20260105T000000Z" creationid="Mara Quillen" changeid="Tom Ashby">)",
       R"(<tu tuid="ferry.2" changeid="Luc Rémi">)", R"(<prop type="type">2:1</prop>)",
       R"(<prop type="x-credit-place">Northport</prop>)"}) {
    EXPECT_NE(tmx.find(expected), std::string::npos) << expected << "\n" << tmx;
  }
}

TEST(Tmx, TheHeaderSpeaksOfDocumentsOnlyWhereThereIsOnePair) {
  Bitext other = FerryBitext();
  other.id = "other";
  const std::string tmx = test::WriteCorpus("tmx", {FerryBitext(), other}).at("corpus.tmx");
  EXPECT_EQ(tmx.find("x-target-credit-"), std::string::npos);
}

TEST(Moses, RefusesASecondPairOfLanguages) {
  Bitext other = FerryBitext();
  other.target.language = "de";
  EXPECT_THROW((void)test::WriteCorpus("moses", {FerryBitext(), other}), Error);
}

class ExportFileTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(TempDir()) / ("calque-export-" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_))
      names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }

  fs::path folder_;
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

TEST_F(ExportFileTest, SeveralFilesDoNotGoToStandardOutput) {
  try {
    ExportFile file(*FindExportFormat("moses"), "-");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kUsage);
  }
}

}  // namespace
}  // namespace calque::internal
