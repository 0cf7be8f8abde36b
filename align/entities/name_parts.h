// The units that names are matched by: runs of letters, marks and digits, and what stands between
// them. Finer than tokens, so that `Quai d’Orsay`, `Etats-Unis` and `U.S.` match whatever the
// tokenizer makes of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "calque/span.h"

namespace calque::internal {

// What separates a part from the one before it. Only kBreak cannot lie inside a name.
enum class Gap : std::uint8_t {
  kBreak,
  kSpace,
  kHyphen,
  kApostrophe,
  kDot,       // `Amazon.com`, `U.S`
  kDotSpace,  // `J. Smith`, `M. Hu`
  kAmpersand,
};

enum class Shape : std::uint8_t {
  kLower,
  kCapital,  // `Hu`
  kInitial,  // one upper-case letter
  kUpper,    // `ONU`
  kMixed,    // `McDonald`, `iPhone`
  kDigits,
};

struct NamePart {
  ByteSpan span;
  std::string folded;  // Fold() of the text
  std::uint64_t hash = 0;
  Shape shape = Shape::kLower;
  Gap before = Gap::kBreak;
  bool opens = false;  // first of a sentence or of a quotation: a capital there says nothing

  [[nodiscard]] bool HasCapital() const {
    return shape != Shape::kLower && shape != Shape::kDigits;
  }
};

// Parts of `span`, in order.
[[nodiscard]] std::vector<NamePart> SplitNameParts(std::string_view text, ByteSpan span);

// The hash of a phrase from those of its parts, so that a phrase can be extended part by part.
[[nodiscard]] std::uint64_t ExtendPhraseHash(std::uint64_t phrase, std::uint64_t part);
// That of all parts of a text; 0 where it has none.
[[nodiscard]] std::uint64_t PhraseHash(std::string_view text);
// The folded parts with a blank between them: `quai d orsay`.
[[nodiscard]] std::string PhraseKey(std::string_view text);

}  // namespace calque::internal
