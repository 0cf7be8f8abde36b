// How likely two mentions name the same thing, and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "align/entities/listed_name.h"
#include "align/entities/name_grammar.h"
#include "calque/bitext.h"

namespace calque::internal {

// A mention of one side with what its comparison needs.
struct LinkableMention {
  const Mention* mention = nullptr;
  bool value = false;
  std::string phrase;    // PhraseKey of the text
  std::string spelling;  // SpellingKey of the text
  ListedName listed;
  std::vector<std::string> distinctive;  // spelling of its words that no list or grammar knows
  bool acronym = false;                  // written in capitals throughout
  bool word = false;                     // one word, in no list
  bool common = false;                   // … that texts write in lower case
  bool opens = false;                    // one word of no list that opens its sentence
  float position = 0.0F;                 // within its side of the bead, in [0, 1]
  std::vector<std::uint32_t> words;      // its tokens, small words apart
};

struct LinkScore {
  float score = 0.0F;  // probability that a reader would link the two
  LinkEvidence evidence = LinkEvidence::kIdentical;
};

[[nodiscard]] LinkableMention PrepareMention(const Document& document, const Mention& mention,
                                             const NameGrammar& grammar);

// Whether a word of its language stands for another: `Otherwise`, `Sinon`; `Executive`, `Exécutif`.
// A name that is such a word, `Page`, is not translated.
[[nodiscard]] bool AreWords(const LinkableMention& source, const LinkableMention& target);

// Without word links; nothing where nothing speaks for a link. `reference` is the day of the
// dispatch.
[[nodiscard]] std::optional<LinkScore> ScoreLink(const LinkableMention& source,
                                                 const LinkableMention& target,
                                                 const std::optional<Date>& reference);

}  // namespace calque::internal
