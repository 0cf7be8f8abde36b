// What the surface and the key of a value say about how much its loss means.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calque/bitext.h"

namespace calque::internal {

struct ValueFacts {
  std::string_view kind;         // of the key: `money`, `weekday`; views into the mention
  std::string_view unit;         // `USD`, `km`; empty where there is none
  std::optional<double> amount;  // of what counts or measures
  std::string digits_text;       // the digits of the surface
  std::string_view figure;       // the first digits of the surface with what parts them
  int digit_count = 0;
  bool digits = false;        // written in digits
  bool small = false;         // an amount of at most three
  bool month = false;         // a month or a quarter in words, without its day or year
  bool spells_month = false;  // a date with its month in words: the digits are of day and year
  bool year_part = false;     // a quarter or half of a year
  bool fuzzy = false;         // about so many, a fraction, a multiple
  bool vague = false;         // a power of ten: `hundreds`
  bool faint = false;         // in words that need not count: `un an`, `both`, `first`
};

// The mention and the text must outlive the facts.
[[nodiscard]] ValueFacts FactsOf(const Mention& mention, std::string_view text);

// Whether a hyphen joins a value to a word behind it: `five-under-par`, `cinq-étoiles`.
[[nodiscard]] bool OpensCompound(std::string_view text, ByteSpan value);

// Whether one may have been written for the other: both count or measure, both are dates, of one
// kind, or of nearly the same digits; or AreMonthsOfYear. A figure becomes no faint word: `in the
// first 10 days` that lost its `10` still has its `first`.
[[nodiscard]] bool Comparable(const ValueFacts& a, const ValueFacts& b);

// 1 − edit distance of the digits / their number; 0 where either has none.
[[nodiscard]] float DigitSimilarity(const ValueFacts& a, const ValueFacts& b);

// Whether their kinds say that they count one thing: `five times` and `multiplié par cinq`, `half`
// and `50 %` are two ways to say it.
[[nodiscard]] bool AreOfOneKind(const ValueFacts& a, const ValueFacts& b);

// `six months` and `premier semestre`, in which six months may be meant.
[[nodiscard]] bool AreMonthsOfYear(const ValueFacts& a, const ValueFacts& b);

// Whether one is too near to the other to be its rounding: nobody rounds to as many digits. Times
// are not rounded: `11:45` and `23h45` may be one.
[[nodiscard]] bool AreMisprints(const ValueFacts& a, const ValueFacts& b);

// As many digits, most of them the same.
[[nodiscard]] bool LooksMisprinted(const ValueFacts& a, const ValueFacts& b);

// The same digits, of another scale, `2.5 million`, `2.5 billion`, or scales alone.
[[nodiscard]] bool IsScaleStep(const ValueFacts& a, const ValueFacts& b);

// Whether one figure was copied from the other, which readers of the two languages take for
// different numbers: `28.500 million`, `28.500 millions`. Which of them was meant, nothing says.
[[nodiscard]] bool IsCopied(const ValueFacts& a, const ValueFacts& b);

// `scale-changed`, `currency-changed`, …
[[nodiscard]] std::string_view ChangedCategory(const ValueFacts& a, const ValueFacts& b);

}  // namespace calque::internal
