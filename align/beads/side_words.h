// One side of a bitext as numbers: what every step of sentence alignment reads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/model/vocabulary.h"
#include "calque/document.h"

namespace calque::internal {

// The folded tokens of a document, sentence after sentence, and the lengths of its sentences.
struct SideWords {
  Vocabulary vocabulary;              // TypeId of this document, not of a lexicon
  std::vector<std::uint32_t> counts;  // occurrences, by type
  std::vector<TypeId> words;
  std::vector<std::uint32_t> begin = {0};  // of each sentence in `words`, and the end
  std::vector<float> length;               // code points of each sentence, white space aside
  std::uint32_t headline = 0;              // sentences of the headline the document opens with
  std::vector<std::uint8_t> opening;       // of each sentence: Opening
  std::vector<std::uint8_t> closing;       // of each sentence: Closing::Index()

  [[nodiscard]] std::uint32_t sentence_count() const {
    return static_cast<std::uint32_t>(length.size());
  }
  [[nodiscard]] std::span<const TypeId> Sentence(std::uint32_t index) const {
    return std::span(words).subspan(begin[index], begin[index + 1] - begin[index]);
  }
};

// What counts as a word: a token, or, in a token of ideographs, each of them. A lexicon knows
// tokens; what a text of some hundred sentences can teach, it teaches of characters, which recur.
enum class WordUnit : std::uint8_t { kToken, kIdeograph };

// Where every sentence begins with its own number, counted up by one from the first to the last,
// the numbers are left out: they tell where a line stands in its file, not what it says.
[[nodiscard]] SideWords WordsOf(const Document& document, WordUnit unit = WordUnit::kToken);

}  // namespace calque::internal
