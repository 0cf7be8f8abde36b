// How well the lengths of the two sides of a bead agree (after Gale & Church 1993).
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace calque::internal {

// log p(both lengths | bead) − log p(both lengths by chance). Sentences alone are
// gamma-distributed, which makes their sums gamma too; the difference within a bead is normal with
// a variance that grows with the length. Symmetric under swapping sides.
class LengthModel {
 public:
  static constexpr std::uint32_t kMaxSize = 8;  // longest overlap

  // Lengths of all sentences of the two sides. `variance` is that of a bead's difference by code
  // point of its mean length.
  LengthModel(std::span<const float> source, std::span<const float> target, double variance);

  // The length of an overlap, a sum over its sentences, and what need be worked out but once.
  struct Overlap {
    double length = 0.0;
    double log_chance = 0.0;  // log p(length by chance)
  };
  [[nodiscard]] Overlap SourceOverlap(double length, std::uint32_t size) const;
  [[nodiscard]] Overlap TargetOverlap(double length, std::uint32_t size) const;

  [[nodiscard]] double Score(const Overlap& source, const Overlap& target) const;

  // Difference on the common scale, squared, by code point: what `variance` is the mean of.
  [[nodiscard]] double SquaredDifference(double source, double target) const;
  // Target code points for one of the source.
  [[nodiscard]] double ratio() const { return scale_ * scale_; }
  void SetRatio(double ratio);
  void SetVariance(double variance) { variance_ = variance; }

 private:
  struct Gamma {
    double shape = 1.0;
    double scale = 1.0;
    std::array<double, kMaxSize + 1> log_norm = {};  // by number of sentences summed

    static Gamma Fit(std::span<const float> lengths);
    [[nodiscard]] double LogDensity(double length, std::uint32_t size) const;
  };

  Gamma source_;
  Gamma target_;
  double scale_ = 1.0;  // square root of the ratio
  double variance_ = 1.0;
};

}  // namespace calque::internal
