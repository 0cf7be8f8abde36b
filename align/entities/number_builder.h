// A spelled-out number put together word by word: `deux cent mille` is 2, ×100, ×1000.
#pragma once

#include <cstdint>
#include <optional>

#include "align/entities/value_vocabulary.h"

namespace calque::internal {

// Whether a hundred or a scale may stand without a number before it: `mille`, but `one thousand`.
enum class Bare : std::uint8_t { kRefused, kAllowed };

// Each Add… either takes the word and returns true, or leaves the number as it is. A word is taken
// where it fits into a slot that is still free: a unit behind a ten, a ten behind a hundred, a
// smaller scale behind a larger one.
class NumberBuilder {
 public:
  explicit NumberBuilder(const ValueConventions& conventions) : conventions_(&conventions) {}

  [[nodiscard]] bool AddCardinal(std::int64_t value);
  // A word of several number words, `dreihundertfünfundzwanzig`.
  [[nodiscard]] bool AddCompound(std::int64_t value);
  [[nodiscard]] bool AddHundred(Bare bare);
  [[nodiscard]] bool AddScale(int power, Bare bare);
  // Whether an `and` may follow, and then opens the slot for the word behind it.
  [[nodiscard]] bool AddAnd();

  // No value before the first word, behind an `and` that nothing followed, or where no Decimal
  // holds it.
  [[nodiscard]] std::optional<std::int64_t> Value() const;
  // The power of the last scale word; 0 where there was none.
  [[nodiscard]] int last_scale() const { return last_scale_; }

 private:
  [[nodiscard]] bool FitsSlot(std::int64_t value) const;

  const ValueConventions* conventions_;
  std::int64_t total_ = 0;  // what scales have multiplied
  std::int64_t group_ = 0;  // what no scale has multiplied yet
  std::int64_t last_ =
      -1;  // the last word: a cardinal, 100, or 1000 for any scale; −1 at the start
  int last_scale_ = 0;
  bool after_and_ = false;
};

// Adds the part of a compound that ends at trie node `node` of `vocabulary`.
[[nodiscard]] bool AddPart(const ValueVocabulary& vocabulary, std::uint32_t node,
                           NumberBuilder* builder);

}  // namespace calque::internal
