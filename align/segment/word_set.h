// Words of a language file, looked up without regard to case.
#pragma once

#include <bitset>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "align/io/json.h"

namespace calque::internal {

// Lets a table of strings be searched by string_view. Such tables are only searched, never listed.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
};
template <typename Value>
using WordMap = std::unordered_map<std::string, Value, WordHash, std::equal_to<>>;

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
  std::unordered_set<std::string, WordHash, std::equal_to<>> words_;
  std::bitset<256> first_bytes_;  // of the words in either case: most lookups end here
  std::size_t longest_ = 0;       // bytes
};

}  // namespace calque::internal
