// Findings: where the target departs from its source.
//
// Each check (one file, listed in checks.cc) looks at aligned groups, then at their neighbours
// and the document, and appends candidates with features; one calibration step gives each its
// probability; findings that another finding explains are left out.
#pragma once

#include <vector>

#include "align/fidelity/check.h"
#include "align/fidelity/context.h"
#include "calque/bitext.h"

namespace calque::internal {

struct FidelityOptions {
  float threshold = 0.5F;  // findings of lower probability are left out
  FidelityScope scope = FidelityScope::kDocument;
};

// Expects everything else of the bitext to be filled. In order of the source text. A finding less
// likely than not is a doubt: its severity is minor whatever its category.
[[nodiscard]] std::vector<Finding> FindDepartures(const Bitext& bitext,
                                                  const FidelityContext& context,
                                                  const FidelityOptions& options);

}  // namespace calque::internal
