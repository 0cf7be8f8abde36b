// Findings: where the target departs from its source.
#pragma once

#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

struct FidelityOptions {
  float threshold = 0.5F;  // findings of lower probability are left out
};

// Expects everything else of the bitext to be filled. In order of the source text.
[[nodiscard]] std::vector<Finding> FindDepartures(const Bitext& bitext,
                                                  const FidelityOptions& options);

}  // namespace calque::internal
