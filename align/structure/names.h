// Where the name of a person or a place ends in a line of credits or a dateline.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "align/structure/grammar.h"
#include "align/structure/words.h"

namespace calque::internal {

// A line of credits, ready to be read with the rules of one language.
struct CreditLine {
  enum class Case : unsigned char { kMixed, kUpper, kLower };

  std::string_view text;  // the whole document
  std::vector<LineWord> words;
  const DispatchRules* rules;
  Case letter_case = Case::kMixed;

  [[nodiscard]] ByteSpan Span(std::size_t begin, std::size_t end) const {
    return {words[begin].span.begin, words[end - 1].span.end};
  }
};

[[nodiscard]] CreditLine MakeCreditLine(std::string_view text, ByteSpan span,
                                        const DispatchRules& rules);

// The longest phrase of `kinds` at `at`. Small words (`in`, `et`, `with`) count only in lower case,
// except in a line of capitals or behind a mark: `En` may be a name, `en` is not.
[[nodiscard]] const Phrase* PhraseAt(const CreditLine& line, std::size_t at, PhraseKinds kinds);

// One past the last word of the person's name that starts at `at`; `at` where none starts there.
// Particles, initials, hyphens, apostrophes, suffixes, capitals throughout: `J.-P. de La Tour Jr.`
[[nodiscard]] std::size_t EndOfName(const CreditLine& line, std::size_t at);

// The same for one place: `Rio de Janeiro`, `St. Petersburg`, `L'Aquila`, `the Hague`.
[[nodiscard]] std::size_t EndOfPlace(const CreditLine& line, std::size_t at);

// Whether the words are known for a place, not a person: `New York`, `Mexico City`, `Addis Ababa`.
[[nodiscard]] bool IsPlaceOfSeveralWords(const CreditLine& line, std::size_t begin,
                                         std::size_t end);

// The end of the list that goes on behind a place that ends at `end`: `in Oslo and Bergen`, `in
// Portland, Maine`. A further place is a single proper word that no place or further name follows,
// or a known place: any other two words are the next person.
[[nodiscard]] std::size_t EndOfPlaceList(const CreditLine& line, std::size_t end);

}  // namespace calque::internal
