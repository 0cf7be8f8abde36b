// The titles of a sentence: `Mme`, `ministre de l'Intérieur`.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "align/entities/name_grammar.h"
#include "align/entities/name_parts.h"
#include "align/entities/name_text.h"

namespace calque::internal {

class NameTitles {
 public:
  // Both must outlive it.
  NameTitles(const NameSentence& sentence, const NameGrammar& grammar);

  // The end of the longest title at `at` that a capital follows; `at` where there is none.
  [[nodiscard]] std::size_t EndAt(std::size_t at) const {
    return at < ends_.size() ? ends_[at] : at;
  }
  // Whether the words before `at` are one.
  [[nodiscard]] bool StandsBefore(std::size_t at) const;
  // Whether a title and what joins it to the name of what its bearer heads stand before `at`:
  // `le maire de`, `la présidente de la`.
  [[nodiscard]] bool HeadOf(std::size_t at) const;

 private:
  [[nodiscard]] std::size_t FindEnd(std::size_t at) const;
  // Whether a title ends at `end`, whatever follows.
  [[nodiscard]] bool EndsTitle(std::size_t end) const;

  const NameSentence& sentence_;
  const NameGrammar& grammar_;
  std::vector<std::size_t> ends_;  // by part
};

// Whether the words are one title, adjectives of a country left out: `ministre allemande de
// l'Intérieur`.
[[nodiscard]] bool IsTitle(std::span<const NamePart> parts, const NameGrammar& grammar);

}  // namespace calque::internal
