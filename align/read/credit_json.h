// Credits in JSON, as the master form and the files beside a corpus hold them.
#pragma once

#include "align/io/json.h"
#include "calque/document.h"

namespace calque::internal {

// The inverse of WriteCreditJson(). Throws Error{kBadInput} at `location` where a role is unknown
// or a member has the wrong type.
[[nodiscard]] std::vector<Credit> ReadCreditsJson(const Json& list, const Location& location);

}  // namespace calque::internal
