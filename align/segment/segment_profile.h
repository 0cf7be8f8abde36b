// What a language file says about sentences.
#pragma once

#include <string>
#include <unordered_set>

#include "align/io/json.h"
#include "align/segment/abbreviations.h"

namespace calque::internal {

struct SegmentProfile {
  // Throws nlohmann's exceptions for a wrong type.
  static SegmentProfile FromJson(const Json& section);

  [[nodiscard]] bool Starts(std::string_view lower_word) const {
    return starters.contains(std::string(lower_word));
  }

  AbbreviationTable abbreviations;
  std::unordered_set<std::string> starters;  // words that, with a capital, begin a sentence
};

}  // namespace calque::internal
