// Scores as exporters write them.
#pragma once

#include <string>

#include "align/io/number_text.h"

namespace calque::internal {

// Empty where none is known: what no aligner scored is no bad translation.
[[nodiscard]] inline bool IsScored(float score) { return score != 0.0F; }
[[nodiscard]] inline std::string ScoreText(float score) {
  return IsScored(score) ? FloatText(score) : std::string();
}

}  // namespace calque::internal
