// What is known of a possible word link, as numbers that a trained re-scorer weighs.
//
// A feature says the same of a pair and of its mirror image, so that links do not depend on which
// side is called the source. After Moore, Yih & Bode 2006 and Lacoste-Julien et al. 2006: a few
// dense features over strong posteriors come near the best aligners there are.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "align/model/model.h"
#include "align/model/pair_posteriors.h"
#include "align/model/parallel_text.h"

namespace calque::internal {

// Of the link alone and of the two HMMs' opinion of its neighbours. Log-odds are of base e and cut
// at ±kMostLogOdds; `position` is the distance from the diagonal, in [0, 1]; a small word is one of
// the few that make up half of a text.
inline constexpr std::array<std::string_view, 25> kLinkFeatures = {
    "bias",
    "joint",
    "weaker",
    "stronger",
    "product",
    "model1",
    "model1-weaker",
    "association",
    "rival",
    "rivals",
    "null",
    "spelling",
    "equal",
    "equal-number",
    "position",
    "frequency",
    "frequency-difference",
    "marks",
    "one-mark",
    "diagonal",
    "crossed",
    "beside",
    "small-words",
    "small-joint",
    "small-position",
};
// Of what a first pass over all links of a pair says of the link and of its neighbours.
inline constexpr std::array<std::string_view, 15> kContextFeatures = {
    "first",          "first-rival", "first-rivals",      "first-far-rival",
    "first-diagonal", "first-both",  "first-crossed",     "first-beside",
    "first-before",   "first-after", "first-wide-before", "first-wide-after",
    "small-before",   "small-after", "small-rival",
};
inline constexpr float kMostLogOdds = 7.0F;

[[nodiscard]] float LogOdds(float probability);

using LinkFeatures = std::array<float, kLinkFeatures.size()>;
using ContextFeatures = std::array<float, kContextFeatures.size()>;

struct LinkCandidate {
  std::uint32_t source = 0;  // positions in the pair
  std::uint32_t target = 0;
  float joint = 0.0F;  // geometric mean of the two posteriors
  LinkFeatures features = {};
};

// Facts of the word types of a text.
class WordFacts {
 public:
  // `model` may be null.
  WordFacts(const ParallelText& text, const Model* model);

  struct Fact {
    float log_probability = 0.0F;  // of the type in the language
    bool is_mark = false;          // no letter and no digit
    bool has_digit = false;
  };
  [[nodiscard]] const Fact& Source(TypeId type) const { return source_[type]; }
  [[nodiscard]] const Fact& Target(TypeId type) const { return target_[type]; }

 private:
  std::vector<Fact> source_;
  std::vector<Fact> target_;
};

// A matrix over the cells of a sentence pair that may be asked for places outside of it.
class CellGrid {
 public:
  void Reset(std::size_t sources, std::size_t targets) {
    sources_ = sources;
    targets_ = targets;
    values_.assign(sources * targets, 0.0F);
  }
  void Set(std::size_t source, std::size_t target, float value) {
    values_[source * targets_ + target] = value;
  }
  // 0 outside. Positions may be −1 in the sense of unsigned arithmetic.
  [[nodiscard]] float At(std::size_t source, std::size_t target) const {
    return source < sources_ && target < targets_ ? values_[source * targets_ + target] : 0.0F;
  }
  [[nodiscard]] std::size_t sources() const { return sources_; }
  [[nodiscard]] std::size_t targets() const { return targets_; }

 private:
  std::size_t sources_ = 0;
  std::size_t targets_ = 0;
  std::vector<float> values_;
};

// What surrounds a cell of a grid of probabilities. Before and after mean in both texts.
struct Surroundings {
  float rival = 0.0F;        // greatest of its row and column, itself left out
  float rivals = 0.0F;       // the smaller of the greatest of its row and of its column
  float far_rival = 0.0F;    // as `rival`, next-door cells left out too
  float before = 0.0F;       // the cell one before
  float after = 0.0F;        // the cell one after
  float wide_before = 0.0F;  // greatest of the cells before, at most two away in one text
  float wide_after = 0.0F;
  float crossed = 0.0F;  // greatest of the cells before in one text and after in the other
  float beside = 0.0F;   // greatest of the next-door cells of its row and column
};

class SurroundingsFinder {
 public:
  explicit SurroundingsFinder(const CellGrid& grid);
  [[nodiscard]] Surroundings Of(std::size_t source, std::size_t target) const;

 private:
  struct Best {
    float first = 0.0F;
    float second = 0.0F;
    std::size_t at = 0;
    void See(float value, std::size_t position);
    [[nodiscard]] float Without(std::size_t position) const {
      return position == at ? second : first;
    }
  };
  [[nodiscard]] float FarRival(std::size_t source, std::size_t target) const;

  const CellGrid& grid_;
  std::vector<Best> rows_;
  std::vector<Best> columns_;
};

// The candidates of the pair that `posteriors` last ran on: every cell that one of the two
// directions gives a hundredth at least. By source, then target.
[[nodiscard]] std::vector<LinkCandidate> FindCandidates(const ParallelText& text, std::size_t pair,
                                                        const PairPosteriors& posteriors,
                                                        const WordFacts& facts);

}  // namespace calque::internal
