// What the words of one language do that a table of single words cannot tell.
#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

#include "align/base/string_hash.h"

namespace calque::internal {

// Two words of one meaning with others between them: `ne … pas`.
struct Circumfix {
  StringSet first;          // folded: `ne`, `n'`
  StringSet last;           // behind it: `pas`, `jamais`
  StringSet last_or_ahead;  // behind it, else ahead of it: `personne`
  std::uint32_t reach = 0;  // greatest distance of the two, in tokens
};

class WordGrammar {
 public:
  // A word and the one that it goes with, positions in a sentence.
  struct Partners {
    std::uint32_t word = 0;
    std::uint32_t partner = 0;

    friend bool operator==(const Partners&, const Partners&) = default;
  };

  // `section`: the `words` section of a language file; empty for a language without one. Throws
  // Error{kBadInput} where it is malformed.
  static std::shared_ptr<const WordGrammar> FromJson(const nlohmann::ordered_json& section,
                                                     const std::string& language);

  // First words with the nearest last word in reach, in order; of `folded` tokens.
  [[nodiscard]] std::vector<Partners> FindPartners(std::span<const std::string> folded) const;

 private:
  std::vector<Circumfix> circumfixes_;
};

}  // namespace calque::internal
