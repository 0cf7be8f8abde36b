// The properties of a token that tagger features are made of.
#pragma once

#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "align/entities/name_grammar.h"
#include "align/entities/tagged_text.h"

namespace calque::internal {

// Bits of a class's path that make classes of their own, beside the whole.
inline constexpr std::size_t kClassPrefixes[] = {4, 6, 8};

// The class of a word: a path in a tree of classes, a bit a letter; empty for a rare word.
struct ClassPath {
  std::string_view path;
  std::array<std::uint32_t, std::size(kClassPrefixes)> prefixes{};  // hashes
  std::uint32_t whole = 0;                                          // hash
};

struct TokenView {
  std::string_view text;
  std::string lower;
  std::uint32_t word = 0;  // hash of `lower`, digits unified
  std::uint32_t list = 0;  // what lists know: kind and place in the phrase; 0 for nothing
  std::string_view marks;  // of the word in the list of name words; empty for lower case
  ClassPath word_class;
  std::uint32_t shape_hash = 0;  // `Xxxx` and `X.X.` with runs cut to one letter: `Xx`, `X.X.`
  std::uint32_t marks_hash = 0;
  std::uint32_t rule = 0;   // what the grammar says: type, how sure, place; 0 for no name
  std::uint8_t casing = 0;  // 0 lower, 1 initial, 2 all upper, 3 mixed, 4 no letters
  bool common = false;      // written in lower case by most texts
  bool begins_sentence = false;
  bool shouting = false;  // the sentence is in capitals throughout
};

// Of texts, as they stand in features.
[[nodiscard]] std::uint32_t HashOf(std::string_view text);
[[nodiscard]] ClassPath WordClassOf(std::string_view path);

// Views of all tokens, sentence after sentence.
[[nodiscard]] std::vector<TokenView> ViewTokens(const std::vector<TaggedSentence>& sentences,
                                                const NameGrammar& grammar);

}  // namespace calque::internal
