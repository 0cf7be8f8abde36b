// Where a name has been left out of a text, by the company that words keep.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

#include "align/entities/sorted_words.h"

namespace calque::internal {

// How likely it is that a name is gone from between two neighbouring words: `l'avantage de réside`.
// Words are told apart by their kind only: a common word, the class of another one, a name, a
// number (tools/names/name-gaps). Immutable; shared between threads. As made by default it knows
// no kind.
class NameGaps {
 public:
  // Of one word; an unknown one tells nothing.
  struct Kind {
    std::size_t column = 0;
    std::string_view row;  // by the column of the kind behind it; empty where the kind is unknown
  };

  // Of a language without such a file none is known. `classes`: words with the path of their class.
  static NameGaps Open(const std::filesystem::path& path, const SortedWords& classes);

  [[nodiscard]] Kind KindOf(std::string_view word) const;
  // Of every word with a capital of its own, inside a sentence.
  [[nodiscard]] Kind KindOfName() const { return Find(kName); }
  // log p(name | left) p(right | name) / p(right | left), within [-3, 9]; 0 where one is unknown.
  [[nodiscard]] static float LogOdds(const Kind& left, const Kind& right);

 private:
  static constexpr std::string_view kName = "#name";

  [[nodiscard]] Kind Find(std::string_view kind) const;

  SortedWords kinds_;
  SortedWords classes_;
};

}  // namespace calque::internal
