// UTF-8: validity, code points, folding. The only folder that owns ICU handles is this one; others
// ask through these functions or through icu.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace calque::internal {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// Offset of the first byte that does not belong to a well-formed sequence (Unicode 15, table 3-7);
// `text.size()` where all is well.
[[nodiscard]] std::size_t FirstInvalidUtf8(std::string_view text);

// The code point that starts at `offset`, and the offset behind it. A malformed byte reads as
// U+FFFD of one byte. Precondition: offset < text.size().
struct CodePoint {
  char32_t value;
  std::uint32_t end;
};
// The same for a byte of 0x80 or more.
[[nodiscard]] CodePoint DecodeBeyondAscii(std::string_view text, std::size_t offset);
[[nodiscard]] inline CodePoint DecodeAt(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) return {byte, static_cast<std::uint32_t>(offset + 1)};
  return DecodeBeyondAscii(text, offset);
}
// The code point that ends at `offset`; `end` is then its *start*. Precondition: offset > 0.
[[nodiscard]] CodePoint DecodeBefore(std::string_view text, std::size_t offset);

void AppendUtf8(char32_t code_point, std::string* out);

// White space as Unicode has it (White_Space), zero-width space and BOM included.
[[nodiscard]] bool IsSpace(char32_t c);
// A white-space character that never ends a line: tab, space, NBSP, NNBSP, thin space, …
[[nodiscard]] bool IsBlank(char32_t c);
// Of characters beyond ASCII; the functions behind these are for all.
[[nodiscard]] bool IsUpperBeyondAscii(char32_t c);
[[nodiscard]] bool IsLetterBeyondAscii(char32_t c);
[[nodiscard]] bool IsDigitBeyondAscii(char32_t c);
[[nodiscard]] inline bool IsUpper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : IsUpperBeyondAscii(c);
}
[[nodiscard]] bool IsLower(char32_t c);
[[nodiscard]] inline bool IsLetter(char32_t c) {
  return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : IsLetterBeyondAscii(c);
}
[[nodiscard]] inline bool IsDigit(char32_t c) {  // decimal digits of any script
  return c < 0x80 ? c >= '0' && c <= '9' : IsDigitBeyondAscii(c);
}
[[nodiscard]] bool IsMark(char32_t c);  // accents, vowel signs: what belongs to a letter
// Han, Hiragana, Katakana: letters between which a line may break without a space (UAX #14).
[[nodiscard]] bool IsWrittenWithoutSpaces(char32_t c);
[[nodiscard]] bool IsIdeograph(char32_t c);  // a Han character: a word, or the root of one
[[nodiscard]] int DigitValue(char32_t c);    // 0–9, or −1

// Whether `offset` (at most text.size()) lies between two characters of valid UTF-8, or at an end.
[[nodiscard]] inline bool IsCharacterBoundary(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

// White space taken off both ends.
[[nodiscard]] std::string_view TrimSpace(std::string_view text);

// Case and accents folded, compatibility forms unified (NFKD, marks dropped, casefold): a key for
// comparison, never to be shown. `Élysée’s` → `elysee's`.
[[nodiscard]] std::string Fold(std::string_view text);
// Case folded, compatibility forms unified, invisible characters dropped, accents and vowel signs
// kept (NFKC_Casefold): a key too.
[[nodiscard]] std::string FoldCase(std::string_view text);
// Lower and upper case by the root locale, accents kept.
[[nodiscard]] std::string Lower(std::string_view text);
[[nodiscard]] std::string Upper(std::string_view text);
// Latin letters for text in any script, by ICU's `Any-Latin`; text in ASCII as it is.
[[nodiscard]] std::string ToLatin(std::string_view text);
// Number of words: runs without white space that hold a letter or a digit; where words are not
// written apart (Han, Hiragana, Katakana), each character is one.
[[nodiscard]] std::size_t WordCount(std::string_view text);
// Number of code points.
[[nodiscard]] std::size_t CodePointCount(std::string_view text);
// The first `count` code points of a text; all of it where it has no more.
[[nodiscard]] std::string_view FirstCodePoints(std::string_view text, std::size_t count);

}  // namespace calque::internal
