// Marks and brackets in a line of credits: what they part, and what they say of the name before.
#pragma once

#include "align/structure/credit_cursor.h"

namespace calque::internal {

// Takes the mark that is next, a bracket with what is in it; false where a word stands there.
bool TakeMark(CreditCursor* cursor);

}  // namespace calque::internal
