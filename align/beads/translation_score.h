// How evidence that two texts translate each other becomes a probability.
#pragma once

#include <cstddef>

namespace calque::internal {

struct Calibration {
  double slope;
  double middle;  // evidence at which a translation is as likely as not
};

// `log_ratio` weighs the words of both texts, so many, against chance and takes them for
// independent, which they are not: it is far too sure of itself. What chance adds up to grows with
// the root of the number of words, so the ratio is measured by that.
[[nodiscard]] double TranslationProbability(double log_ratio, std::size_t words,
                                            const Calibration& calibration);

}  // namespace calque::internal
