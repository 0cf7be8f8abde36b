// What a language's desks write around a story: credit words, months, notes, furniture.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "align/io/json.h"
#include "align/structure/phrases.h"

namespace calque::internal {

// The rules of one language: its `dispatch` section, compiled. Every word is folded.
struct DispatchRules {
  std::string language;
  PhraseTable phrases;
  bool bare_list = false;  // a tail may open with names and no role word: `(N et N; …)`

  std::set<std::string, std::less<>> particles;  // lower-case parts of a name: `de`, `van`
  std::set<std::string, std::less<>> suffixes;   // `jr`, `iii`
  std::set<std::string, std::less<>>
      short_forms;                               // written with a point inside a name: `St.`, `Ch.`
  std::set<std::string, std::less<>> not_names;  // capitalised words that are never a whole name
  std::set<std::string, std::less<>> slugs;      // `update`, `lead`: no dateline place
  std::set<std::string, std::less<>> open_words;  // no line of running text ends here: `the`, `Mme`
  std::set<std::string, std::less<>> count_words;    // `mots`: a web page's word counter
  std::set<std::string, std::less<>> contact_words;  // `tél`, `newsroom`: label of a contact line
  std::map<std::string, int, std::less<>> months;    // 1–12
  std::set<std::string, std::less<>> weekdays;
  LinePatterns notes;           // update and correction lines, before the story or after it
  LinePatterns edge_furniture;  // only before or after the story
  LinePatterns furniture;       // wherever it stands
};

// Immutable; shared between threads.
class DispatchGrammar {
 public:
  // `section` is the `dispatch` section of a language file. Throws Error{kBadInput} where it is
  // malformed. An empty section gives the language-neutral rules only.
  static std::shared_ptr<const DispatchGrammar> FromJson(const Json& section,
                                                         const std::string& language);

  // `own` first; what it does not understand is tried with `others` in turn (an English tail under
  // a French story), then with the role words of all together (a tail begun in English, ended in
  // French).
  static std::shared_ptr<const DispatchGrammar> WithFallbacks(
      const DispatchGrammar& own,
      const std::vector<std::shared_ptr<const DispatchGrammar>>& others);

  using RuleSets = std::vector<std::shared_ptr<const DispatchRules>>;
  explicit DispatchGrammar(RuleSets rule_sets) : rule_sets_(std::move(rule_sets)) {}

  // The document's own language.
  [[nodiscard]] const DispatchRules& rules() const { return *rule_sets_.front(); }
  // Own rules first, then the fallbacks; never empty.
  [[nodiscard]] const RuleSets& rule_sets() const { return rule_sets_; }

 private:
  RuleSets rule_sets_;
};

}  // namespace calque::internal
