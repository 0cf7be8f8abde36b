// What each word of one side says about the words of the other, for the words of one bitext.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/beads/side_words.h"
#include "align/beads/string_match.h"
#include "align/model/lexicon.h"

namespace calque::internal {

// p(word | given word) and, for each word, how its probability beside a sentence is made up.
struct WordTable {
  struct Entry {
    TypeId word;
    float probability;
  };
  std::vector<std::uint32_t> begin;  // rows by given type, and the end
  std::vector<Entry> entries;        // each row by rising word
  // By word. Beside a sentence of m words with Σ p(word|given) = f the word is
  // `chance + gain · (null + f) / (m + 1)` times as likely as by chance.
  std::vector<float> chance;
  std::vector<float> gain;
  std::vector<float> null;

  [[nodiscard]] std::span<const Entry> Row(TypeId given) const {
    return std::span(entries).subspan(begin[given], begin[given + 1] - begin[given]);
  }
};

struct WordTables {
  WordTable target_given_source;
  WordTable source_given_target;
};

struct WordTableOptions {
  float chance = 0.5F;         // share of a word that stays to chance where a model explains it
  float chance_alone = 0.75F;  // the same where only the text itself does
  // Words of general text that chance is estimated from beside the words of the document: with a
  // lexicon its unigrams, without one all words alike.
  float background_words = 3000.0F;
  float background_words_alone = 20.0F;
  // With a lexicon at least so many times the words of the longest sentence: a document that is
  // little else than one sentence would take the words that its partner explains for chance.
  float background_sentences = 4.0F;
  float string_share_known = 0.1F;    // share of p(·|known word) that goes to equal strings
  float string_share_unknown = 0.8F;  // of p(·|unknown word)
};

// `lexicon` may be null. Words that look or sound alike (`matches`) have a share of their own. A
// word that nothing here could explain is evidence of nothing, unless `model` (may be null;
// `lexicon` itself, or what it was adapted from) knows it: then its translations are missed.
[[nodiscard]] WordTables MakeWordTables(const SideWords& source, const SideWords& target,
                                        const std::vector<StringMatch>& matches,
                                        const Lexicon* lexicon, const Lexicon* model,
                                        const WordTableOptions& options);

}  // namespace calque::internal
