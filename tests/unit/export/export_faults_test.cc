// Every writer on a full disk.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <map>

#include "align/export/export_file.h"
#include "calque/error.h"
#include "tests/support/bitexts.h"
#include "tests/support/faults.h"
#include "tests/support/temporary_folder.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

// Files that together take `limit` bytes.
class FullTarget : public ExportTarget {
 public:
  explicit FullTarget(std::size_t limit) : buffer_(limit) {}

  std::ostream& Main() override { return Open("main"); }
  std::ostream& Open(const std::string& name) override {
    return files_.try_emplace(name, &buffer_).first->second;
  }
  void Close(const std::string& name) override { (void)files_.at(name); }
  const std::string& stem() const override { return stem_; }
  [[nodiscard]] std::size_t left() const { return buffer_.left(); }

 private:
  test::FullBuffer buffer_;
  std::string stem_ = "corpus";
  std::map<std::string, std::ostream> files_;
};

const std::vector<Bitext>& Bitexts() {
  static const std::vector<Bitext> bitexts = {test::FerryBitext(), test::HostileBitext(3)};
  return bitexts;
}

class ExportFaults : public testing::TestWithParam<std::string> {};

// A stream that fails is no exception: whoever owns the stream tells.
TEST_P(ExportFaults, AFullStreamStopsNoWriter) {
  const ExportFormat& format = *FindExportFormat(GetParam());
  constexpr std::size_t kEnough = std::size_t{1} << 26;
  FullTarget whole(kEnough);
  const auto write = [&](ExportTarget& target) {
    const auto exporter = format.make(target);
    for (const Bitext& bitext : Bitexts()) exporter->Write(bitext);
    exporter->End();
    return exporter->Losses();
  };
  const auto losses = write(whole);
  const std::size_t size = kEnough - whole.left();
  ASSERT_GT(size, 0U);
  for (std::size_t limit = 0; limit < size; limit += 1 + size / 61) {
    FullTarget full(limit);
    EXPECT_EQ(write(full), losses) << limit;
    EXPECT_EQ(full.left(), 0U) << limit;
  }
}

// Files may not grow above the limit, as on a disk that is full then.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(std::size_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, SIG_DFL);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
};

std::size_t FilesBelow(const fs::path& folder) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    files += entry.is_regular_file() ? 1 : 0;
  }
  return files;
}

TEST_P(ExportFaults, AFullDiskIsToldAndLeavesNothing) {
  const test::TemporaryFolder own;
  const fs::path folder = own / "new";
  for (const std::string& compression : {std::string(), std::string(".gz"), std::string(".zst")}) {
    fs::create_directories(folder);
    const std::string path = (folder / ("x." + GetParam() + compression)).string();
    try {
      const FileSizeLimit limit(20);
      ExportFile file(*FindExportFormat(GetParam()), path);
      for (int i = 0; i < 30; ++i) {
        for (const Bitext& bitext : Bitexts()) file.Write(bitext);
      }
      (void)file.Commit();
      ADD_FAILURE() << path << " was written";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kCannotWrite) << error.what();
    }
    EXPECT_EQ(FilesBelow(folder), 0U) << path;
    fs::remove_all(folder);
  }
}

std::vector<std::string> FormatNames() {
  std::vector<std::string> names;
  for (const ExportFormat& format : ExportFormats()) names.emplace_back(format.name);
  return names;
}

INSTANTIATE_TEST_SUITE_P(Formats, ExportFaults, testing::ValuesIn(FormatNames()),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace calque::internal
