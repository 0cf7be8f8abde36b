// The checks, one a file; checks.cc lists them.
#pragma once

#include "align/fidelity/check.h"

namespace calque::internal {

extern const Check kNegationCheck;

}  // namespace calque::internal
