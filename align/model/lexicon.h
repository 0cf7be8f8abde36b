// Translation probabilities between folded word types, both ways: what beads, words, entities,
// fidelity and document pairing all score with.
//
// A lexicon is a set of flat arrays, held in memory or mapped from a model file, and immutable:
// any number of threads may read one. LexiconSide is a view; it lives as long as its Lexicon.
#pragma once

#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace calque::internal {

// An index into the vocabulary of one side of a lexicon.
using TypeId = std::uint32_t;
inline constexpr TypeId kUnknownType = 0xFFFFFFFF;
// Types are 20 bits wide in a row, so that a translation is one 32-bit word.
inline constexpr std::uint32_t kMaxTypes = 1U << 20;

// A type of the other side and p(type | the type asked for), in (0, 1]. The probability keeps five
// bits of exponent and seven of mantissa: relative error below 0.4 %, smallest value 2^-32.
class Translation {
 public:
  Translation() = default;
  // Preconditions: type < kMaxTypes; 0 < probability <= 1 (values below 2^-32 become 2^-32).
  Translation(TypeId type, float probability)
      : bits_(type << kProbabilityBits | Encode(probability)) {}

  [[nodiscard]] TypeId type() const { return bits_ >> kProbabilityBits; }
  [[nodiscard]] float probability() const {
    return std::bit_cast<float>(((bits_ & kProbabilityMask) + kSmallest) << 16);
  }

 private:
  static constexpr std::uint32_t kProbabilityBits = 12;
  static constexpr std::uint32_t kProbabilityMask = (1U << kProbabilityBits) - 1;
  // The upper half of the float 1.0 is the largest code.
  static constexpr std::uint32_t kSmallest = 0x3F80 - kProbabilityMask;

  static std::uint32_t Encode(float probability) {
    const std::uint32_t rounded = (std::bit_cast<std::uint32_t>(probability) + 0x8000U) >> 16;
    return rounded < kSmallest ? 0 : rounded - kSmallest;
  }

  std::uint32_t bits_ = 0;
};
static_assert(sizeof(Translation) == 4);

// A positive float cut to its upper 16 bits: relative error below 0.4 %.
class ShortFloat {
 public:
  ShortFloat() = default;
  explicit ShortFloat(float value)
      : bits_(static_cast<std::uint16_t>((std::bit_cast<std::uint32_t>(value) + 0x8000U) >> 16)) {}
  [[nodiscard]] float value() const {
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits_) << 16);
  }

 private:
  std::uint16_t bits_ = 0;
};
static_assert(sizeof(ShortFloat) == 2);

// One side of a lexicon seen from its words. Words are looked up folded (Fold of utf8.h) after the
// tokenizer. Beside words there may be prefix classes: types that stand for all words that begin
// alike, with probabilities of their own. A row of one sums to one over words, and to one at most
// over classes: use either a word or, if it is unknown, its class.
class LexiconSide {
 public:
  // The arrays a side is made of. Types are numbered by the hash of their words, so that a small
  // directory of hash prefixes finds them.
  struct Arrays {
    std::span<const char> characters;           // all words, end to end
    std::span<const std::uint32_t> word_begin;  // size() + 1 offsets into `characters`
    std::span<const std::uint32_t> directory;   // 2^n + 1 first types by hash prefix
    std::span<const std::uint32_t> row_begin;   // size() + 1 offsets into `translations`
    std::span<const Translation> translations;  // rows end to end
    std::span<const ShortFloat> unigram;        // size() + 1: the last for an unseen type
    std::span<const ShortFloat> given_null;     // size() + 1: the last for an unseen type
  };

  LexiconSide() = default;
  explicit LexiconSide(const Arrays& arrays) : arrays_(arrays) {}

  [[nodiscard]] TypeId Find(std::string_view folded) const;
  // The type that stands in for a word the lexicon lacks, that of its prefix class
  // (prefix_class.h); kUnknownType where there is none.
  [[nodiscard]] TypeId FindClass(std::string_view folded) const;
  [[nodiscard]] std::uint32_t size() const {  // number of types
    return static_cast<std::uint32_t>(arrays_.unigram.size()) - 1;
  }
  // Precondition: type < size().
  [[nodiscard]] std::string_view Word(TypeId type) const {
    const std::uint32_t begin = arrays_.word_begin[type];
    return {arrays_.characters.data() + begin, arrays_.word_begin[type + 1] - begin};
  }
  // p(type) by relative frequency in the training text, smoothed; for kUnknownType the mass of one
  // unseen type.
  [[nodiscard]] float Unigram(TypeId type) const {
    return arrays_.unigram[type < size() ? type : size()].value();
  }
  // p(type | the empty word of the other side).
  [[nodiscard]] float GivenNull(TypeId type) const {
    return arrays_.given_null[type < size() ? type : size()].value();
  }
  // Translations of `type`, by falling probability then type; empty for kUnknownType.
  [[nodiscard]] std::span<const Translation> TranslationsOf(TypeId type) const {
    if (type >= size()) return {};
    const std::uint32_t begin = arrays_.row_begin[type];
    return arrays_.translations.subspan(begin, arrays_.row_begin[type + 1] - begin);
  }
  // p(other | type); 0 where the row does not hold it. Looks through the row: for many look-ups
  // of one type walk TranslationsOf instead.
  [[nodiscard]] float Probability(TypeId type, TypeId other) const;

  [[nodiscard]] const Arrays& arrays() const { return arrays_; }

 private:
  Arrays arrays_;
};

// Both sides. `source().TranslationsOf(s)` holds p(t|s); `target().TranslationsOf(t)` p(s|t).
class Lexicon {
 public:
  // `owner` keeps the arrays of both sides alive.
  Lexicon(LexiconSide source, LexiconSide target, std::shared_ptr<const void> owner)
      : source_(source), target_(target), owner_(std::move(owner)) {}

  [[nodiscard]] const LexiconSide& source() const { return source_; }
  [[nodiscard]] const LexiconSide& target() const { return target_; }

 private:
  LexiconSide source_;
  LexiconSide target_;
  std::shared_ptr<const void> owner_;
};

// The place of a word in the order of types, and its prefix of `bits` in the directory.
[[nodiscard]] std::uint64_t TypeHash(std::string_view word);

}  // namespace calque::internal
