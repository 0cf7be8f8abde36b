// What a character is to the segmenter and the tokenizer: one byte a code point, by table for
// ASCII and by ICU's general category and script for the rest (Unicode 15).
#pragma once

#include <cstdint>
#include <string_view>

namespace calque::internal {

enum class CharClass : std::uint8_t {
  kOther,  // symbols, punctuation, controls
  kSpace,
  kUpper,  // upper or title case
  kLower,
  kUncased,   // letters of scripts without case
  kUnspaced,  // letters of scripts written without spaces: Han, kana, Thai, Lao, Khmer, Myanmar
  kDigit,     // decimal digits of any script
  kMark,      // combining marks and joiners: part of the character before
};

[[nodiscard]] CharClass ClassOf(char32_t c);

[[nodiscard]] constexpr bool IsWordClass(CharClass c) {
  return c == CharClass::kUpper || c == CharClass::kLower || c == CharClass::kUncased;
}

// A code point of the text with its class; `end` is the offset behind it.
struct ClassifiedChar {
  char32_t value = 0;
  std::uint32_t end = 0;
  CharClass kind = CharClass::kOther;
};

// The character at `offset`, or a space of no length where `offset` is `end` or beyond.
[[nodiscard]] ClassifiedChar CharAt(std::string_view text, std::uint32_t offset, std::uint32_t end);
// The character that ends at `offset` (its `end` is its start), or a space of no length where
// `offset` is `begin`.
[[nodiscard]] ClassifiedChar CharBefore(std::string_view text, std::uint32_t offset,
                                        std::uint32_t begin);

}  // namespace calque::internal
