// Abbreviations by what may follow their period, as the segmenter and the tokenizer see them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "align/base/string_hash.h"
#include "align/io/json.h"

namespace calque::internal {

enum class AbbreviationKind : std::uint8_t {
  kNone,
  kTitle,        // stands before a name: `Mr.`, `Gen.`
  kNumeric,      // an abbreviation only before a number: `No.`, `p.`, `art.`
  kDate,         // months and days: goes on before a number, else may end a sentence
  kTime,         // `p.m.`: goes on before a zone or a day, else ends a sentence before a capital
  kMayEnd,       // `Inc.`, `Calif.`: what follows decides
  kAttributive,  // `U.S.`, `St.`: goes on before a capital that commonly starts no sentence
  kFinal,        // `etc.`, `Jr.`: ends a sentence before a capital
  kContinues,    // never ends a sentence: `e.g.`, `vs.`, `cf.`
};

// Immutable after construction.
class AbbreviationTable {
 public:
  AbbreviationTable() = default;
  // `{"title": […], "numeric": […], "date": […], "time": […], "may_end": […], "attributive": […],
  // "final": […], "continues": […]}`, entries without their last period. An entry in lower case
  // matches any case; one with a capital matches as written or in capitals. The first list that
  // holds an entry wins. Throws nlohmann's exceptions for a wrong type.
  explicit AbbreviationTable(const Json& lists);

  // The kind of `word` (written without its last period).
  [[nodiscard]] AbbreviationKind Find(std::string_view word) const;

 private:
  void Add(const std::string& entry, AbbreviationKind kind);

  StringMap<AbbreviationKind> any_case_;
  StringMap<AbbreviationKind> as_written_;
  std::size_t longest_ = 0;  // bytes
};

}  // namespace calque::internal
