// `calque learn --names`: a list of names from an archive of bitexts.
#pragma once

#include "tools/calque/arguments.h"

namespace calque::tools {

// Reads the operands, writes --output.
void LearnNames(const Arguments& arguments);

}  // namespace calque::tools
