#include "align/segment/address.h"

#include <algorithm>

#include "align/segment/char_class.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kLongestLocalPart = 64;  // of an e-mail address (RFC 5321, 4.5.3.1.1)

bool IsAsciiAlnum(char c) {
  const CharClass kind = static_cast<unsigned char>(c) < 0x80
                             ? ClassOf(static_cast<unsigned char>(c))
                             : CharClass::kOther;
  return kind == CharClass::kUpper || kind == CharClass::kLower || kind == CharClass::kDigit;
}

bool IsUrlByte(char c) {
  if (static_cast<unsigned char>(c) <= ' ' || c == 0x7F) return false;
  return std::string_view("<>\"`{}|\\^").find(c) == std::string_view::npos;
}

bool IsMailByte(char c) { return IsAsciiAlnum(c) || c == '.' || c == '-' || c == '_' || c == '+'; }

std::uint32_t TrimAddress(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  constexpr std::string_view kNeverLast = ".,;:!?'([*_-";
  const std::string_view address = text.substr(begin, end - begin);
  auto round = std::count(address.begin(), address.end(), '(');
  auto square = std::count(address.begin(), address.end(), '[');
  while (end > begin) {
    const char last = text[end - 1];
    const bool unbalanced = (last == ')' && round == 0) || (last == ']' && square == 0);
    if (!unbalanced && kNeverLast.find(last) == std::string_view::npos) break;
    round -= last == '(' ? 1 : 0;
    square -= last == '[' ? 1 : 0;
    --end;
  }
  return end;
}

// Bytes above ASCII are part of a URL only where they are letters: `»` and NBSP end it.
std::uint32_t UrlEnd(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = begin;
  while (at < end) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      if (!IsUrlByte(text[at])) break;
      ++at;
      continue;
    }
    const ClassifiedChar c = CharAt(text, at, end);
    if (!IsWordClass(c.kind) && c.kind != CharClass::kMark) break;
    at = c.end;
  }
  return TrimAddress(text, begin, at);
}

std::uint32_t MailEnd(std::string_view text, std::uint32_t at_sign, std::uint32_t end) {
  std::uint32_t at = at_sign + 1;
  while (at < end && IsMailByte(text[at])) ++at;
  at = TrimAddress(text, at_sign + 1, at);
  return at > at_sign + 1 ? at : at_sign;
}

bool StartsWithWww(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return end - begin > 4 && (text.substr(begin, 4) == "www." || text.substr(begin, 4) == "WWW.") &&
         IsAsciiAlnum(text[begin + 4]);
}

}  // namespace

std::uint32_t AddressTailEnd(std::string_view text, std::uint32_t mark, std::uint32_t end) {
  return UrlEnd(text, mark, end);
}

std::uint32_t AddressEnd(std::string_view text, std::uint32_t begin, std::uint32_t word_end,
                         std::uint32_t end) {
  const std::string_view behind = text.substr(word_end, end - word_end);
  if (behind.starts_with("://")) return UrlEnd(text, begin, end);
  if (StartsWithWww(text, begin, end)) return UrlEnd(text, begin, end);
  std::uint32_t local = word_end;
  while (local < end && local - begin <= kLongestLocalPart && IsMailByte(text[local])) ++local;
  if (local == end || local - begin > kLongestLocalPart || text[local] != '@') return begin;
  const std::uint32_t mail = MailEnd(text, local, end);
  return mail > local ? mail : begin;
}

}  // namespace calque::internal
