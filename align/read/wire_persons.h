// What wire formats say of the persons behind a story.
#pragma once

#include <optional>
#include <string_view>

#include "calque/document.h"

namespace calque::internal {

// The role that a code, a word or an address of one ends in: `cpprole:translator`, `x:editor`.
// Nothing where it is not known.
[[nodiscard]] std::optional<CreditRole> RoleOfCode(std::string_view code);

// Whether `name` reads as that of a person: two words or more, no digits, no `@`. Login names and
// desks of one word are none.
[[nodiscard]] bool IsPersonName(std::string_view name);

}  // namespace calque::internal
