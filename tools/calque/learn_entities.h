// calque learn --entities: a tagger of names from tagged text.
#pragma once

#include "tools/calque/arguments.h"

namespace calque::tools {

// Reads the operands, writes --output.
void LearnEntities(const Arguments& arguments);

}  // namespace calque::tools
