// Who is credited in a line, and in which role (reference: the wires' tails and bylines).
#pragma once

#include <string_view>
#include <vector>

#include "align/structure/grammar.h"
#include "calque/document.h"

namespace calque::internal {

// What a line says when it is read as credits, whether or not it is one.
struct CreditReading {
  std::vector<Credit> credits;  // in text order
  int role_words = 0;           // roles said in words: `Editing by`, `pour le service français`
  int persons = 0;              // credits that name a person, pictures included
  int bare = 0;                 // persons named before any role word
  int places = 0;
  int functions = 0;        // `AP Business Writer`
  int agencies = 0;         // known ones, as credits or organisations of persons
  int contacts = 0;         // telephone numbers, addresses
  int unknown = 0;          // words with no place in the grammar
  bool byline = false;      // opens with `By`, `Par`
  bool with = false;        // opens with `With`, `Avec`
  bool lower_case = false;  // without a capital letter
};
[[nodiscard]] CreditReading ReadCredits(std::string_view text, ByteSpan line,
                                        const DispatchRules& rules);

// Whether who has the role gathered or wrote the news: one calls reporter whom another calls
// writer.
[[nodiscard]] bool GathersOrWrites(CreditRole role);

}  // namespace calque::internal
