#include "align/segment/candidate.h"

#include <unicode/uchar.h>

#include <array>

namespace calque::internal {
namespace {

constexpr char32_t kEllipsis = 0x2026;

// Bytes with which a terminator may begin: ASCII ones and the first byte of others in UTF-8.
constexpr std::array<bool, 256> TerminatorBytes() {
  std::array<bool, 256> bytes{};
  for (const unsigned char c : {'.', '!', '?'}) bytes[c] = true;
  for (const int lead :
       {0xCD, 0xD6, 0xD8, 0xDB, 0xDC, 0xDF, 0xE0, 0xE1, 0xE2, 0xE3, 0xEA, 0xEF, 0xF0}) {
    bytes[static_cast<std::size_t>(lead)] = true;
  }
  return bytes;
}
constexpr std::array<bool, 256> kTerminatorBytes = TerminatorBytes();

TerminatorKind KindOf(char32_t c) {
  switch (c) {
    case U'.':
      return TerminatorKind::kPeriod;
    case U'!':
    case 0x203C:
    case 0x2048:
    case 0x2049:
      return TerminatorKind::kExclamation;
    case U'?':
    case 0x203D:
    case 0x2047:
    case 0x061F:
      return TerminatorKind::kQuestion;
    case kEllipsis:
      return TerminatorKind::kEllipsis;
    case 0x3002:
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:
      return TerminatorKind::kFull;
    default:
      break;
  }
  constexpr char32_t kFirstOther = 0x037E;
  if (c < kFirstOther || (c >= 0x2000 && c < 0x2E00)) return TerminatorKind::kNone;
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) ? TerminatorKind::kExclamation
                                                                    : TerminatorKind::kNone;
}

bool IsQuote(char32_t c) {
  if (c == U'"' || c == U'\'' || c == 0xAB || c == 0xBB) return true;
  if (c < 0x2018) return false;
  return c <= 0x201F || c == 0x2039 || c == 0x203A || (c >= 0x300C && c <= 0x300F) || c == 0x301D ||
         c == 0x301E || c == 0x301F || c == 0xFF02;
}

// Quotes that only ever close: a space may stand between them and the terminator.
bool ClosesAfterSpace(char32_t c) { return c == 0xBB || c == 0x203A || c == 0x201D; }

bool IsOpenBracket(char32_t c) {
  return c < 0x80 ? c == U'(' || c == U'[' || c == U'{'
                  : u_charType(static_cast<UChar32>(c)) == U_START_PUNCTUATION && !IsQuote(c);
}
bool IsCloseBracket(char32_t c) {
  return c < 0x80 ? c == U')' || c == U']' || c == U'}'
                  : u_charType(static_cast<UChar32>(c)) == U_END_PUNCTUATION && !IsQuote(c);
}
bool IsDash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015); }

bool StartsWord(CharClass kind) {
  return IsWordClass(kind) || kind == CharClass::kDigit || kind == CharClass::kUnspaced;
}

// Builds one candidate, from the terminator outwards.
class CandidateBuilder {
 public:
  CandidateBuilder(std::string_view text, ByteSpan unit) : text_(text), unit_(unit) {}

  void ReadTerminators(std::uint32_t at);
  void ReadClosers();
  void ReadGap();
  void ReadOpeners();
  void ReadWord(std::uint32_t sentence);

  Candidate candidate;

 private:
  [[nodiscard]] ClassifiedChar At(std::uint32_t offset) const {
    return CharAt(text_, offset, unit_.end);
  }
  [[nodiscard]] std::uint32_t SkipSpace(std::uint32_t at) const {
    while (at < unit_.end && At(at).kind == CharClass::kSpace) at = At(at).end;
    return at;
  }
  [[nodiscard]] std::uint32_t CloserEnd(std::uint32_t at);

  std::string_view text_;
  ByteSpan unit_;
};

void CandidateBuilder::ReadTerminators(std::uint32_t at) {
  candidate.terminators = {at, at};
  std::uint32_t periods = 0;
  while (at < unit_.end) {
    const ClassifiedChar c = At(at);
    const TerminatorKind kind = KindOf(c.value);
    if (kind == TerminatorKind::kNone) {
      // `. . .`: a period, one blank, a period.
      const bool spaced = periods > 0 && c.value == U' ' && At(c.end).value == U'.';
      if (!spaced) break;
      at = c.end;
      continue;
    }
    at = c.end;
    candidate.terminators.end = at;
    if (kind == TerminatorKind::kPeriod) ++periods;
    if (kind != TerminatorKind::kPeriod || candidate.kind == TerminatorKind::kNone) {
      candidate.kind = kind;
    }
  }
  if (candidate.kind == TerminatorKind::kPeriod && periods > 1) {
    candidate.kind = TerminatorKind::kEllipsis;
  }
}

// The end of the closer at `at`, or `at`.
std::uint32_t CandidateBuilder::CloserEnd(std::uint32_t at) {
  const ClassifiedChar c = At(at);
  if (at >= unit_.end) return at;
  if (c.kind == CharClass::kSpace) {
    const ClassifiedChar mark = At(c.end);
    if (!ClosesAfterSpace(mark.value) || StartsWord(At(mark.end).kind)) return at;
    candidate.closes_quotation = true;
    return mark.end;
  }
  if (IsQuote(c.value)) {
    candidate.closes_quotation = true;
    return c.end;
  }
  if (IsCloseBracket(c.value)) {
    candidate.closes_bracket = true;
    return c.end;
  }
  return at;
}

void CandidateBuilder::ReadClosers() {
  std::uint32_t at = candidate.terminators.end;
  for (std::uint32_t end = CloserEnd(at); end > at; end = CloserEnd(at)) at = end;
  candidate.end = at;
}

void CandidateBuilder::ReadGap() {
  candidate.next = SkipSpace(candidate.end);
  const std::string_view gap = text_.substr(candidate.end, candidate.next - candidate.end);
  candidate.breaks_line = gap.find('\n') != std::string_view::npos;
}

void CandidateBuilder::ReadOpeners() {
  constexpr std::uint32_t kMostOpeners = 8;
  std::uint32_t at = candidate.next;
  for (std::uint32_t i = 0; i < kMostOpeners && at < unit_.end; ++i) {
    const ClassifiedChar c = At(at);
    if (IsQuote(c.value)) {
      candidate.opens_quotation = true;
    } else if (IsOpenBracket(c.value)) {
      candidate.opens_bracket = true;
    } else if (IsDash(c.value)) {
      candidate.opens_dash = true;
    } else if (c.value != 0xA1 && c.value != 0xBF && c.kind != CharClass::kSpace) {
      break;
    }
    at = c.end;
  }
  candidate.first = at;
}

void CandidateBuilder::ReadWord(std::uint32_t sentence) {
  constexpr std::uint32_t kLongestWord = 64;
  const std::uint32_t end = candidate.terminators.begin;
  std::uint32_t begin = end;
  while (begin > sentence && end - begin < kLongestWord) {
    const ClassifiedChar c = CharBefore(text_, begin, sentence);
    const bool inner = StartsWord(c.kind) || c.kind == CharClass::kMark || c.value == U'.' ||
                       IsDash(c.value) || c.value == U'&';
    if (!inner) break;
    begin = c.end;
  }
  candidate.word = {begin, end};
}

}  // namespace

TerminatorKind TerminatorAt(std::string_view text, std::uint32_t at, std::uint32_t end) {
  return at < end ? KindOf(CharAt(text, at, end).value) : TerminatorKind::kNone;
}

std::uint32_t NextTerminator(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && !kTerminatorBytes[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

std::optional<Candidate> CandidateAt(std::string_view text, ByteSpan unit, std::uint32_t sentence,
                                     std::uint32_t at, std::uint32_t* resume) {
  if (TerminatorAt(text, at, unit.end) == TerminatorKind::kNone) {
    *resume = CharAt(text, at, unit.end).end;
    return std::nullopt;
  }
  CandidateBuilder builder(text, unit);
  builder.ReadTerminators(at);
  builder.ReadClosers();
  builder.ReadGap();
  *resume = builder.candidate.end;
  const bool spaced = builder.candidate.next > builder.candidate.end;
  if (builder.candidate.next >= unit.end) return std::nullopt;
  if (!spaced && builder.candidate.kind != TerminatorKind::kFull) return std::nullopt;
  builder.ReadOpeners();
  builder.ReadWord(sentence);
  return builder.candidate;
}

}  // namespace calque::internal
