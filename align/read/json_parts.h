// Parts of JSON forms that several readers share.
#pragma once

#include <string_view>
#include <vector>

#include "align/io/json.h"
#include "align/read/unit_assembler.h"

namespace calque::internal {

// The inverse of WriteCreditJson(). Throws Error{kBadInput} at `location` where a role is unknown
// or a member has the wrong type.
[[nodiscard]] std::vector<Credit> ReadCreditsJson(const Json& list, const Location& location);

// The inverse of WriteUnitJson(), around two texts. Throws as above.
[[nodiscard]] HeadedUnit ReadUnitJson(const Json& object, std::string_view source_text,
                                      std::string_view target_text, const Location& location);

}  // namespace calque::internal
