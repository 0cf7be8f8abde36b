// Abbreviations by what may follow their period, as the segmenter and the tokenizer see them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "align/io/json.h"

namespace calque::internal {

enum class AbbreviationKind : std::uint8_t {
  kNone,
  kTitle,      // stands before a name: `Mr.`, `Gen.`, `St.`
  kNumeric,    // an abbreviation only before a number: `No.`, `p.`, `art.`
  kDate,       // months and days: continues before a number, else may end a sentence
  kMayEnd,     // `Inc.`, `U.S.`, `p.m.`, `etc.`: what follows decides
  kContinues,  // never ends a sentence: `e.g.`, `vs.`, `cf.`
};

// Immutable after construction.
class AbbreviationTable {
 public:
  AbbreviationTable() = default;
  // `{"title": […], "numeric": […], "date": […], "may_end": […], "continues": […]}`, entries
  // without their last period. An entry in lower case matches any case; one with a capital matches
  // as written or in capitals. Throws nlohmann's exceptions for a wrong type.
  explicit AbbreviationTable(const Json& lists);

  // The kind of `word` (written without its last period).
  [[nodiscard]] AbbreviationKind Find(std::string_view word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const {
      return std::hash<std::string_view>{}(key);
    }
  };
  void Add(const std::string& entry, AbbreviationKind kind);

  std::unordered_map<std::string, AbbreviationKind, Hash, std::equal_to<>> any_case_;
  std::unordered_map<std::string, AbbreviationKind, Hash, std::equal_to<>> as_written_;
  std::size_t longest_ = 0;  // bytes
};

}  // namespace calque::internal
