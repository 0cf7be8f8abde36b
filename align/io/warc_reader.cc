#include "align/io/warc_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>
#include <vector>

#include "align/base/utf8.h"
#include "align/io/number_text.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;
constexpr std::size_t kLineLimit = std::size_t{1} << 16;
constexpr std::size_t kHeaderLimit = 1000;  // lines

// Header fields by their names in lower case.
using Fields = std::map<std::string, std::string, std::less<>>;

std::string FieldOf(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : found->second;
}

void AddField(std::string_view line, Fields* fields) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string_view value = TrimSpace(line.substr(colon + 1));
  std::string text;
  for (std::size_t at = 0; at < value.size();) {
    const CodePoint c = DecodeAt(value, at);
    if (c.value >= 0x20) AppendUtf8(c.value, &text);
    at = c.end;
  }
  fields->insert_or_assign(Lower(TrimSpace(line.substr(0, colon))), std::move(text));
}

// Without the brackets that WARC 1.0 put around an address.
std::string WithoutBrackets(std::string address) {
  if (address.starts_with('<') && address.ends_with('>')) {
    return address.substr(1, address.size() - 2);
  }
  return address;
}

bool MayHoldText(std::string_view type) {
  if (type.empty() || type.starts_with("text/")) {
    return type != "text/css" && type != "text/javascript";
  }
  return type.find("html") != std::string_view::npos ||
         type.find("xml") != std::string_view::npos || type == "application/json" ||
         type == "application/ld+json" || type == "application/octet-stream";
}

}  // namespace

bool IsWarc(std::string_view head) {
  return head.starts_with("WARC/1.") || head.starts_with("WARC/0.");
}

// The file as lines and counted blocks.
class WarcReader::Stream {
 public:
  explicit Stream(std::unique_ptr<ByteSource> source)
      : source_(std::move(source)), block_(kBlock) {}

  [[nodiscard]] const std::string& name() const { return source_->name(); }
  // Of the record: the next one stands where the length of this one says.
  [[noreturn]] void FailRecord(const std::string& message) const {
    throw Error(ErrorCode::kBadInput, {name() + "!record " + std::to_string(records_)}, message);
  }
  // Of the file: where the next record begins is not known.
  [[noreturn]] void Fail(const std::string& message) {
    over_ = true;
    FailRecord(message);
  }
  [[nodiscard]] bool over() const { return over_; }

  // The head of the next record; nothing at the end of the file.
  [[nodiscard]] std::optional<Fields> NextRecord() {
    SkipBlock();
    std::optional<std::string> line = Line();
    while (line && line->empty()) line = Line();
    over_ = !line;
    if (over_) return std::nullopt;
    ++records_;
    if (!IsWarc(*line)) Fail("is not a WARC record; the file is damaged");
    Fields fields = ReadFields();
    const auto length = ParseNumber<std::uint64_t>(FieldOf(fields, "content-length"));
    if (!length) Fail("has no Content-Length");
    left_ = *length;
    return fields;
  }

  [[nodiscard]] Fields ReadFields() {
    Fields fields;
    for (std::size_t lines = 0; lines < kHeaderLimit; ++lines) {
      const std::optional<std::string> line = Line();
      if (!line) Fail("is cut off inside its head");
      if (line->empty()) return fields;
      AddField(*line, &fields);
    }
    Fail("has a head of more than " + std::to_string(kHeaderLimit) + " lines");
  }

  // A line of the block, or what there is of it where the block ends.
  [[nodiscard]] std::string BlockLine() {
    std::string line;
    while (left_ > 0 && !line.ends_with('\n')) {
      const std::size_t size = TakeOfLine(left_, &line);
      if (size == 0) Fail("is cut off inside its block");
      left_ -= size;
      if (line.size() > kLineLimit) FailRecord("has a line of more than 64 KiB in its HTTP head");
    }
    return WithoutEnd(std::move(line));
  }

  [[nodiscard]] std::uint64_t left() const { return left_; }

  [[nodiscard]] std::size_t ReadBlock(std::span<char> buffer) {
    if (left_ == 0 || buffer.empty()) return 0;
    if (begin_ == end_ && !Fill()) Fail("is cut off inside its block");
    const std::size_t size =
        static_cast<std::size_t>(std::min<std::uint64_t>({buffer.size(), end_ - begin_, left_}));
    std::copy_n(block_.data() + begin_, size, buffer.begin());
    begin_ += size;
    left_ -= size;
    return size;
  }

 private:
  [[nodiscard]] bool Fill() {
    begin_ = 0;
    end_ = source_->Read(block_);
    return end_ > 0;
  }

  void SkipBlock() {
    while (left_ > 0) {
      if (begin_ == end_ && !Fill()) Fail("is cut off inside its block");
      const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(end_ - begin_, left_));
      begin_ += size;
      left_ -= size;
    }
  }

  // A line between the blocks; nothing at the end.
  [[nodiscard]] std::optional<std::string> Line() {
    std::string line;
    while (!line.ends_with('\n')) {
      if (TakeOfLine(kBlock, &line) == 0) {
        if (line.empty()) return std::nullopt;
        break;
      }
      if (line.size() > kLineLimit) Fail("has a line of more than 64 KiB in its head");
    }
    return WithoutEnd(std::move(line));
  }

  // Appends what is in memory of the line that is next, its end included, but `most` bytes. How
  // much it was; nothing at the end of the file.
  std::size_t TakeOfLine(std::uint64_t most, std::string* line) {
    if (begin_ == end_ && !Fill()) return 0;
    const std::string_view ahead(
        block_.data() + begin_,
        static_cast<std::size_t>(std::min<std::uint64_t>(end_ - begin_, most)));
    const std::size_t feed = ahead.find('\n');
    const std::size_t size = feed == std::string_view::npos ? ahead.size() : feed + 1;
    *line += ahead.substr(0, size);
    begin_ += size;
    return size;
  }

  [[nodiscard]] static std::string WithoutEnd(std::string line) {
    if (line.ends_with('\n')) line.pop_back();
    if (line.ends_with('\r')) line.pop_back();
    return line;
  }

  std::unique_ptr<ByteSource> source_;
  std::vector<char> block_;
  std::size_t begin_ = 0;  // of what was not yet taken from block_
  std::size_t end_ = 0;
  std::uint64_t left_ = 0;  // bytes of the record's block not yet taken
  std::uint64_t records_ = 0;
  bool over_ = false;

 public:
  // The block of a record as bytes, `Transfer-Encoding: chunked` undone.
  class Block : public ByteSource {
   public:
    Block(Stream& stream, std::string name, bool chunked)
        : stream_(stream), name_(std::move(name)), chunked_(chunked) {}

    std::size_t Read(std::span<char> buffer) override {
      if (!chunked_) return stream_.ReadBlock(buffer);
      if (chunk_ == 0 && !NextChunk()) return 0;
      const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), chunk_));
      if (stream_.left() == 0) FailCutOff();
      const std::size_t got = stream_.ReadBlock(buffer.first(size));
      chunk_ -= got;
      return got;
    }
    const std::string& name() const override { return name_; }

   private:
    // A page that was cut off on its way to the archive: its record is whole.
    [[noreturn]] void FailCutOff() const {
      throw Error(ErrorCode::kBadInput, {name_}, "is cut off inside its HTTP answer");
    }

    [[nodiscard]] bool NextChunk() {
      if (ended_) return false;
      if (stream_.left() == 0) FailCutOff();
      std::string line = stream_.BlockLine();
      if (line.empty()) {  // the end of the chunk before
        if (stream_.left() == 0) FailCutOff();
        line = stream_.BlockLine();
      }
      const auto parsed = std::from_chars(line.data(), line.data() + line.size(), chunk_, 16);
      if (parsed.ec != std::errc()) {
        throw Error(ErrorCode::kBadInput, {name_}, "has a damaged chunk in its HTTP answer");
      }
      ended_ = chunk_ == 0;
      return !ended_;
    }

    Stream& stream_;
    std::string name_;
    bool chunked_;
    bool ended_ = false;
    std::uint64_t chunk_ = 0;
  };
};

WarcReader::WarcReader(std::unique_ptr<ByteSource> source)
    : stream_(std::make_unique<Stream>(std::move(source))) {}
WarcReader::~WarcReader() = default;

bool WarcReader::ReadHttpHead() {
  const std::string status = stream_->BlockLine();
  if (!status.starts_with("HTTP/")) return false;
  Fields fields;
  for (std::size_t lines = 0; stream_->left() > 0; ++lines) {
    const std::string line = stream_->BlockLine();
    if (line.empty()) break;
    if (lines == kHeaderLimit) stream_->FailRecord("has an endless HTTP head");
    AddField(line, &fields);
  }
  const std::size_t blank = status.find(' ');
  if (blank == std::string::npos || status.substr(blank + 1, 3) != "200") return false;
  const std::string type = Lower(FieldOf(fields, "content-type"));
  page_.content_type = TrimSpace(type.substr(0, type.find(';')));
  if (const std::size_t at = type.find("charset="); at != std::string::npos) {
    std::string_view charset = std::string_view(type).substr(at + 8);
    charset = TrimSpace(charset.substr(0, charset.find(';')));
    if (charset.size() > 1 && charset.front() == '"')
      charset = charset.substr(1, charset.size() - 2);
    page_.charset = charset;
  }
  chunked_ = Lower(FieldOf(fields, "transfer-encoding")) == "chunked";
  encoding_ = Lower(FieldOf(fields, "content-encoding"));
  return encoding_.empty() || encoding_ == "identity" || encoding_ == "gzip" ||
         encoding_ == "x-gzip" || encoding_ == "zstd";
}

std::optional<WarcPage> WarcReader::Next() {
  while (!stream_->over()) {
    const std::optional<Fields> fields = stream_->NextRecord();
    if (!fields) break;
    page_ = {};
    encoding_.clear();
    chunked_ = false;
    const std::string type = Lower(FieldOf(*fields, "warc-type"));
    if (type != "response" && type != "resource" && type != "conversion") continue;
    page_.address = WithoutBrackets(FieldOf(*fields, "warc-target-uri"));
    // wget puts its own log into records.
    if (page_.address.starts_with("metadata:")) continue;
    page_.date = FieldOf(*fields, "warc-date");
    const std::string content = Lower(FieldOf(*fields, "content-type"));
    if (type == "response") {
      if (!content.starts_with("application/http") || !ReadHttpHead()) continue;
    } else {
      page_.content_type = TrimSpace(content.substr(0, content.find(';')));
    }
    if (stream_->left() > 0 && MayHoldText(page_.content_type)) return page_;
  }
  return std::nullopt;
}

std::unique_ptr<ByteSource> WarcReader::OpenPage() {
  return std::make_unique<Stream::Block>(*stream_, stream_->name() + "!" + page_.address, chunked_);
}

}  // namespace calque::internal
