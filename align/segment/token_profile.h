// What a language file says about tokens.
#pragma once

#include <string>
#include <vector>

#include "align/io/json.h"
#include "align/segment/abbreviations.h"

namespace calque::internal {

struct TokenProfile {
  // Throws nlohmann's exceptions for a wrong type.
  static TokenProfile FromJson(const Json& language_file);

  std::vector<std::string> elisions;   // `l`, `qu`: sorted, without their apostrophe
  std::vector<std::string> enclitics;  // `'s`, `n't`, `-t-il`: longest first, apostrophe as `'`
  std::vector<std::string> whole;      // `rendez-vous`: sorted; an enclitic that is none
  bool space_groups = false;           // `1 234 567` with plain spaces is one number
  AbbreviationTable abbreviations;
};

}  // namespace calque::internal
