// calque learn --entities: a tagger of names from tagged text.
#pragma once

#include "align/io/file.h"
#include "tools/calque/arguments.h"

namespace calque::tools {

// Reads the operands and completes `file`.
void LearnEntities(const Arguments& arguments, internal::OutputFile* file);

}  // namespace calque::tools
