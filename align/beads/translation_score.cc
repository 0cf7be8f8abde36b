#include "align/beads/translation_score.h"

#include <algorithm>
#include <cmath>

#include "align/base/log_math.h"

namespace calque::internal {

double TranslationProbability(double log_ratio, std::size_t words, const Calibration& calibration) {
  const double evidence = log_ratio / std::sqrt(std::max(1.0, static_cast<double>(words)));
  return Logistic(calibration.slope * (evidence - calibration.middle));
}

}  // namespace calque::internal
