#include "align/fidelity/grammar.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "align/base/utf8.h"
#include "align/io/json.h"

namespace calque::internal {
namespace {

struct Key {
  std::string_view name;
  PhraseSet FidelityRules::*set;
};
constexpr Key kKeys[] = {
    {"function_words", &FidelityRules::function_words},
    {"negations", &FidelityRules::negations},
    {"weak_negations", &FidelityRules::weak_negations},
    {"denials", &FidelityRules::denials},
    {"loose_negations", &FidelityRules::loose_negations},
    {"exempt", &FidelityRules::exempt},
    {"numberings", &FidelityRules::numberings},
    {"particles", &FidelityRules::particles},
    {"closers", &FidelityRules::closers},
    {"restrictives", &FidelityRules::restrictives},
    {"lone_verbs", &FidelityRules::lone_verbs},
    {"expletives", &FidelityRules::expletives},
    {"apposing", &FidelityRules::apposing},
    {"articles", &FidelityRules::articles},
    {"governors", &FidelityRules::governors},
    {"openers", &FidelityRules::openers},
    {"relatives", &FidelityRules::relatives},
    {"conjunctions", &FidelityRules::conjunctions},
    {"turning", &FidelityRules::turning},
    {"nominal", &FidelityRules::nominal},
    {"finite", &FidelityRules::finite},
    {"elided", &FidelityRules::elided},
    {"elided_before", &FidelityRules::elided_before},
    {"unelided", &FidelityRules::unelided},
    {"pronouns", &FidelityRules::pronouns},
    {"hedges", &FidelityRules::hedges},
    {"subjects", &FidelityRules::subjects},
    {"weak_hedges", &FidelityRules::weak_hedges},
    {"nights", &FidelityRules::nights},
    {"day_before", &FidelityRules::day_before},
    {"day_after", &FidelityRules::day_after},
    {"year_before", &FidelityRules::year_before},
    {"year_after", &FidelityRules::year_after},
    {"until", &FidelityRules::until},
    {"says", &FidelityRules::says},
    {"attributing", &FidelityRules::attributing},
};

// Behind ` %` a word has its meaning before a percentage only.
void AddExclusive(WordMeaning meaning, std::string_view word, WordMeanings* opposites) {
  constexpr std::string_view kShare = " %";
  if (word.ends_with(kShare)) {
    meaning.use = Use::kOfShare;
    word.remove_suffix(kShare.size());
  }
  opposites->Add(meaning, word);
}

// {FAMILY: {POLE: [words], OTHER POLE: [words]}}
void ReadOpposites(const Json& section, const Location& location, WordMeanings* opposites) {
  for (const auto& [family, poles] : section.items()) {
    if (poles.size() != 2) {
      throw Error(ErrorCode::kBadInput, location, "opposites `" + family + "` are not two");
    }
    for (const auto& [pole, words] : poles.items()) {
      for (const auto& word : words) {
        AddExclusive({family, pole}, word.get<std::string>(), opposites);
      }
    }
  }
}

// {GROUP: {KIND: {MEMBER: [words]}}}: a word is mistaken for any other of its group; kinds only
// sort them for the reader.
void ReadKinds(const Json& section, WordMeanings* opposites) {
  for (const auto& [group, kinds] : section.items()) {
    const std::string family = "kinds." + group;  // no opposites have that
    for (const auto& members : kinds) {
      for (const auto& [member, words] : members.items()) {
        for (const auto& word : words) {
          AddExclusive({family, member, Bond::kOneOfMany}, word.get<std::string>(), opposites);
        }
      }
    }
  }
}

Use UseOf(const std::string& name, const Location& location) {
  if (name == "tells") return Use::kAlways;
  if (name == "names") return Use::kNames;
  throw Error(ErrorCode::kBadInput, location,
              "`" + name + "` of a phrase is neither `tells` nor `names`");
}

// {FAMILY: {MEMBER: {"tells": [phrases that tell it], "names": [other words that name it]}}}
void ReadRates(const Json& section, const Location& location, WordMeanings* rates) {
  for (const auto& [family, members] : section.items()) {
    for (const auto& [member, lists] : members.items()) {
      for (const auto& [name, words] : lists.items()) {
        const WordMeaning meaning{family, member, Bond::kOneOfMany, UseOf(name, location)};
        for (const auto& word : words) rates->Add(meaning, word.get<std::string>());
      }
    }
  }
}

// {MEMBER: [words]}
void ReadSources(const Json& section, WordMeanings* sources) {
  for (const auto& [member, words] : section.items()) {
    for (const auto& word : words)
      sources->Add({"source", member, Bond::kOneOfMany}, word.get<std::string>());
  }
}

void AddAll(const Json& words, PhraseSet* set) {
  for (const auto& word : words) set->Add(word.get<std::string>());
}

// Calls add(status, list) for each list of {STATUS: list}.
template <typename Add>
void ReadStatuses(const Json& section, const Location& location, const Add& add) {
  for (const auto& [name, words] : section.items()) {
    const std::optional<VerbStatus> status = VerbStatusOf(name);
    if (!status) {
      throw Error(ErrorCode::kBadInput, location, "unknown status of verbs `" + name + "`");
    }
    add(static_cast<std::size_t>(*status), words);
  }
}

void ReadVerbs(const Json& section, const Location& location, VerbRules* rules) {
  ReadStatuses(section.at("cues"), location,
               [&](std::size_t status, const Json& words) { AddAll(words, &rules->cues[status]); });
  ReadStatuses(section.at("verbs"), location, [&](std::size_t status, const Json& words) {
    AddAll(words, &rules->verbs[status]);
  });
  ReadStatuses(section.at("endings"), location, [&](std::size_t status, const Json& words) {
    words.get_to(rules->endings[status]);
  });
  AddAll(section.at("no_verbs"), &rules->no_verbs);
  AddAll(section.at("nominal"), &rules->nominal);
  AddAll(section.at("between"), &rules->between);
  AddAll(section.at("irregular"), &rules->irregular);
  AddAll(section.at("hints"), &rules->hints);
  section.at("between_endings").get_to(rules->between_endings);
  section.at("participles").get_to(rules->participles);
  section.at("infinitives").get_to(rules->infinitives);
}

void ReadKey(const std::string& key, const Json& value, const Location& location,
             FidelityRules* rules) {
  if (key == "verb_statuses") {
    ReadVerbs(value, location, &rules->verbs);
    return;
  }
  if (key == "opposites") {
    ReadOpposites(value, location, &rules->opposites);
    return;
  }
  if (key == "rates") {
    ReadRates(value, location, &rules->rates);
    return;
  }
  if (key == "sources") {
    ReadSources(value, &rules->sources);
    return;
  }
  if (key == "claims") {
    ReadRates(value, location, &rules->claims);
    return;
  }
  if (key == "kinds") {
    ReadKinds(value, &rules->opposites);
    return;
  }
  const auto words = value.get<std::vector<std::string>>();
  if (key == "unstemmed") {
    for (const std::string& word : words) rules->opposites.AddUnstemmed(word);
    return;
  }
  if (key == "negative_prefixes" || key == "negative_suffixes") {
    auto& affixes =
        key == "negative_prefixes" ? rules->negative_prefixes : rules->negative_suffixes;
    for (const std::string& word : words) affixes.push_back(Fold(word));
    return;
  }
  const auto* known = std::find_if(std::begin(kKeys), std::end(kKeys),
                                   [&](const Key& entry) { return entry.name == key; });
  if (known == std::end(kKeys)) {
    throw Error(ErrorCode::kBadInput, location,
                "unknown key `" + key + "`; see the other languages");
  }
  for (const std::string& word : words) (rules->*known->set).Add(word);
}

}  // namespace

std::shared_ptr<const FidelityGrammar> FidelityGrammar::FromJson(const Json& section,
                                                                 const std::string& language) {
  const Location location{"languages/" + language + ".json, section fidelity"};
  FidelityRules rules;
  ReadJson(location, [&] {
    for (const auto& [key, value] : section.items()) ReadKey(key, value, location, &rules);
  });
  return std::make_shared<FidelityGrammar>(std::move(rules));
}

}  // namespace calque::internal
