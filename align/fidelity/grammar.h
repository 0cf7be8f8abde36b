// What a language knows about fidelity: function words, negation, hedging, words of saying.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "align/fidelity/phrase_set.h"
#include "align/fidelity/verb_rules.h"
#include "align/fidelity/word_meanings.h"

namespace calque::internal {

struct FidelityRules {
  PhraseSet function_words;
  // Negation. A cue is a word of `negations` (it negates for certain), of `weak_negations` (it may
  // answer a negation of the other side: `without`, `fail`, `démentir`) or of `loose_negations` (it
  // does so now and then: `only`, `other`), unless it lies in an exempt phrase (`not only`), which
  // is a weak cue, or is one of `numberings` before a figure (`No 2`), which is none. Where a
  // language brackets the verb, a `particle` (`ne`) with a `closer` (`pas`) behind it is one cue,
  // with a `restrictive` (`que`) none; with one of `lone_verbs` it needs no closer (`ne peut
  // accepter`).
  PhraseSet negations;
  PhraseSet weak_negations;
  PhraseSet denials;  // weak ones of which what follows is not so: `refused to`, `without`
  PhraseSet loose_negations;
  PhraseSet exempt;
  PhraseSet numberings;
  PhraseSet particles;
  PhraseSet closers;
  PhraseSet restrictives;
  PhraseSet lone_verbs;
  PhraseSet expletives;  // words with `que` behind which a particle means nothing: `avant que … ne`
  PhraseSet subjects;    // closers that may stand before their particle: `aucun accord n'`
  PhraseSet apposing;    // what begins an apposition: `the`, `un`
  PhraseSet articles;    // `the`, `du`: a noun has to follow
  PhraseSet governors;     // prepositions and conjunctions that never end a part of a sentence
  PhraseSet openers;       // what a phrase or a clause begins with, beside the next two: `after`
  PhraseSet relatives;     // `who`, `which`
  PhraseSet conjunctions;  // what joins the last name of a list to the others: `and`
  // What may put two names in another order than another language has: `beaten by`, `'s`, `which`.
  PhraseSet turning;
  std::vector<std::string> negative_prefixes;  // folded: `un`, `in`; of longer words only
  std::vector<std::string> negative_suffixes;  // the same: `less`
  PhraseSet nominal;  // articles and prepositions that no finite verb follows, and such verbs
  PhraseSet finite;
  PhraseSet elided;         // words that lose their vowel before a word …
  PhraseSet elided_before;  // … that begins with one of these letters, folded …
  PhraseSet unelided;       // … and is none of these
  PhraseSet pronouns;       // of the third person, possessives too: what may stand for a name
  PhraseSet hedges;         // `alleged`, `reportedly`, `présumé`
  PhraseSet weak_hedges;    // what may render one: `according to`, `aurait`
  PhraseSet nights;         // `night`: languages count it to either of two days
  // `the day before`, `l'année suivante`: what leads from a day or year to another.
  PhraseSet day_before;
  PhraseSet day_after;
  PhraseSet year_before;
  PhraseSet year_after;
  PhraseSet until;  // what joins months to the last of them: `to`, `ended`
  // By meaning: `rose` and `fell`; of `kinds`, of which one is not another: `father`, `mother`.
  WordMeanings opposites;
  WordMeanings rates;   // what a figure is counted by: `weekly`, `a barrel`
  VerbRules verbs;      // what says that something happened, will or may
  WordMeanings claims;  // as rates: `most of`, `nearly`, `twice as many`, `found guilty`
  PhraseSet says;       // verbs of saying, in the forms that news uses
  // What stands beside who said something, `told`, `selon`, and those by what they may be:
  // `police`.
  PhraseSet attributing;
  WordMeanings sources;
};

// The `fidelity` section of a language file, compiled. Immutable; shared between threads.
class FidelityGrammar {
 public:
  // An empty section leaves out the checks that need words of the language. Throws
  // Error{kBadInput} where the section has an unknown key or a value of the wrong type.
  static std::shared_ptr<const FidelityGrammar> FromJson(const nlohmann::ordered_json& section,
                                                         const std::string& language);

  explicit FidelityGrammar(FidelityRules rules) : rules_(std::move(rules)) {}
  [[nodiscard]] const FidelityRules& rules() const { return rules_; }

 private:
  FidelityRules rules_;
};

}  // namespace calque::internal
