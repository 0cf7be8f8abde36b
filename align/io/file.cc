#include "align/io/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iostream>
#include <string>
#include <utility>

#include "calque/error.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = std::size_t{1} << 18;

std::string Reason() { return std::strerror(errno); }

std::string ReadAll(int descriptor, const std::string& name, std::size_t limit) {
  std::string bytes;
  for (;;) {
    const std::size_t old_size = bytes.size();
    bytes.resize(old_size + kBlock);
    const ssize_t got = ::read(descriptor, bytes.data() + old_size, kBlock);
    if (got < 0 && errno == EINTR) {
      bytes.resize(old_size);
      continue;
    }
    if (got < 0) throw Error(ErrorCode::kBadInput, {name}, "cannot be read: " + Reason());
    bytes.resize(old_size + static_cast<std::size_t>(got));
    if (bytes.size() > limit) {
      throw Error(ErrorCode::kBadInput, {name},
                  "is longer than the limit of " + std::to_string(limit >> 20) +
                      " MiB a document; split it");
    }
    if (got == 0) return bytes;
  }
}

}  // namespace

std::string ReadFile(const fs::path& path, std::size_t limit) {
  if (path == "-") return ReadAll(STDIN_FILENO, "standard input", limit);
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    throw Error(ErrorCode::kBadInput, {path.string()}, "is a directory; name a file");
  }
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    throw Error(ErrorCode::kMissingInput, {path.string()}, "cannot be opened: " + Reason());
  }
  try {
    std::string bytes = ReadAll(descriptor, path.string(), limit);
    ::close(descriptor);
    return bytes;
  } catch (...) {
    ::close(descriptor);
    throw;
  }
}

OutputFile::OutputFile(fs::path path) : path_(std::move(path)) {
  if (path_ == "-") return;
  std::error_code ignored;
  if (fs::is_directory(path_, ignored)) {
    throw Error(ErrorCode::kCannotWrite, {path_.string()}, "is a directory; name a file");
  }
  temporary_ = path_;
  temporary_ += ".part." + std::to_string(::getpid());
  errno = 0;
  file_.open(temporary_, std::ios::binary | std::ios::trunc);
  if (!file_) {
    const std::string reason = Reason();
    throw Error(ErrorCode::kCannotWrite, {path_.string()}, "cannot be written: " + reason);
  }
}

OutputFile::~OutputFile() {
  if (committed_ || temporary_.empty()) return;
  file_.close();
  std::error_code ignored;
  fs::remove(temporary_, ignored);
}

std::ostream& OutputFile::stream() { return temporary_.empty() ? std::cout : file_; }

void OutputFile::Write(std::string_view bytes) {
  errno = 0;
  stream().write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream())
    throw Error(ErrorCode::kCannotWrite, {path_.string()}, "cannot be written: " + Reason());
}

void OutputFile::Close() {
  errno = 0;
  stream().flush();
  if (file_.is_open() && stream()) file_.close();
  if (!stream())
    throw Error(ErrorCode::kCannotWrite, {path_.string()}, "cannot be written: " + Reason());
}

void OutputFile::Commit() {
  Close();
  if (!temporary_.empty()) {
    std::error_code failure;
    fs::rename(temporary_, path_, failure);
    if (failure) {
      throw Error(ErrorCode::kCannotWrite, {path_.string()},
                  "cannot be written: " + failure.message());
    }
  }
  committed_ = true;
}

}  // namespace calque::internal
