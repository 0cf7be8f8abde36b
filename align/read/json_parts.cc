#include "align/read/json_parts.h"

#include <limits>

#include "calque/error.h"

namespace calque::internal {

float ReadFloat(const Json& value, const Location& location) {
  if (!value.is_number()) {
    throw Error(ErrorCode::kBadInput, location,
                std::string("a score is expected, not ") + value.type_name());
  }
  const auto number = value.get<double>();
  if (!(number >= -std::numeric_limits<float>::max() &&
        number <= std::numeric_limits<float>::max())) {
    throw Error(ErrorCode::kBadInput, location, "a score that is out of range: " + value.dump());
  }
  return static_cast<float>(number);
}

float ReadFloat(const Json& object, const char* key, float otherwise, const Location& location) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? otherwise : ReadFloat(*found, location);
}

std::string ReadString(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? std::string() : found->get<std::string>();
}

}  // namespace calque::internal
