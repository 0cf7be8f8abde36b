#include "align/entities/codes.h"

#include <algorithm>
#include <array>
#include <utility>

#include "align/base/ascii.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

bool StartsWith(std::string_view text, std::size_t at, std::string_view prefix) {
  return text.substr(at, prefix.size()) == prefix;
}

// `https://example.org/a`, `www.example.org`: up to white space, without the punctuation that
// closes a sentence or a bracket.
std::optional<CodeMatch> ScanAddress(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 3> kStarts = {"http://", "https://", "www."};
  const bool starts = std::any_of(kStarts.begin(), kStarts.end(), [&](std::string_view start) {
    return StartsWith(text, at, start);
  });
  if (!starts) return std::nullopt;
  std::size_t end = at;
  while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' && text[end] != '<' &&
         text[end] != '>' && text[end] != '"' && static_cast<unsigned char>(text[end]) < 0x80) {
    ++end;
  }
  while (std::string_view(".,;:!?)]'").find(text[end - 1]) != std::string_view::npos) --end;
  std::string address = Lower(text.substr(at, end - at));
  for (const std::string_view start : kStarts) {  // what a desk leaves out
    if (address.starts_with(start)) address.erase(0, start.size());
  }
  return CodeMatch{end, "url:" + address};
}

// Reuters instrument codes in angle brackets, `<AMZN.O>`, and `(NYSE: ABC)` are the two customs;
// the second has no sign of its own and is left to names.
std::optional<CodeMatch> ScanTicker(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 24;
  if (text[at] != '<') return std::nullopt;
  std::size_t end = at + 1;
  bool has_letter = false;
  while (end < text.size() && end - at <= kLongest &&
         (IsAsciiAlphanumeric(text[end]) ||
          std::string_view(".=^/-").find(text[end]) != std::string_view::npos)) {
    has_letter |= IsAsciiUpper(text[end]);
    ++end;
  }
  if (!has_letter || end == text.size() || text[end] != '>') return std::nullopt;
  return CodeMatch{end + 1, "ticker:" + std::string(text.substr(at + 1, end - at - 1))};
}

// Behind the `(0)` of `+33 (0)1 42…`, which is not dialled from abroad.
std::size_t SkipTrunkZero(std::string_view text, std::size_t at) {
  constexpr std::string_view kTrunkZero = "(0)";
  if (!StartsWith(text, at, kTrunkZero)) return at;
  at += kTrunkZero.size();
  return at < text.size() && text[at] == ' ' ? at + 1 : at;
}

struct DigitGroups {
  std::size_t end = 0;
  std::string digits;
  std::size_t groups = 0;
  std::size_t shortest = 0;
  std::size_t longest = 0;
};

// Groups of ASCII digits joined by one space, NBSP, full stop or hyphen each.
DigitGroups ScanGroups(std::string_view text, std::size_t at) {
  constexpr std::size_t kMostDigits = 18;
  DigitGroups found;
  found.shortest = kMostDigits;
  while (at < text.size() && found.digits.size() <= kMostDigits) {
    const std::size_t begin = at;
    while (at < text.size() && IsAsciiDigit(text[at])) found.digits += text[at++];
    if (at == begin) break;
    ++found.groups;
    found.shortest = std::min(found.shortest, at - begin);
    found.longest = std::max(found.longest, at - begin);
    found.end = at;
    if (at == text.size()) break;
    const std::size_t behind_zero = found.groups == 1 ? SkipTrunkZero(text, at) : at;
    if (behind_zero > at) {
      at = behind_zero;
      continue;
    }
    const CodePoint separator = DecodeAt(text, at);
    const bool joins = separator.value == U' ' || separator.value == U'\u00A0' ||
                       separator.value == U'\u202F' || separator.value == U'.' ||
                       separator.value == U'-';
    if (!joins) break;
    at = found.groups == 1 ? SkipTrunkZero(text, separator.end) : separator.end;
  }
  return found;
}

// `1-800-555-0199`, `212-555-0199`: groups of three, three and four digits joined by hyphens.
std::optional<CodeMatch> ScanHyphenatedPhone(std::string_view text, std::size_t at) {
  constexpr std::array<std::size_t, 3> kGroups = {3, 3, 4};
  const std::size_t begin = at;
  if (StartsWith(text, at, "1-")) at += 2;
  for (const std::size_t group : kGroups) {
    for (std::size_t i = 0; i < group; ++i, ++at) {
      if (at >= text.size() || !IsAsciiDigit(text[at])) return std::nullopt;
    }
    if (group == kGroups.back()) break;
    if (at >= text.size() || text[at++] != '-') return std::nullopt;
  }
  if (at < text.size() && (IsAsciiAlphanumeric(text[at]) || text[at] == '-')) return std::nullopt;
  std::string key = "phone:" + std::string(text.substr(begin, at - begin));
  std::erase(key, '-');
  return CodeMatch{at, std::move(key)};
}

std::optional<CodeMatch> ScanPhone(std::string_view text, std::size_t at) {
  constexpr std::size_t kFewestDigits = 7;
  constexpr std::size_t kMostDigits = 15;
  const bool international = text[at] == '+';
  if (!international && text[at] != '0' && text[at] != '(') return std::nullopt;
  std::size_t begin = international || text[at] == '(' ? at + 1 : at;
  std::string area;
  if (text[at] == '(') {  // `(212) 555-1234`
    while (begin < text.size() && area.size() < 4 && IsAsciiDigit(text[begin])) {
      area += text[begin++];
    }
    if (area.size() < 2 || begin + 1 >= text.size() || text[begin] != ')') return std::nullopt;
    begin += text[begin + 1] == ' ' ? 2 : 1;
  }
  const DigitGroups groups = ScanGroups(text, begin);
  const std::string digits = area + groups.digits;
  if (digits.size() < kFewestDigits || digits.size() > kMostDigits) return std::nullopt;
  if (!international && area.empty() &&
      (groups.groups < 3 || groups.shortest < 2 || groups.longest > 4)) {
    return std::nullopt;
  }
  if (!area.empty() && groups.groups < 2) return std::nullopt;
  return CodeMatch{groups.end, "phone:" + digits};
}

}  // namespace

std::optional<CodeMatch> ScanCode(std::string_view text, std::size_t at) {
  if (auto found = ScanAddress(text, at)) return found;
  if (auto found = ScanTicker(text, at)) return found;
  if (auto found = ScanHyphenatedPhone(text, at)) return found;
  return ScanPhone(text, at);
}

std::optional<CodeMatch> ScanModelNumber(std::string_view text, std::size_t at) {
  constexpr std::size_t kMostLetters = 4;  // before a hyphen: `F-16`, not `post-2008`
  std::string key = "code:";
  std::size_t end = at;
  bool upper = true;
  std::size_t letters = 0;
  while (end < text.size() && IsAsciiLetter(text[end])) {
    upper = upper && IsAsciiUpper(text[end]);
    key += AsciiUpper(text[end++]);
    ++letters;
  }
  if (letters == 0 || end == text.size()) return std::nullopt;
  if (text[end] == '-') {
    if (!upper || letters > kMostLetters) return std::nullopt;
    ++end;
  }
  const std::size_t digits = end;
  while (end < text.size() && IsAsciiDigit(text[end])) key += text[end++];
  if (end == digits) return std::nullopt;
  while (end < text.size() && IsAsciiAlphanumeric(text[end])) {
    key += AsciiUpper(text[end++]);
  }
  if (text[end - 1] == 's') key.pop_back();  // several: `A320s`
  if (end < text.size() && IsLetter(DecodeAt(text, end).value)) return std::nullopt;
  return CodeMatch{end, key};
}

}  // namespace calque::internal
