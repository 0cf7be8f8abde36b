#include "align/io/wide_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "align/base/utf8.h"
#include "align/io/charset.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr char32_t kMark = 0xFEFF;
constexpr std::size_t kBlock = std::size_t{1} << 15;

// Takes characters off the front of bytes.
class WideDecoder {
 public:
  explicit WideDecoder(std::string_view charset)
      : unit_(charset.starts_with("UTF-32") ? 4 : 2), little_(charset.ends_with("LE")) {}

  // Appends what `bytes` hold as UTF-8 and says how many of them it took: what is left is part of a
  // character. Nothing where they are not of the charset.
  [[nodiscard]] std::optional<std::size_t> Decode(std::string_view bytes, std::string* out) {
    std::size_t at = 0;
    while (at + unit_ <= bytes.size()) {
      char32_t c = UnitAt(bytes, at);
      std::size_t size = unit_;
      if (unit_ == 2 && c >= 0xD800 && c < 0xE000) {
        if (c >= 0xDC00) return std::nullopt;
        if (at + 4 > bytes.size()) break;
        const char32_t low = UnitAt(bytes, at + 2);
        if (low < 0xDC00 || low >= 0xE000) return std::nullopt;
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        size = 4;
      }
      if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return std::nullopt;
      if (!std::exchange(begun_, true) && c == kMark) {
        at += size;
        continue;
      }
      AppendUtf8(c, out);
      at += size;
    }
    return at;
  }

 private:
  [[nodiscard]] char32_t UnitAt(std::string_view bytes, std::size_t at) const {
    char32_t value = 0;
    for (std::size_t i = 0; i < unit_; ++i) {
      const std::size_t byte = little_ ? at + unit_ - 1 - i : at + i;
      value = value << 8 | static_cast<unsigned char>(bytes[byte]);
    }
    return value;
  }

  std::size_t unit_;
  bool little_;
  bool begun_ = false;
};

class WideText : public ByteSource {
 public:
  WideText(std::unique_ptr<ByteSource> source, std::string_view charset)
      : source_(std::move(source)), charset_(charset), decoder_(charset) {}

  std::size_t Read(std::span<char> buffer) override {
    while (at_ == text_.size() && Fill()) {
    }
    const std::size_t size = std::min(buffer.size(), text_.size() - at_);
    std::copy_n(text_.data() + at_, size, buffer.data());
    at_ += size;
    return size;
  }
  const std::string& name() const override { return source_->name(); }

 private:
  // False at the end.
  bool Fill() {
    text_.clear();
    at_ = 0;
    const std::size_t kept = bytes_.size();
    bytes_.resize(kept + kBlock);
    const std::size_t got = source_->Read({bytes_.data() + kept, kBlock});
    bytes_.resize(kept + got);
    const std::optional<std::size_t> taken = decoder_.Decode(bytes_, &text_);
    if (!taken || (got == 0 && *taken < bytes_.size())) {
      throw Error(ErrorCode::kBadInput, {source_->name()}, "is not valid " + charset_);
    }
    bytes_.erase(0, *taken);
    return got > 0;
  }

  std::unique_ptr<ByteSource> source_;
  std::string charset_;
  WideDecoder decoder_;
  std::string bytes_;  // read and not decoded
  std::string text_;   // decoded; what is before at_ was handed out
  std::size_t at_ = 0;
};

}  // namespace

std::string_view WideCharsetOf(std::string_view head) {
  const std::string_view marked = MarkedCharset(head);
  if (!marked.empty()) return marked == "UTF-8" ? std::string_view() : marked;
  return Utf16WithoutMark(head.substr(0, head.size() & ~std::size_t{1}));
}

std::string DecodeWideHead(std::string_view head) {
  const std::string_view charset = WideCharsetOf(head);
  std::string text;
  if (charset.empty()) return std::string(head);
  return WideDecoder(charset).Decode(head, &text) ? text : std::string(head);
}

std::unique_ptr<ByteSource> DecodeWide(std::unique_ptr<ByteSource> source,
                                       std::string_view charset) {
  return std::make_unique<WideText>(std::move(source), charset);
}

}  // namespace calque::internal
