// What a tagger sees of a token: hashed features (Ratinov & Roth 2009, with our lists).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/entities/name_grammar.h"
#include "align/entities/neighbourhood.h"
#include "align/entities/tagged_text.h"
#include "align/entities/tagger_second_pass.h"
#include "align/entities/token_view.h"

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

// A text as taggers see it. `sentences` must outlive it.
class TagReading {
 public:
  TagReading(const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar);
  TagReading(const TagReading&) = delete;
  TagReading& operator=(const TagReading&) = delete;

  // Rows of every token, sentence after sentence: words, shapes, affixes, classes of words, a
  // window of two, lists, and what the neighbourhood of the text says about the same word
  // elsewhere.
  [[nodiscard]] FeatureRows Rows() const;
  // What stands behind them in the rows of a second pass: what the first made of the text.
  [[nodiscard]] FeatureRows SecondRows(const FirstPass& first_pass) const;

 private:
  const std::vector<TaggedSentence>& sentences_;
  std::vector<TokenView> views_;
  Neighbourhood neighbourhood_;
};

// Row by row the one behind the other.
[[nodiscard]] FeatureRows Joined(const FeatureRows& rows, const FeatureRows& more);

}  // namespace calque::internal
