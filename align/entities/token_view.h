// The properties of a token that tagger features are made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/entities/name_grammar.h"
#include "align/entities/tagged_text.h"

namespace calque::internal {

struct TokenView {
  std::string_view text;
  std::string lower;
  std::string shape;            // `Xxxx` and `X.X.` with runs cut to one letter: `Xx`, `X.X.`
  std::uint32_t word = 0;       // hash of `lower`, digits unified
  std::uint32_t list = 0;       // what lists know: kind and place in the phrase; 0 for nothing
  std::string_view marks;       // of the word in the list of name words; empty for lower case
  std::string_view word_class;  // path of its class, a bit a letter; empty for a rare word
  std::uint32_t rule = 0;       // what the grammar says: type, how sure, place; 0 for no name
  std::uint8_t casing = 0;      // 0 lower, 1 initial, 2 all upper, 3 mixed, 4 no letters
  bool common = false;          // written in lower case by most texts
  bool begins_sentence = false;
  bool shouting = false;  // the sentence is in capitals throughout
};

// Views of all tokens, sentence after sentence.
[[nodiscard]] std::vector<TokenView> ViewTokens(const std::vector<TaggedSentence>& sentences,
                                                const NameGrammar& grammar);

}  // namespace calque::internal
