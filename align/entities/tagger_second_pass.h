// What a first reading of a document says about the same words elsewhere in it (Krishnan & Manning
// 2006): the ground on which a second pass decides.
#pragma once

#include <cstdint>
#include <vector>

#include "align/entities/neighbourhood.h"
#include "align/entities/tagged_text.h"

namespace calque::internal {

// Spans of every sentence, as a first pass found them.
using FirstPass = std::vector<std::vector<TagSpan>>;

// Hashes of labels and types; 0 where nothing is known.
struct SecondPassView {
  std::uint32_t own = 0;     // label of the token itself
  std::uint32_t word = 0;    // commonest label of the word elsewhere near by
  std::uint32_t phrase = 0;  // commonest type of the same whole name elsewhere in the document
  std::uint32_t longer = 0;  // commonest type of longer names of the document that hold this one
};

// Views of all tokens, sentence after sentence.
[[nodiscard]] std::vector<SecondPassView> ViewSecondPass(
    const std::vector<TaggedSentence>& sentences, const std::vector<TokenView>& views,
    const Neighbourhood& neighbourhood, const FirstPass& first_pass);

}  // namespace calque::internal
