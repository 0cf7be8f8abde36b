// `calque learn --names`: a list of names from an archive of bitexts.
#pragma once

#include "align/io/file.h"
#include "tools/calque/arguments.h"

namespace calque::tools {

// Reads the operands and completes `file`.
void LearnNames(const Arguments& arguments, internal::OutputFile* file);

}  // namespace calque::tools
