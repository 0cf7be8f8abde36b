// Parts of JSON forms that several readers share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/io/json.h"
#include "align/read/unit_assembler.h"

namespace calque::internal {

// A score, or `otherwise` where the object has none, or null, under `key`. Throws Error{kBadInput}
// at `location` where it is no number or one that no float holds.
[[nodiscard]] float ReadFloat(const Json& value, const Location& location);
[[nodiscard]] float ReadFloat(const Json& object, const char* key, float otherwise,
                              const Location& location);

// Empty where there is none.
[[nodiscard]] std::string ReadString(const Json& object, const char* key);

// The inverse of WriteCreditJson(). Throws Error{kBadInput} at `location` where a role is unknown
// or a member has the wrong type.
[[nodiscard]] std::vector<Credit> ReadCreditsJson(const Json& list, const Location& location);

// The inverse of WriteUnitJson(), around two texts. Throws as above.
[[nodiscard]] HeadedUnit ReadUnitJson(const Json& object, std::string_view source_text,
                                      std::string_view target_text, const Location& location);

}  // namespace calque::internal
