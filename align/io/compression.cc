#include "align/io/compression.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <exception>
#include <utility>
#include <vector>

#include "align/io/gzip_source.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

struct Compression {
  std::string_view suffix;
  std::string_view head;  // the first bytes of such a file
  int (*add_filter)(struct archive*);
};

constexpr std::string_view kGzipHead = "\x1F\x8B";
constexpr std::string_view kBzip2Head = "BZh";

constexpr std::array<Compression, 4> kCompressions = {{
    {".gz", kGzipHead, archive_write_add_filter_gzip},
    {".bz2", kBzip2Head, archive_write_add_filter_bzip2},
    {".xz",
     std::string_view("\xFD"
                      "7zXZ\0",
                      6),
     archive_write_add_filter_xz},
    {".zst", "\x28\xB5\x2F\xFD", archive_write_add_filter_zstd},
}};

constexpr auto kSuffixes = [] {
  std::array<std::string_view, kCompressions.size()> suffixes;
  for (std::size_t i = 0; i < suffixes.size(); ++i) suffixes[i] = kCompressions[i].suffix;
  return suffixes;
}();

// Text may begin with the letters too: behind them stand the size of a block and the first block's
// mark, or the mark of the end.
bool IsBzip2(std::string_view head) {
  constexpr std::string_view kBlockMark = "\x31\x41\x59\x26\x53\x59";
  constexpr std::string_view kEndMark = "\x17\x72\x45\x38\x50\x90";
  if (!head.starts_with(kBzip2Head) || head.size() < kCompressionHead) return false;
  const std::string_view mark = head.substr(kBzip2Head.size() + 1, kBlockMark.size());
  return mark == kBlockMark || mark == kEndMark;
}

std::string MessageOf(struct archive* archive) {
  const char* message = archive_error_string(archive);
  return message == nullptr ? "it ends in its header" : message;
}

// bzip2, XZ and Zstandard.
class DecompressingSource : public ByteSource {
 public:
  explicit DecompressingSource(std::unique_ptr<ByteSource> inner)
      : inner_(std::move(inner)), block_(kBlock), archive_(archive_read_new()) {
    archive_read_support_filter_bzip2(archive_);
    archive_read_support_filter_xz(archive_);
    archive_read_support_filter_zstd(archive_);
    archive_read_support_format_raw(archive_);
    archive_read_support_format_empty(archive_);  // compressed nothing
  }
  ~DecompressingSource() override { archive_read_free(archive_); }
  DecompressingSource(const DecompressingSource&) = delete;
  DecompressingSource& operator=(const DecompressingSource&) = delete;

  std::size_t Read(std::span<char> buffer) override {
    if (!std::exchange(opened_, true)) Open();
    if (empty_) return 0;
    const la_ssize_t got = archive_read_data(archive_, buffer.data(), buffer.size());
    if (got < 0) Fail();
    return static_cast<std::size_t>(got);
  }
  const std::string& name() const override { return inner_->name(); }

 private:
  void Open() {
    if (archive_read_open(archive_, this, nullptr, OnRead, nullptr) != ARCHIVE_OK) Fail();
    struct archive_entry* entry = nullptr;
    const int result = archive_read_next_header(archive_, &entry);
    if (result != ARCHIVE_OK && result != ARCHIVE_EOF) Fail();
    empty_ = result == ARCHIVE_EOF;
    // Data cut off in the header of the compression are taken for a file without any.
    if (archive_filter_count(archive_) < 2) Fail();
  }

  [[noreturn]] void Fail() {
    if (failure_) std::rethrow_exception(failure_);
    throw Error(ErrorCode::kBadInput, {name()},
                "cannot be decompressed, it is damaged or cut off: " + MessageOf(archive_));
  }

  // No exception may pass through libarchive: it is kept until that has been left.
  static la_ssize_t OnRead(struct archive* archive, void* self, const void** bytes) {
    auto& source = *static_cast<DecompressingSource*>(self);
    try {
      *bytes = source.block_.data();
      return static_cast<la_ssize_t>(source.inner_->Read(source.block_));
    } catch (...) {
      source.failure_ = std::current_exception();
      archive_set_error(archive, EIO, "cannot be read");
      return ARCHIVE_FATAL;
    }
  }

  std::unique_ptr<ByteSource> inner_;
  std::vector<char> block_;
  struct archive* archive_;
  bool opened_ = false;
  bool empty_ = false;
  std::exception_ptr failure_;
};

}  // namespace

std::span<const std::string_view> CompressionSuffixes() { return kSuffixes; }

std::string_view CompressionSuffix(std::string_view file_name) {
  for (const std::string_view suffix : kSuffixes) {
    if (file_name.size() > suffix.size() && file_name.ends_with(suffix)) return suffix;
  }
  return {};
}

std::string_view WithoutCompression(std::string_view file_name) {
  file_name.remove_suffix(CompressionSuffix(file_name).size());
  return file_name;
}

bool IsCompressed(std::string_view head) {
  for (const Compression& compression : kCompressions) {
    if (!head.starts_with(compression.head)) continue;
    return compression.head != kBzip2Head || IsBzip2(head);
  }
  return false;
}

std::unique_ptr<ByteSource> Decompress(std::unique_ptr<ByteSource> source) {
  std::string head = ReadHead(*source, kCompressionHead);
  const bool compressed = IsCompressed(head);
  const bool gzip = head.starts_with(kGzipHead);
  source = Prepend(std::move(head), std::move(source));
  if (!compressed) return source;
  if (gzip) return OpenGzip(std::move(source));
  return std::make_unique<DecompressingSource>(std::move(source));
}

struct CompressingBuffer::Writer {
  Writer(std::string_view suffix, std::ostream& sink) : out(sink), archive(archive_write_new()) {
    for (const Compression& compression : kCompressions) {
      if (compression.suffix == suffix) compression.add_filter(archive);
    }
    archive_write_set_format_raw(archive);
    // gzip would put the time of day into its header.
    archive_write_set_filter_option(archive, "gzip", "timestamp", nullptr);
    archive_write_set_bytes_in_last_block(archive, 1);
    entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
  }
  ~Writer() {
    archive_entry_free(entry);
    archive_write_free(archive);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  static la_ssize_t OnWrite(struct archive* archive, void* self, const void* bytes,
                            std::size_t size) {
    std::ostream& out = static_cast<Writer*>(self)->out;
    out.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size));
    if (out) return static_cast<la_ssize_t>(size);
    archive_set_error(archive, EIO, "cannot be written");
    return -1;
  }

  std::ostream& out;
  struct archive* archive;
  struct archive_entry* entry;
};

CompressingBuffer::CompressingBuffer(std::string_view suffix, std::ostream& out)
    : area_(kBlock), writer_(std::make_unique<Writer>(suffix, out)) {
  struct archive* archive = writer_->archive;
  failed_ =
      archive_write_open(archive, writer_.get(), nullptr, Writer::OnWrite, nullptr) != ARCHIVE_OK ||
      archive_write_header(archive, writer_->entry) != ARCHIVE_OK;
  setp(area_.data(), area_.data() + area_.size());
}

CompressingBuffer::~CompressingBuffer() = default;

bool CompressingBuffer::Finish() {
  if (writer_ == nullptr) return !failed_;
  WriteArea();
  failed_ = archive_write_close(writer_->archive) != ARCHIVE_OK || failed_;
  writer_.reset();
  return !failed_;
}

CompressingBuffer::int_type CompressingBuffer::overflow(int_type c) {
  if (writer_ == nullptr) return traits_type::eof();
  WriteArea();
  if (failed_) return traits_type::eof();
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  *pptr() = traits_type::to_char_type(c);
  pbump(1);
  return c;
}

void CompressingBuffer::WriteArea() {
  const la_ssize_t size = pptr() - pbase();
  setp(area_.data(), area_.data() + area_.size());
  if (failed_ || size == 0) return;
  failed_ =
      archive_write_data(writer_->archive, area_.data(), static_cast<std::size_t>(size)) != size;
}

}  // namespace calque::internal
