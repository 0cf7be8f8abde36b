// What recognises names in one language: lists, and the words that surround or belong to names.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_set>
#include <vector>

#include "align/base/string_hash.h"
#include "align/entities/gazetteer.h"
#include "align/entities/name_gaps.h"
#include "align/entities/sorted_words.h"
#include "align/entities/spelling.h"
#include "align/io/json.h"

namespace calque::internal {

// The words are folded, those of more than one part with blanks between: `premier ministre`.
struct NameGrammar {
  Gazetteer gazetteer;
  StringSet titles;                                // before a person, not of the name: `Mme`
  StringSet particles;                             // inside any name: `bin`, `van`
  StringSet joiners;                               // inside a name that a head began: `of`, `des`
  StringSet determiners;                           // behind a joiner: `the`, `la`
  StringSet elisions;                              // before an apostrophe, not of the name: `l`
  StringSet possessives;                           // after an apostrophe, not of the name: `s`
  StringSet prefixes;                              // before a hyphen, not of the name: `ex`
  StringSet suffixes;                              // after a hyphen, not of the name: `based`
  StringSet openers;                               // begin sentences, never names: `the`, `selon`
  StringSet locatives;                             // before a place: `in`, `à`
  StringSet legal_forms;                           // end a company, may be left out: `inc`, `ag`
  StringMap<MentionKind> heads;                    // `bank`, `université`: what it is
  StringMap<MentionKind> lower_heads;              // begin a name without a capital
  std::unordered_set<std::uint64_t> common_words;  // hashes of folded words that are no names
  SortedWords name_words;    // folded words of names with marks (tools/names/name-words)
  SortedWords word_classes;  // words with the path of their class (tools/names/word-classes)
  NameGaps gaps;
  SpellingRules spelling;
  // What languages and desks write of one name of another script, and the groups of letters of
  // `spelling`: `Vitaliy`, `Vitaliï`.
  SpellingRules transliterations;
  StringMap<std::string> variants;  // `muhammad`: `mohamed`
  // Phrase keys of capitals and seats with the country whose government they stand for: `moscow`,
  // `place:RU`.
  StringMap<std::string> seats;
  // The same of cities that stand for the stock exchange of a country: `francfort`.
  StringMap<std::string> markets;
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
