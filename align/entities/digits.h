// Numbers written in digits, grouped and pointed as any language does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "align/entities/decimal.h"
#include "align/entities/value_vocabulary.h"

namespace calque::internal {

struct DigitMatch {
  std::size_t end = 0;
  Decimal number;
  std::string code;         // the key of what no Decimal holds: its digits
  bool plain = false;       // digits alone
  std::uint8_t digits = 0;  // before the decimal sign; at most 255
};

// The number that starts at `at`. Groups are three digits behind the language's group sign, a
// space of any kind, an apostrophe, or twice or more behind its decimal sign (`1.234.567`); the
// group sign before other than three digits is read as a decimal sign (`1.82` in French), and the
// decimal sign before `000` as a group sign.
// More digits than a Decimal holds are a code, `code:1234567890123456789`.
// Precondition: a decimal digit of any script stands at `at`.
[[nodiscard]] DigitMatch ScanDigits(std::string_view text, std::size_t at,
                                    const ValueConventions& conventions);

}  // namespace calque::internal
