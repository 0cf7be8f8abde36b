// One fault, one finding: of the findings of a bead, those that another one explains are left out.
#pragma once

#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

// `findings` are those of one bead, likely or not. A likely finding explains others: a clause that
// is lost explains the name lost with it, and why the sentence looks free or short; of two accounts
// of the same thing the likelier stands. What explains is at least as likely as what it explains,
// and says so: the probability that something is wrong here does not fall by saying it once.
void LeaveOutExplained(std::vector<Finding>* findings);

}  // namespace calque::internal
