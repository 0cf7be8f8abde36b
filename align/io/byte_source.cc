#include "align/io/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>
#include <vector>

#include "align/io/length_limit.h"
#include "align/io/temporary_file.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

class MemorySource : public ByteSource {
 public:
  MemorySource(std::string_view bytes, std::string name) : bytes_(bytes), name_(std::move(name)) {}

  std::size_t Read(std::span<char> buffer) override {
    const std::size_t size = std::min(buffer.size(), bytes_.size() - taken_);
    std::copy_n(bytes_.data() + taken_, size, buffer.begin());
    taken_ += size;
    return size;
  }
  const std::string& name() const override { return name_; }
  std::optional<std::uint64_t> size() const override { return bytes_.size(); }
  void Seek(std::uint64_t offset) override { taken_ = offset; }

 private:
  std::string_view bytes_;
  std::string name_;
  std::size_t taken_ = 0;
};

class FileSource : public ByteSource {
 public:
  FileSource(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  ~FileSource() override {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  std::size_t Read(std::span<char> buffer) override {
    for (;;) {
      const ssize_t got = ::read(descriptor_, buffer.data(), buffer.size());
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      throw Error(ErrorCode::kBadInput, {name_},
                  std::string("cannot be read: ") + std::strerror(errno));
    }
  }
  const std::string& name() const override { return name_; }
  std::optional<std::uint64_t> size() const override {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return static_cast<std::uint64_t>(status.st_size);
  }
  void Seek(std::uint64_t offset) override {
    if (::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) >= 0) return;
    throw Error(ErrorCode::kBadInput, {name_},
                std::string("cannot be read: ") + std::strerror(errno));
  }

 private:
  int descriptor_;
  std::string name_;
};

class PrependedSource : public ByteSource {
 public:
  PrependedSource(std::string bytes, std::unique_ptr<ByteSource> rest)
      : bytes_(std::move(bytes)), rest_(std::move(rest)) {}

  std::size_t Read(std::span<char> buffer) override {
    if (taken_ == bytes_.size()) return rest_->Read(buffer);
    const std::size_t size = std::min(buffer.size(), bytes_.size() - taken_);
    std::copy_n(bytes_.data() + taken_, size, buffer.begin());
    taken_ += size;
    return size;
  }
  const std::string& name() const override { return rest_->name(); }
  // Only for bytes from the very front of `rest`, which Prepend() is for.
  std::optional<std::uint64_t> size() const override { return rest_->size(); }
  void Seek(std::uint64_t offset) override {
    rest_->Seek(offset);
    taken_ = bytes_.size();
  }

 private:
  std::string bytes_;
  std::size_t taken_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

}  // namespace

std::unique_ptr<ByteSource> OpenMemory(std::string_view bytes, std::string name) {
  return std::make_unique<MemorySource>(bytes, std::move(name));
}

std::unique_ptr<ByteSource> OpenPlainFile(const std::string& path) {
  if (path == "-") return std::make_unique<FileSource>(STDIN_FILENO, "standard input");
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw Error(ErrorCode::kBadInput, {path}, "is a directory; name a file");
  }
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    throw Error(ErrorCode::kMissingInput, {path},
                std::string("cannot be opened: ") + std::strerror(errno));
  }
  return std::make_unique<FileSource>(descriptor, path);
}

std::unique_ptr<ByteSource> Prepend(std::string bytes, std::unique_ptr<ByteSource> rest) {
  return std::make_unique<PrependedSource>(std::move(bytes), std::move(rest));
}

std::unique_ptr<ByteSource> MakeSeekable(std::unique_ptr<ByteSource> source) {
  if (source->size()) return source;
  const int descriptor = OpenUnnamedFile();
  auto kept = std::make_unique<FileSource>(descriptor, source->name());
  std::vector<char> block(kBlock);
  while (const std::size_t got = source->Read(block)) {
    for (std::size_t at = 0; at < got;) {
      const ssize_t written = ::write(descriptor, block.data() + at, got - at);
      if (written < 0 && errno != EINTR) {
        throw Error(ErrorCode::kCannotWrite, {source->name()},
                    std::string("has no room to be unpacked: ") + std::strerror(errno) +
                        "; name another folder in TMPDIR");
      }
      if (written > 0) at += static_cast<std::size_t>(written);
    }
  }
  kept->Seek(0);
  return kept;
}

std::string ReadHead(ByteSource& source, std::size_t size) {
  std::string head(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const std::size_t got = source.Read(std::span(head).subspan(filled));
    if (got == 0) break;
    filled += got;
  }
  head.resize(filled);
  return head;
}

std::string ReadAll(ByteSource& source, std::size_t limit) {
  std::string bytes;
  for (;;) {
    const std::size_t old_size = bytes.size();
    bytes.resize(old_size + kBlock);
    const std::size_t got = source.Read(std::span(bytes).subspan(old_size));
    bytes.resize(old_size + got);
    if (got == 0) return bytes;
    if (bytes.size() > limit) RefuseLength({source.name()}, limit);
  }
}

}  // namespace calque::internal
