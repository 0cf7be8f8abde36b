// Parts of JSON forms that several readers share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/io/json.h"
#include "align/read/unit_assembler.h"
#include "align/read/unit_json.h"

namespace calque::internal {

[[noreturn]] inline void Refuse(const Location& location, const std::string& message) {
  throw Error(ErrorCode::kBadInput, location, message);
}

// What messages call it: a number, or the type of anything else, which may be long.
[[nodiscard]] std::string NameOf(const Json& value);

// A score, or `otherwise` where the object has none, or null, under `key`. Throws Error{kBadInput}
// at `location` where it is no number or one that no float holds.
[[nodiscard]] float ReadFloat(const Json& value, const Location& location);
[[nodiscard]] float ReadFloat(const Json& object, const char* key, float otherwise,
                              const Location& location);

// An index or a byte offset. Throws Error{kBadInput} where it is no number that 32 bits hold.
[[nodiscard]] std::uint32_t ReadIndex(const Json& value, const Location& location);

// `[begin,end]`, which may be out of any range, or end before it begins. Throws as above.
template <typename Range>
[[nodiscard]] Range ReadRange(const Json& pair, const Location& location) {
  if (!pair.is_array() || pair.size() != 2) {
    Refuse(location, "[begin,end] is expected, not " + NameOf(pair));
  }
  return {ReadIndex(pair[0], location), ReadIndex(pair[1], location)};
}

// Empty where there is none.
[[nodiscard]] std::string ReadString(const Json& object, const char* key);

// The inverse of WriteCreditJson(). Throws Error{kBadInput} at `location` where a role is unknown
// or a member has the wrong type.
[[nodiscard]] std::vector<Credit> ReadCreditsJson(const Json& list, const Location& location);

// That of unit_json.h, of JSON that is parsed.
[[nodiscard]] HeadedUnit ReadUnitJson(const Json& object, const TextIn& source,
                                      const TextIn& target, const Location& location);

}  // namespace calque::internal
