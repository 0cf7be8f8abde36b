#include "align/io/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <locale>
#include <string>
#include <utility>

#include "align/io/byte_source.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

// Streams do not keep why they failed; `errno` mostly still says it.
std::string Reason() { return errno == 0 ? "the disk may be full" : std::strerror(errno); }

[[noreturn]] void FailToWrite(const fs::path& path, const std::string& reason) {
  throw Error(ErrorCode::kCannotWrite, {path == "-" ? "standard output" : path.string()},
              "cannot be written: " + reason);
}

// Where a link leads to a file that is yet to be made.
fs::path TargetOfLink(fs::path path) {
  constexpr int kMostLinks = 40;
  std::error_code failure;
  for (int i = 0; i < kMostLinks && fs::is_symlink(path, failure); ++i) {
    const fs::path next = fs::read_symlink(path, failure);
    if (failure) return {};
    path = next.is_absolute() ? next : path.parent_path() / next;
  }
  const fs::path canonical = fs::weakly_canonical(path, failure);
  return failure ? path : canonical;
}

// One output at a time: two would be mixed.
std::atomic_flag standard_output_is_taken = ATOMIC_FLAG_INIT;

// On the disk, not only in the machine's memory. A file system that cannot say is believed.
void Sync(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return;
  const int result = ::fsync(descriptor);
  const int reason = errno;
  ::close(descriptor);
  if (result != 0 && (reason == EIO || reason == ENOSPC || reason == EDQUOT)) {
    FailToWrite(path, std::strerror(reason));
  }
}

}  // namespace

std::string ReadFile(const fs::path& path, std::size_t limit) {
  return ReadAll(*OpenPlainFile(path.string()), limit);
}

OutputFile::OutputFile(fs::path path) : path_(std::move(path)) {
  if (path_ == "-") {
    if (standard_output_is_taken.test_and_set()) {
      throw Error(ErrorCode::kUsage, {"standard output"},
                  "is written by two of the outputs; name a file for one of them");
    }
    return;
  }
  std::error_code ignored;
  if (fs::is_directory(path_, ignored)) Fail("it is a directory; name a file");
  // The file that a link points to is replaced, not the link; a link to a pipe, as /dev/stdout may
  // be, has no such name.
  if (fs::is_symlink(path_, ignored)) {
    target_ =
        fs::exists(path_, ignored) ? fs::weakly_canonical(path_, ignored) : TargetOfLink(path_);
  }
  if (target_.empty()) target_ = path_;
  if (!fs::exists(target_, ignored) || fs::is_regular_file(target_, ignored)) {
    temporary_ = std::make_unique<TemporaryFile>(target_);
  }
  errno = 0;
  file_.imbue(std::locale::classic());  // numbers are written as everywhere, whatever the locale
  file_.open(temporary_ ? fs::path(temporary_->path()) : target_,
             std::ios::binary | std::ios::trunc);
  if (!file_) Fail(Reason());
  const std::string_view suffix = CompressionSuffix(path_.native());
  if (suffix.empty()) return;
  compressing_ = std::make_unique<CompressingBuffer>(suffix, file_);
  compressed_ = std::make_unique<std::ostream>(compressing_.get());
  compressed_->imbue(std::locale::classic());
}

OutputFile::~OutputFile() {
  if (path_ == "-") standard_output_is_taken.clear();
  compressed_.reset();
  compressing_.reset();
}

void OutputFile::Fail(const std::string& reason) const { FailToWrite(path_, reason); }

std::ostream& OutputFile::plain() { return target_.empty() ? std::cout : file_; }

std::ostream& OutputFile::stream() { return compressed_ ? *compressed_ : plain(); }

void OutputFile::Write(std::string_view bytes) {
  errno = 0;
  stream().write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  Check();
}

void OutputFile::Check() {
  if (!stream() || !plain()) Fail(Reason());
}

void OutputFile::Close() {
  if (!target_.empty() && !file_.is_open()) return;
  errno = 0;
  if (compressing_ && !compressing_->Finish()) Fail(Reason());
  stream().flush();
  plain().flush();
  Check();
  if (target_.empty()) return;
  file_.close();
  Check();
}

void OutputFile::Commit() {
  Close();
  if (temporary_) temporary_->Commit();
}

void OutputFile::CommitDurably() {
  Close();
  if (!temporary_) return;
  Sync(temporary_->path(), O_RDONLY);
  temporary_->CommitAs(target_);
  const fs::path folder = target_.parent_path();
  Sync(folder.empty() ? fs::path(".") : folder, O_RDONLY | O_DIRECTORY);
}

void OutputFile::CommitDurablyAs(const fs::path& path) {
  target_ = path;
  CommitDurably();
}

void CheckWritable(const fs::path& path) {
  std::error_code ignored;
  const bool is_stream = fs::exists(path, ignored) && !fs::is_regular_file(path, ignored) &&
                         !fs::is_directory(path, ignored);
  if (!is_stream) const OutputFile probe(path);
}

std::unique_ptr<TemporaryFile> OutputFile::Detach() {
  Close();
  return std::move(temporary_);
}

}  // namespace calque::internal
