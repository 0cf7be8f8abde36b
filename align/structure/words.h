// The words of one line, as the dispatch grammar sees them: folded, with their shape. Not the
// tokens of `segment`: these live only while a line is read for credits, datelines and furniture.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "calque/span.h"

namespace calque::internal {

enum class WordShape : std::uint8_t {
  kCapital,   // starts with a capital letter
  kLower,     // starts with a lower-case letter
  kCaseless,  // starts with a letter of a script without case
  kNumber,    // starts with a digit: `5`, `1er`, `0.92`
  kMark,      // one punctuation mark or symbol
};

struct LineWord {
  ByteSpan span;
  std::string key;  // folded: `Reportage` → `reportage`, `D’` → `d'`
  WordShape shape = WordShape::kMark;
  bool glued = false;  // no white space before it

  [[nodiscard]] bool IsMark(char mark) const { return key.size() == 1 && key[0] == mark; }
  [[nodiscard]] bool IsLetters() const { return shape <= WordShape::kCaseless; }
  // A word a proper name may start with.
  [[nodiscard]] bool IsProper() const {
    return shape == WordShape::kCapital || shape == WordShape::kCaseless;
  }
};

inline constexpr std::size_t kAllWords = static_cast<std::size_t>(-1);

// The first `limit` words of `span`, in order. A hyphen between letters belongs to its word
// (`Marchetti-Vasseur`); an apostrophe closes one (`d'`, `O'`); every other mark is a word of its
// own.
[[nodiscard]] std::vector<LineWord> SplitWords(std::string_view text, ByteSpan span,
                                               std::size_t limit = kAllWords);
// The key of the first word, or of the last that is letters and stands in the last 48 bytes; empty
// where there is none.
[[nodiscard]] std::string FirstWordKey(std::string_view text, ByteSpan span);
[[nodiscard]] std::string LastWordKey(std::string_view text, ByteSpan span);

// A hyphen or dash of any length, or the underscore that ANPA wires use for one.
[[nodiscard]] bool IsDash(const LineWord& word);

// Whether the letters of the words are capitals throughout, particles of up to three letters aside.
[[nodiscard]] bool IsAllCapitals(std::string_view text, ByteSpan span);

}  // namespace calque::internal
