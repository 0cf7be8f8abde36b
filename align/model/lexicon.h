// Translation probabilities between folded word types, both ways: what beads, words, entities,
// fidelity and document pairing all score with.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace calque::internal {

// An index into the vocabulary of one side of a lexicon.
using TypeId = std::uint32_t;
inline constexpr TypeId kUnknownType = 0xFFFFFFFF;

struct Translation {
  TypeId type;        // of the other side
  float probability;  // p(type | the type asked for), in (0, 1]
};

// One side of a lexicon seen from its words. Words are looked up folded (Fold of utf8.h) after the
// tokenizer. Implementations are immutable; shared between threads.
class LexiconSide {
 public:
  virtual ~LexiconSide() = default;
  [[nodiscard]] virtual TypeId Find(std::string_view folded) const = 0;
  [[nodiscard]] virtual std::uint32_t size() const = 0;  // number of types
  [[nodiscard]] virtual std::string_view Word(TypeId type) const = 0;
  // p(type) by relative frequency in the training text, smoothed; for kUnknownType the mass of one
  // unseen type.
  [[nodiscard]] virtual float Unigram(TypeId type) const = 0;
  // Translations of `type`, by falling probability then type; empty for kUnknownType.
  [[nodiscard]] virtual std::span<const Translation> TranslationsOf(TypeId type) const = 0;
  // p(type | the empty word of the other side).
  [[nodiscard]] virtual float GivenNull(TypeId type) const = 0;
};

// Both sides. `source().TranslationsOf(s)` holds p(t|s); `target().TranslationsOf(t)` p(s|t).
class Lexicon {
 public:
  virtual ~Lexicon() = default;
  [[nodiscard]] virtual const LexiconSide& source() const = 0;
  [[nodiscard]] virtual const LexiconSide& target() const = 0;
};

}  // namespace calque::internal
