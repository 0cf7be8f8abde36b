#include "align/archive/shuffler.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "align/base/hash.h"
#include "align/io/temporary_file.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 15;

[[noreturn]] void Fail(const std::string& what) {
  const std::string reason = std::strerror(errno);
  std::error_code ignored;  // the folder may be gone by now
  const std::string folder = std::filesystem::temp_directory_path(ignored).string();
  throw Error(
      ErrorCode::kCannotWrite, {folder.empty() ? "the folder of temporary files" : folder},
      "a temporary file cannot be " + what + ": " + reason + "; name another folder in TMPDIR");
}

std::FILE* OpenUnnamed() {
  const int descriptor = OpenUnnamedFile();
  std::FILE* file = ::fdopen(descriptor, "w+b");
  if (file == nullptr) {
    ::close(descriptor);
    Fail("opened");
  }
  std::setvbuf(file, nullptr, _IOFBF, kBuffer);
  return file;
}

struct Header {
  std::uint64_t key;
  std::uint64_t size;
};

struct Record {
  std::uint64_t key;
  std::size_t begin;  // in the bytes of its bucket
  std::size_t size;
};

std::string ReadAll(std::FILE* file) {
  if (std::fflush(file) != 0) Fail("written");
  const long size = std::ftell(file);
  if (size < 0) Fail("measured");
  std::rewind(file);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (std::fread(bytes.data(), 1, bytes.size(), file) != bytes.size()) Fail("read back");
  return bytes;
}

}  // namespace

Shuffler::Shuffler(std::uint64_t seed) : seed_(seed) {
  for (std::size_t i = 0; i < kBuckets; ++i) buckets_.emplace_back(OpenUnnamed());
}

Shuffler::~Shuffler() = default;

void Shuffler::Add(std::string_view record) {
  // Different counts have different keys: Mix is a bijection.
  const Header header{Mix(Mix(seed_) ^ Mix(++count_)), record.size()};
  std::FILE* bucket = buckets_[header.key / (~std::uint64_t{0} / kBuckets + 1)].get();
  if (std::fwrite(&header, sizeof header, 1, bucket) != 1 ||
      std::fwrite(record.data(), 1, record.size(), bucket) != record.size()) {
    Fail("written");
  }
}

void Shuffler::ForEach(const std::function<void(std::string_view)>& take) {
  for (File& bucket : buckets_) {
    const std::string bytes = ReadAll(bucket.get());
    bucket.reset();
    std::vector<Record> records;
    for (std::size_t at = 0; at < bytes.size();) {
      Header header{};
      std::memcpy(&header, bytes.data() + at, sizeof header);
      at += sizeof header;
      records.push_back({header.key, at, header.size});
      at += header.size;
    }
    std::sort(records.begin(), records.end(),
              [](const Record& a, const Record& b) { return a.key < b.key; });
    for (const Record& record : records) {
      take(std::string_view(bytes).substr(record.begin, record.size));
    }
  }
}

}  // namespace calque::internal
