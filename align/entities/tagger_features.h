// What a tagger sees of a token: hashed features (Ratinov & Roth 2009, with our lists).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "align/entities/name_grammar.h"
#include "align/entities/tagged_text.h"
#include "align/entities/tagger_second_pass.h"

namespace calque::internal {

// Features of consecutive tokens, in one flat vector.
struct FeatureRows {
  std::vector<std::uint32_t> features;  // 32-bit hashes
  std::vector<std::uint32_t> begins;    // of each token's, and one past the last

  [[nodiscard]] std::size_t size() const { return begins.empty() ? 0 : begins.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> Row(std::size_t token) const {
    return {features.data() + begins[token], begins[token + 1] - begins[token]};
  }
};

// Rows of every token of a text, sentence after sentence: words, shapes, affixes, classes of words,
// a window of two, lists, what the neighbourhood of the text says about the same word elsewhere
// and, where `first_pass` is not empty, what a first pass made of the text.
[[nodiscard]] FeatureRows ExtractTagFeatures(const std::vector<TaggedSentence>& sentences,
                                             const NameGrammar& grammar,
                                             const FirstPass& first_pass);

}  // namespace calque::internal
