// Documents that were split by somebody else: a sentence a line.
#pragma once

#include <string>

#include "calque/document.h"

namespace calque::internal {

// One paragraph, a sentence a line; white space at both ends of a line stays outside its sentence.
// An empty line is an empty sentence, so that sentence i is line i + 1. Tokens stay empty.
[[nodiscard]] Document DocumentOfLines(std::string text, const std::string& id);

}  // namespace calque::internal
