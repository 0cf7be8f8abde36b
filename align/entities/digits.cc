#include "align/entities/digits.h"

#include <algorithm>
#include <optional>
#include <string>

#include "align/base/marks.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

struct DigitRun {
  std::string digits;  // ASCII
  std::size_t end = 0;
};

DigitRun ScanRun(std::string_view text, std::size_t at) {
  DigitRun run{{}, at};
  while (run.end < text.size()) {
    const CodePoint c = DecodeAt(text, run.end);
    if (!IsDigit(c.value)) break;
    run.digits += static_cast<char>('0' + DigitValue(c.value));
    run.end = c.end;
  }
  return run;
}

char32_t SignAt(std::string_view text, std::size_t at) {
  return at < text.size() ? DecodeAt(text, at).value : 0;
}

bool IsGroupBlank(char32_t c) {
  return c == U' ' || c == U'\u00A0' || c == U'\u202F' || c == U'\u2009';
}

// All groups of three digits behind one and the same sign, from `at` on.
struct Groups {
  std::string digits;
  std::size_t end = 0;
  int count = 0;
};
Groups ScanGroups(std::string_view text, std::size_t at) {
  Groups groups{{}, at, 0};
  const char32_t sign = SignAt(text, at);
  while (SignAt(text, groups.end) == sign && groups.end < text.size()) {
    const DigitRun run = ScanRun(text, DecodeAt(text, groups.end).end);
    if (run.digits.size() != 3) break;
    groups.digits += run.digits;
    groups.end = run.end;
    ++groups.count;
  }
  return groups;
}

// The digits behind a decimal sign at `at`; nothing where this is a date, a version, an address.
std::optional<DigitRun> ScanFraction(std::string_view text, std::size_t at) {
  const char32_t sign = SignAt(text, at);
  DigitRun run = ScanRun(text, DecodeAt(text, at).end);
  if (run.digits.empty()) return std::nullopt;
  if (SignAt(text, run.end) == sign && !ScanRun(text, run.end + 1).digits.empty()) {
    return std::nullopt;
  }
  return run;
}

// How many groups behind a sign it takes to make a number; none where it groups nothing.
std::optional<int> FewestGroups(char32_t sign, const ValueConventions& conventions) {
  if (sign == conventions.group_sign || IsGroupBlank(sign) || IsApostrophe(sign)) return 1;
  if (sign == conventions.decimal_sign) return 2;
  return std::nullopt;
}

// Whether nothing but digits, neither a grouping nor a decimal sign, was read.
enum class Written { kPlain, kWithSigns };

DigitMatch Finish(std::string_view integer, std::string_view fraction, std::size_t end,
                  Written written) {
  DigitMatch match;
  match.end = end;
  match.digits = static_cast<std::uint8_t>(std::min<std::size_t>(integer.size(), 255));
  const std::optional<Decimal> number = Decimal::FromDigits(integer, fraction);
  if (number) {
    match.number = *number;
  } else {
    match.code = "code:";
    match.code.append(integer).append(fraction.empty() ? "" : ".").append(fraction);
  }
  match.plain = written == Written::kPlain && number.has_value();
  return match;
}

// Digits before the decimal sign of a percentage; more are of a year: `en 2010, 20%`.
constexpr std::size_t kMostOfPercent = 2;

// `50, 3%`: a decimal whose sign a blank was put behind; only a percent sign tells.
std::optional<DigitRun> ScanSpacedFraction(std::string_view text, std::size_t at) {
  constexpr std::size_t kMostDigits = 2;
  const std::size_t blank = DecodeAt(text, at).end;
  if (SignAt(text, blank) != U' ') return std::nullopt;
  DigitRun run = ScanRun(text, blank + 1);
  if (run.digits.empty() || run.digits.size() > kMostDigits) return std::nullopt;
  const std::size_t next =
      IsGroupBlank(SignAt(text, run.end)) ? DecodeAt(text, run.end).end : run.end;
  if (SignAt(text, next) != U'%') return std::nullopt;
  return run;
}

// ½, ¼ and ¾ behind a number belong to it.
std::string_view VulgarFraction(char32_t c) {
  if (c == U'½') return "5";
  if (c == U'¼') return "25";
  return c == U'¾' ? "75" : "";
}

}  // namespace

DigitMatch ScanDigits(std::string_view text, std::size_t at, const ValueConventions& conventions) {
  constexpr std::size_t kMostInFirstGroup = 3;
  const DigitRun first = ScanRun(text, at);
  std::string integer = first.digits;
  std::size_t end = first.end;
  bool grouped = false;
  if (integer.size() <= kMostInFirstGroup && integer.front() != '0') {
    const std::optional<int> fewest = FewestGroups(SignAt(text, end), conventions);
    const Groups groups = fewest ? ScanGroups(text, end) : Groups{};
    if (fewest && groups.count >= *fewest) {
      integer += groups.digits;
      end = groups.end;
      grouped = true;
    }
  }
  const Written written = grouped ? Written::kWithSigns : Written::kPlain;
  const char32_t sign = SignAt(text, end);
  if (at >= 2 && static_cast<char32_t>(static_cast<unsigned char>(text[at - 1])) == sign &&
      IsDigit(DecodeBefore(text, at - 1).value)) {
    return Finish(integer, {}, end, written);  // the month of `5.1.2026`
  }
  const bool decimal_sign = sign == conventions.decimal_sign;
  const bool other_sign = sign == conventions.group_sign && !grouped;
  if (decimal_sign || other_sign) {
    std::optional<DigitRun> fraction = ScanFraction(text, end);
    const bool may_be_spaced = sign == U',' && decimal_sign && integer.size() <= kMostOfPercent;
    if (!fraction && may_be_spaced) fraction = ScanSpacedFraction(text, end);
    const bool thousands = fraction && fraction->digits == "000" && integer.front() != '0';
    if (thousands && !grouped && integer.size() <= kMostInFirstGroup) {
      return Finish(integer + fraction->digits, {}, fraction->end, Written::kWithSigns);
    }
    if (fraction && (decimal_sign || fraction->digits.size() != 3)) {
      return Finish(integer, fraction->digits, fraction->end, Written::kWithSigns);
    }
  }
  if (const std::string_view part = VulgarFraction(sign); !part.empty()) {
    return Finish(integer, part, DecodeAt(text, end).end, Written::kWithSigns);
  }
  return Finish(integer, {}, end, written);
}

}  // namespace calque::internal
