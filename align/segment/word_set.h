// Words of a language file, looked up without regard to case.
#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>

#include "align/base/string_hash.h"
#include "align/io/json.h"

namespace calque::internal {

// Lower case with `'` and `-` for every apostrophe and hyphen: the form language files use.
[[nodiscard]] std::string PlainLower(std::string_view word);

// Immutable after construction.
class WordSet {
 public:
  WordSet() = default;
  // The list of strings under `key` of `section`, all in lower case; empty where it is missing.
  // Throws nlohmann's exceptions for a wrong type.
  WordSet(const Json& section, const char* key);

  [[nodiscard]] bool empty() const { return words_.empty(); }
  [[nodiscard]] bool Contains(std::string_view word) const;

 private:
  StringSet words_;
  std::bitset<256> first_bytes_;  // of the words in either case: most lookups end here
  std::size_t longest_ = 0;       // bytes
};

}  // namespace calque::internal
