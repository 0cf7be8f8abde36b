// What a text shows about its own periods, in the manner of Punkt (Kiss & Strunk 2006): a word seen
// with a period before a lower-case letter is likely an abbreviation, unless the text begins its
// sentences in lower case anyway, as transcribed speech and chat do.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "align/base/string_hash.h"
#include "calque/span.h"

namespace calque::internal {

// Counted when first asked: most texts are decided without it. Not shared between threads.
class DocumentEvidence {
 public:
  // What is passed must outlive the evidence.
  DocumentEvidence(std::string_view text, std::span<const ByteSpan> units)
      : text_(text), units_(units) {}

  // Whether sentences of this text often begin in lower case.
  [[nodiscard]] bool StartsInLowerCase() const;
  // Whether `word`, on no list, is used as an abbreviation in this text.
  [[nodiscard]] bool IsAbbreviation(std::string_view word) const;

 private:
  void Count() const;
  void CountPeriod(ByteSpan unit, std::uint32_t period) const;

  std::string_view text_;
  std::span<const ByteSpan> units_;

  mutable bool counted_ = false;
  mutable std::uint32_t lower_starts_ = 0;  // long lower-case word, period, lower case
  mutable std::uint32_t upper_starts_ = 0;
  struct ShortWord {
    std::uint32_t before_lower = 0;
    std::uint32_t before_upper = 0;
  };
  mutable StringMap<ShortWord> short_words_;
};

}  // namespace calque::internal
