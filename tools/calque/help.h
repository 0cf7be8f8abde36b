// What --help shows, 80 columns wide, made from the option tables.
#pragma once

#include <string>

#include "tools/calque/verb.h"

namespace calque::tools {

[[nodiscard]] std::string CommandHelp();
[[nodiscard]] std::string VerbHelp(const Verb& verb);

}  // namespace calque::tools
