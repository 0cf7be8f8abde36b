// The text of a sentence as value recognition sees it: words, numbers, signs and codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/entities/decimal.h"
#include "align/entities/value_vocabulary.h"
#include "calque/span.h"

namespace calque::internal {

struct Lexeme {
  enum class Kind : std::uint8_t { kWord, kNumber, kSign, kCode };

  ByteSpan span;
  Kind kind = Kind::kSign;
  bool blank_before = true;  // white space before it, or the start of the text
  bool capital = false;      // the first letter is upper case
  bool plain = false;        // a number of digits alone: no separator, no decimals
  std::uint8_t digits = 0;   // digits before the decimal sign
  char32_t sign = 0;         // of a kSign
  std::uint32_t word = 0;    // WordId of the folded text
  Decimal number;            // of a kNumber, or of a compound number word
  bool compound = false;     // a number word such as `fünfundzwanzig`
  std::string code;          // the key of a kCode
};

// Linear in the span. Words are letters with their marks; an apostrophe, a hyphen and a full stop
// are signs of their own. Digits are grouped as the language or any unmistakable custom has it.
[[nodiscard]] std::vector<Lexeme> Lex(std::string_view text, ByteSpan span,
                                      const ValueVocabulary& vocabulary);

// The folded words and signs of a phrase of the data, hyphens left out.
[[nodiscard]] std::vector<std::string> SplitPhrase(std::string_view phrase);

// A place among the lexemes of a text, with what the recognisers ask about it. Indices may lie
// beyond the end: every question about such a place is answered with no.
struct LexemeReader {
  std::string_view text;
  const std::vector<Lexeme>& lexemes;
  const ValueVocabulary& vocabulary;

  struct Match {
    std::uint32_t end;  // index of the lexeme behind the phrase
    const Term* term;
  };
  // The longest phrase of that role at `at`; a hyphen between its words is passed over.
  [[nodiscard]] std::optional<Match> Find(std::uint32_t at, Role role) const;

  // The same where no blank stands before any of its words.
  [[nodiscard]] std::optional<Match> FindGlued(std::uint32_t at, Role role) const;

  [[nodiscard]] bool Has(std::uint32_t at) const { return at < lexemes.size(); }
  [[nodiscard]] bool IsNumber(std::uint32_t at) const;
  [[nodiscard]] bool IsWord(std::uint32_t at) const;
  [[nodiscard]] bool IsSign(std::uint32_t at, char32_t sign) const;
  [[nodiscard]] bool IsDash(std::uint32_t at) const;
  // Whether there is a lexeme at `at` without white space before it.
  [[nodiscard]] bool IsGlued(std::uint32_t at) const;
  // `at`, or the place behind a hyphen at `at` that joins what stands on both sides.
  [[nodiscard]] std::uint32_t SkipHyphen(std::uint32_t at) const;
  // Whether a phrase of `role` ends right before `at`.
  [[nodiscard]] bool Follows(std::uint32_t at, Role role) const;
  // A number of digits alone, with no more than `max_digits`; −1 where there is none.
  [[nodiscard]] int PlainNumber(std::uint32_t at, int max_digits) const;
  [[nodiscard]] ByteSpan SpanOf(std::uint32_t begin, std::uint32_t end) const {
    return {lexemes[begin].span.begin, lexemes[end - 1].span.end};
  }
  [[nodiscard]] std::string_view TextOf(std::uint32_t at) const {
    return lexemes[at].span.In(text);
  }
};

}  // namespace calque::internal
