#include "align/io/clean_text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <utility>

#include "align/base/utf8.h"
#include "align/io/charset.h"

namespace calque::internal {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;
constexpr std::size_t kLongest = 4;  // bytes of a UTF-8 sequence

// What windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> kC1 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

enum class Charset : std::uint8_t { kUtf8, kWindows1252, kOther };

Charset CharsetNamed(std::string_view declared) {
  const std::string charset = CharsetOfLabel(std::string(declared));
  if (charset.empty() || charset == "UTF-8") return Charset::kUtf8;
  return charset == "windows-1252" ? Charset::kWindows1252 : Charset::kOther;
}

bool IsWide(std::string_view head) {
  return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
         head.substr(0, 4).find('\0') != std::string_view::npos;
}

// Whether text holds letters beyond ASCII and all of them are well-formed UTF-8, an unfinished
// sequence at its end aside.
bool IsClearlyUtf8(std::string_view text) {
  const std::size_t invalid = FirstInvalidUtf8(text);
  if (invalid + kLongest <= text.size()) return false;
  return std::any_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(invalid),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool IsForbidden(unsigned char byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

class CleaningSource : public CleanText {
 public:
  CleaningSource(std::unique_ptr<ByteSource> source, std::string_view declared)
      : source_(std::move(source)) {
    std::string head = ReadHead(*source_, kBlock);
    charset_ = IsWide(head) ? Charset::kOther : CharsetNamed(declared);
    if (charset_ == Charset::kWindows1252 && IsClearlyUtf8(head)) charset_ = Charset::kUtf8;
    if (charset_ != Charset::kOther && head.starts_with("\xEF\xBB\xBF")) {
      head.erase(0, 3);
      charset_ = Charset::kUtf8;
    }
    raw_ = std::move(head);
    if (charset_ != Charset::kOther) Clean();
  }

  std::size_t Read(std::span<char> buffer) override {
    if (buffer.empty()) return 0;
    if (charset_ == Charset::kOther) return ReadOther(buffer);
    while (taken_ == clean_.size()) {
      if (ended_ && raw_.empty()) return 0;
      Fill();
    }
    const std::size_t size = std::min(buffer.size(), clean_.size() - taken_);
    std::copy_n(clean_.data() + taken_, size, buffer.begin());
    taken_ += size;
    return size;
  }
  const std::string& name() const override { return source_->name(); }
  std::uint64_t replaced() const override { return replaced_; }
  bool is_utf8() const override { return charset_ != Charset::kOther; }

 private:
  std::size_t ReadOther(std::span<char> buffer) {
    if (taken_ == raw_.size()) return source_->Read(buffer);
    const std::size_t size = std::min(buffer.size(), raw_.size() - taken_);
    std::copy_n(raw_.data() + taken_, size, buffer.begin());
    taken_ += size;
    return size;
  }

  void Fill() {
    const std::size_t kept = raw_.size();
    raw_.resize(kept + kBlock);
    const std::size_t got = source_->Read(std::span(raw_).subspan(kept));
    raw_.resize(kept + got);
    ended_ = got == 0;
    Clean();
  }

  // raw_ to clean_, but for a sequence that may go on in the next block.
  void Clean() {
    clean_.clear();
    taken_ = 0;
    std::size_t at = 0;
    while (at < raw_.size()) {
      const std::size_t plain = EndOfPlain(at);
      clean_.append(raw_, at, plain - at);
      at = plain;
      if (at == raw_.size()) break;
      const auto byte = static_cast<unsigned char>(raw_[at]);
      if (byte < 0x80) {
        ++at;  // forbidden
        continue;
      }
      if (charset_ == Charset::kWindows1252) {
        AppendUtf8(Windows1252(byte), &clean_);
        ++at;
        continue;
      }
      const std::string_view rest = std::string_view(raw_).substr(at);
      if (rest.size() < kLongest && !ended_ && FirstInvalidUtf8(rest) == 0) break;
      at += AppendSequence(rest);
    }
    raw_.erase(0, at);
  }

  // The bytes that one character took.
  std::size_t AppendSequence(std::string_view rest) {
    const CodePoint c = DecodeAt(rest, 0);
    const bool malformed = c.value == kReplacementCharacter && c.end == 1;
    if (malformed) {
      ++replaced_;
      AppendUtf8(Windows1252(static_cast<unsigned char>(rest[0])), &clean_);
    } else if (c.value != 0xFFFE && c.value != 0xFFFF) {
      clean_.append(rest.substr(0, c.end));
    }
    return c.end;
  }

  // The first byte from `at` that is no plain ASCII, eight at a time.
  [[nodiscard]] std::size_t EndOfPlain(std::size_t at) const {
    constexpr std::uint64_t kHigh = 0x8080808080808080U;
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    while (at < raw_.size()) {
      std::uint64_t word = 0;
      if (at + sizeof word <= raw_.size()) {
        std::memcpy(&word, raw_.data() + at, sizeof word);
        // A byte below 0x20, or above 0x7F, or 0x7F itself.
        const std::uint64_t low = (word - kOnes * 0x20) & ~word & kHigh;
        const std::uint64_t del =
            ((word ^ (kOnes * 0x7F)) - kOnes) & ~(word ^ (kOnes * 0x7F)) & kHigh;
        if (((word & kHigh) | low | del) == 0) {
          at += sizeof word;
          continue;
        }
      }
      const std::size_t end = std::min(at + sizeof word, raw_.size());
      for (; at < end; ++at) {
        const auto byte = static_cast<unsigned char>(raw_[at]);
        if (byte >= 0x80 || IsForbidden(byte)) return at;
      }
    }
    return at;
  }

  std::unique_ptr<ByteSource> source_;
  Charset charset_ = Charset::kUtf8;
  std::string raw_;    // bytes not yet cleaned
  std::string clean_;  // bytes not yet read
  std::size_t taken_ = 0;
  std::uint64_t replaced_ = 0;
  bool ended_ = false;
};

}  // namespace

char32_t Windows1252(unsigned char byte) {
  if (byte < 0x80 || byte >= 0xA0) return byte;
  const char16_t meant = kC1[byte - 0x80];
  return meant == 0 ? kReplacementCharacter : meant;
}

std::unique_ptr<CleanText> OpenCleanText(std::unique_ptr<ByteSource> source,
                                         std::string_view declared) {
  return std::make_unique<CleaningSource>(std::move(source), declared);
}

std::string_view XmlCharset(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (!head.starts_with("<?xml")) return {};
  head = head.substr(0, head.find("?>"));
  const std::size_t at = head.find("encoding");
  if (at == std::string_view::npos) return {};
  const std::size_t open = head.find_first_of("'\"", at);
  if (open == std::string_view::npos) return {};
  const std::size_t close = head.find(head[open], open + 1);
  return close == std::string_view::npos ? std::string_view()
                                         : head.substr(open + 1, close - open - 1);
}

}  // namespace calque::internal
