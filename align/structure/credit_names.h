// Names of persons and papers in a line of credits, with the small words that go with them.
#pragma once

#include "align/structure/credit_cursor.h"

namespace calque::internal {

// Takes `the Courier's` before a name as its owner; false where nothing of the kind is next.
bool TakeOwner(CreditCursor* cursor);
// Takes the name that is next, passing over a title and a preposition said again.
bool TakeName(CreditCursor* cursor);
// Passes over the name of the paper that opens a line: `Le Courrier avec AFP`.
bool SkipPaper(CreditCursor* cursor);

}  // namespace calque::internal
