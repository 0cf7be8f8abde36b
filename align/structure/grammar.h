// What a language's desks write around a story: credit words, months, notes, furniture.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "align/io/json.h"
#include "align/structure/phrases.h"

namespace calque::internal {

// The rules of one language: its `dispatch` section, compiled. Every word is folded.
struct DispatchRules {
  std::string language;
  PhraseTable phrases;
  std::vector<std::string> also;  // languages whose credit lines turn up under its stories
  bool bare_list = false;         // a tail may open with names and no role word: `(N et N; …)`

  WordSet particles;      // lower-case parts of a name: `de`, `van`
  WordSet suffixes;       // `jr`, `iii`
  WordSet short_forms;    // written with a point inside a name: `St.`, `Ch.`
  WordSet not_names;      // capitalised words that are never a whole name
  WordSet not_alone;      // the same, but may open one: `An Nguyen`
  WordSet slugs;          // `update`, `lead`: no dateline place
  WordSet open_words;     // no line of running text ends here: `the`, `Mme`
  WordSet count_words;    // `mots`: a web page's word counter
  WordSet stamp_openers;  // `updated`: opens a line that says when a page was
  WordSet stamp_words;    // `at`, `GMT`: more words of such a line
  WordSet contact_words;  // `tél`, `newsroom`: label of a contact line
  WordSet agent_words;    // `by`: ends a phrase that says what a role does
  WordSet agency_words;   // `agence`: a name that has it is no person's
  WordSet titles;         // `Dr`, `Mme`: before a name and no part of it
  WordSet articles;       // `Le`: a paper's name opens with it, `Le Courrier`
  WordSet desk_subjects;  // `foreign`, `business`: what a desk covers, no place
  WordSet place_openers;  // `San`, `New`: a place of several words opens with it
  WordSet place_closers;  // `City`, `Beach`: or ends with it
  std::map<std::string, int, std::less<>> months;  // 1–12
  WordSet weekdays;
  LinePatterns notes;           // update and correction lines, before the story or after it
  LinePatterns edge_furniture;  // only before or after the story
  LinePatterns furniture;       // wherever it stands
};

// What a line has to open or end with to be worth reading as credits or furniture: most lines are
// prose, and this tells so from two words.
struct LineHints {
  WordSet credit_openers;     // first words of bylines and of role phrases
  WordSet picture_openers;    // first words of role phrases for pictures
  WordSet furniture_openers;  // first words of notes, furniture, contacts
  WordSet furniture_closers;  // last words of furniture that opens with anything
};

// Immutable; shared between threads.
class DispatchGrammar {
 public:
  // `section` is the `dispatch` section of a language file. Throws Error{kBadInput} where it is
  // malformed. An empty section gives the language-neutral rules only.
  static std::shared_ptr<const DispatchGrammar> FromJson(const Json& section,
                                                         const std::string& language);

  // The grammar of a language file with those behind it that its section names under `also`, whose
  // files lie in the same data directory.
  static std::shared_ptr<const DispatchGrammar> FromLanguageFile(
      const Json& file, const std::filesystem::path& data_directory, const std::string& language);

  // `own` first; what it does not understand is tried with `others` in turn (an English tail under
  // a French story), then with the role words of all together (a tail begun in English, ended in
  // French).
  static std::shared_ptr<const DispatchGrammar> WithFallbacks(
      const DispatchGrammar& own,
      const std::vector<std::shared_ptr<const DispatchGrammar>>& others);

  using RuleSets = std::vector<std::shared_ptr<const DispatchRules>>;
  explicit DispatchGrammar(RuleSets rule_sets);

  // The document's own language.
  [[nodiscard]] const DispatchRules& rules() const { return *rule_sets_.front(); }
  // Own rules first, then the fallbacks; never empty.
  [[nodiscard]] const RuleSets& rule_sets() const { return rule_sets_; }
  // Of all rule sets together.
  [[nodiscard]] const LineHints& hints() const { return hints_; }

 private:
  RuleSets rule_sets_;
  LineHints hints_;
};

}  // namespace calque::internal
