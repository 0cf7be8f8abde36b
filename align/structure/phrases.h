// Phrases of the dispatch grammar: sequences of folded words with a meaning, and patterns with a
// wildcard that must match a whole line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/base/string_hash.h"
#include "align/structure/words.h"
#include "calque/document.h"

namespace calque::internal {

enum class PhraseKind : std::uint8_t {
  kRoleBefore,  // `editing by`: names follow
  kRoleAfter,   // `contributed to this report`: the names of its clause precede
  kDuty,        // `pour le service français`: the same, of the name right before it
  kAct,         // `text`, `edited`: what a role does, before `and photos by`
  kByline,      // `By`, `Par`: names follow, at the start of a line only
  kWith,        // `with`, `avec`: contributors follow
  kAnd,         // joins the items of a list
  kIn,          // a place follows
  kDesk,        // `editorial board`: an office by itself, behind a byline word
  kDeskBefore,  // `bureau de`: an office, its place follows
  kTeamBefore,  // `service`, `pôle`: an office, what it covers follows
  kDeskAfter,   // `newsroom`: an office, its place precedes
  kDesksAfter,  // `newsrooms`: several, a list of places may precede
  kTeamAfter,   // `staff`, `TV`: an office, a name that is no place precedes
  kPlaceName,   // `New York`: a place of several words
  kAgency,      // `Reuters`
  kFunction,    // `correspondent`: what a person is, not who; it may say a role, `photographer`
  kFunctionOf,  // `special to`: a function whose organisation follows
  kFiller,      // `the`: no meaning of its own
};

struct Phrase {
  std::vector<std::string> keys;
  PhraseKind kind = PhraseKind::kFiller;
  std::vector<CreditRole> roles;  // kRoleBefore, kRoleAfter, kDuty, kAct, kFunction
  // Words that name the organisation (`service français`); empty where there are none.
  std::size_t organisation_begin = 0;
  std::size_t organisation_end = 0;
};

using WordSet = StringSet;

// Bit set of phrase kinds, for lookups.
using PhraseKinds = std::uint32_t;
[[nodiscard]] constexpr PhraseKinds KindBit(PhraseKind kind) {
  return PhraseKinds{1} << static_cast<unsigned>(kind);
}
inline constexpr PhraseKinds kAllPhrases = ~PhraseKinds{0};

class PhraseTable {
 public:
  // First words of the phrases of `kinds`.
  void CollectFirstWords(PhraseKinds kinds, WordSet* words) const;
  // The same of the phrases that say `role` before the names.
  void CollectFirstWords(CreditRole role, WordSet* words) const;
  // `written` is split like a line; square brackets mark the organisation.
  void Add(std::string_view written, PhraseKind kind);
  // The same for a phrase that says a role; added with two roles, it says both.
  void AddRole(std::string_view written, PhraseKind kind, CreditRole role);
  // The phrases of `kinds` of another table; its own win where both have one.
  void AddAll(const PhraseTable& other, PhraseKinds kinds);

  // The longest phrase of one of `kinds` that starts at `at`; null where there is none.
  [[nodiscard]] const Phrase* Match(const std::vector<LineWord>& words, std::size_t at,
                                    PhraseKinds kinds = kAllPhrases) const;

 private:
  Phrase& Insert(Phrase phrase);

  StringMap<std::vector<Phrase>> by_first_;  // longest first
};

// A line pattern: words, `*` for any number of words (none too).
class LinePatterns {
 public:
  void Add(std::string_view written);
  // First words of the patterns; for those that open with `*`, the last word that is letters.
  void CollectEnds(WordSet* first_words, WordSet* last_words) const;
  // Whether one of the patterns matches all of the words.
  [[nodiscard]] bool Match(const std::vector<LineWord>& words) const;
  // The same of the patterns that say their first word.
  [[nodiscard]] bool MatchFirstWord(const std::vector<LineWord>& words) const;

 private:
  [[nodiscard]] bool MatchOf(std::string_view first, const std::vector<LineWord>& words) const;

  StringMap<std::vector<std::vector<std::string>>> by_first_;
};

}  // namespace calque::internal
