// A small language pair of our own, and a learner that has read it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/io/json.h"
#include "align/model/learner.h"

namespace calque::internal {

inline std::shared_ptr<const Tokenizer> PlainTokenizer() {
  return Tokenizer::FromJson(Json::object(), "und");
}

// Every noun of one language with every verb.
inline std::vector<std::pair<std::string, std::string>> Pairs() {
  const std::vector<std::pair<std::string, std::string>> nouns = {
      {"ships", "navires"},   {"doctors", "medecins"}, {"markets", "marches"},
      {"farmers", "paysans"}, {"banks", "banques"},    {"trains", "convois"}};
  const std::vector<std::pair<std::string, std::string>> verbs = {{"left", "partirent"},
                                                                  {"returned", "revinrent"},
                                                                  {"waited", "attendirent"},
                                                                  {"fell", "tomberent"}};
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const auto& noun : nouns) {
    for (const auto& verb : verbs) {
      pairs.emplace_back("the " + noun.first + " " + verb.first + ".",
                         "les " + noun.second + " " + verb.second + ".");
    }
  }
  return pairs;
}

inline void AddPhrases(Learner* learner) {
  for (const auto& [english, french] : Pairs()) learner->Add(english, french);
}

inline Learner Phrases(LearnOptions options = {}) {
  options.source_language = "en";
  options.target_language = "fr";
  options.notice = "own writing";
  Learner learner(PlainTokenizer(), PlainTokenizer(), options);
  AddPhrases(&learner);
  return learner;
}

inline float Probability(const Lexicon& lexicon, std::string_view source, std::string_view target) {
  return lexicon.source().Probability(lexicon.source().Find(source), lexicon.target().Find(target));
}

}  // namespace calque::internal
