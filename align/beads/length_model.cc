#include "align/beads/length_model.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace calque::internal {
namespace {

// std::lgamma writes the sign to a global, and several threads align at once.
double LogGamma(double x) {
  int sign = 0;
  return lgamma_r(x, &sign);
}

constexpr double kLeastLength = 1.0;  // of an empty sentence, to keep logarithms finite
constexpr double kLengthNoise = 3.0;  // code points by which the shortest beads may differ

double Sum(std::span<const float> lengths) {
  double sum = 0.0;
  for (const float length : lengths) sum += length;
  return sum;
}

}  // namespace

LengthModel::Gamma LengthModel::Gamma::Fit(std::span<const float> lengths) {
  Gamma gamma;
  const double count = std::max<double>(1.0, static_cast<double>(lengths.size()));
  const double mean = std::max(kLeastLength, Sum(lengths) / count);
  double squares = 0.0;
  for (const float length : lengths) squares += (length - mean) * (length - mean);
  // Half the mean is the deviation of much text; it steadies the estimate of a short one.
  constexpr double kPriorCount = 10.0;
  const double prior = 0.36 * mean * mean;
  const double variance = (squares + kPriorCount * prior) / (count + kPriorCount);
  gamma.shape = mean * mean / variance;
  gamma.scale = variance / mean;
  for (std::uint32_t size = 1; size <= kMaxSize; ++size) {
    const double shape = gamma.shape * size;
    gamma.log_norm[size] = -LogGamma(shape) - shape * std::log(gamma.scale);
  }
  return gamma;
}

double LengthModel::Gamma::LogDensity(double length, std::uint32_t size) const {
  return log_norm[size] + (shape * size - 1.0) * std::log(length) - length / scale;
}

LengthModel::LengthModel(std::span<const float> source, std::span<const float> target,
                         double variance)
    : source_(Gamma::Fit(source)), target_(Gamma::Fit(target)), variance_(variance) {
  SetRatio(std::max(kLeastLength, Sum(target)) / std::max(kLeastLength, Sum(source)));
}

void LengthModel::SetRatio(double ratio) { scale_ = std::sqrt(ratio); }

double LengthModel::SquaredDifference(double source, double target) const {
  const double u = source * scale_;
  const double w = target / scale_;
  return (w - u) * (w - u) / ((u + w) / 2.0 + kLengthNoise);
}

LengthModel::Overlap LengthModel::SourceOverlap(double length, std::uint32_t size) const {
  return {length, source_.LogDensity(std::max(length, kLeastLength), size)};
}

LengthModel::Overlap LengthModel::TargetOverlap(double length, std::uint32_t size) const {
  return {length, target_.LogDensity(std::max(length, kLeastLength), size)};
}

double LengthModel::Score(const Overlap& source, const Overlap& target) const {
  const double u = std::max(source.length, kLeastLength);
  const double w = std::max(target.length, kLeastLength);
  const double mean = (u * scale_ + w / scale_) / 2.0 + kLengthNoise;
  const double given = -0.5 * SquaredDifference(u, w) / variance_ -
                       0.5 * std::log(2.0 * std::numbers::pi * variance_ * mean);
  // The density of the pair is given(w | u) · p(u), or given(u | w) · p(w): take the mean of both.
  // On the common scale p(u) and p(w) change by factors that cancel.
  return given - (source.log_chance + target.log_chance) / 2.0;
}

}  // namespace calque::internal
