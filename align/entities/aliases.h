// One entity under several names inside one document: short forms and acronyms.
#pragma once

#include <string_view>
#include <vector>

#include "align/entities/gazetteer.h"
#include "calque/bitext.h"
#include "calque/document.h"

namespace calque::internal {

// Gives short forms (`Hu`, `Helmreich`) the key and kind of the one longer name of the text that
// ends or, for an organisation, begins with them, and acronyms in brackets behind a name (or a name
// in brackets behind its acronym) the key of that name. An acronym that lists know for several
// entities is of the one that the text spells out, if it does. `mentions` in text order.
void ResolveAliases(const Document& document, const Gazetteer& gazetteer,
                    std::vector<Mention>* mentions);

// Whether `acronym` is made of the initials of `expansion`, small words skipped: `AWS`.
[[nodiscard]] bool IsAcronymOf(std::string_view acronym, std::string_view expansion);

}  // namespace calque::internal
