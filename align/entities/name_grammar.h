// What recognises names in one language: lists, and the words that surround or belong to names.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "align/entities/gazetteer.h"
#include "align/entities/name_gaps.h"
#include "align/entities/sorted_words.h"
#include "align/entities/spelling.h"
#include "align/io/json.h"

namespace calque::internal {

// The words are folded, those of more than one part with blanks between: `premier ministre`.
struct NameGrammar {
  Gazetteer gazetteer;
  std::unordered_set<std::string> titles;       // before a person, not of the name: `Mme`
  std::unordered_set<std::string> particles;    // inside any name: `bin`, `van`
  std::unordered_set<std::string> joiners;      // inside a name that a head began: `of`, `des`
  std::unordered_set<std::string> determiners;  // behind a joiner: `the`, `la`
  std::unordered_set<std::string> elisions;     // before an apostrophe, not of the name: `l`
  std::unordered_set<std::string> possessives;  // after an apostrophe, not of the name: `s`
  std::unordered_set<std::string> prefixes;     // before a hyphen, not of the name: `ex`
  std::unordered_set<std::string> suffixes;     // after a hyphen, not of the name: `based`
  std::unordered_set<std::string> openers;      // begin sentences, never names: `the`, `selon`
  std::unordered_set<std::string> locatives;    // before a place: `in`, `à`
  std::unordered_set<std::string> legal_forms;  // end a company, may be left out: `inc`, `ag`
  std::unordered_map<std::string, MentionKind> heads;        // `bank`, `université`: what it is
  std::unordered_map<std::string, MentionKind> lower_heads;  // begin a name without a capital
  std::unordered_set<std::uint64_t> common_words;  // hashes of folded words that are no names
  SortedWords name_words;    // folded words of names with marks (tools/names/name-words)
  SortedWords word_classes;  // words with the path of their class (tools/names/word-classes)
  NameGaps gaps;
  SpellingRules spelling;
  // What languages and desks write of one name of another script, and the groups of letters of
  // `spelling`: `Vitaliy`, `Vitaliï`.
  SpellingRules transliterations;
  std::unordered_map<std::string, std::string> variants;  // `muhammad`: `mohamed`
  // Phrase keys of capitals and seats with the country whose government they stand for: `moscow`,
  // `place:RU`.
  std::unordered_map<std::string, std::string> seats;
  // The same of cities that stand for the stock exchange of a country: `francfort`.
  std::unordered_map<std::string, std::string> markets;
  std::size_t longest_title = 1;  // in parts
};

// The `names` section of a language file, the lists in `names/` of the data directory and CLDR;
// `lists` are paths of more lists of the same form, which come first.
// A language without a section is served by lists and capitals alone. Throws Error{kBadInput} where
// the section or a list is malformed.
[[nodiscard]] NameGrammar LoadNameGrammar(const Json& section,
                                          const std::filesystem::path& data_directory,
                                          const std::string& language,
                                          const std::vector<std::string>& lists = {});

}  // namespace calque::internal
