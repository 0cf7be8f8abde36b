#include "align/read/json_parts.h"

#include <limits>

#include "calque/error.h"

namespace calque::internal {

std::string NameOf(const Json& value) {
  return value.is_number() ? DumpJson(value) : value.type_name();
}

std::uint32_t ReadIndex(const Json& value, const Location& location) {
  if (!value.is_number_unsigned() ||
      value.get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max()) {
    Refuse(location, "an index is expected, not " + NameOf(value));
  }
  return value.get<std::uint32_t>();
}

float ReadFloat(const Json& value, const Location& location) {
  if (!value.is_number()) {
    Refuse(location, "a score is expected, not " + NameOf(value));
  }
  const auto number = value.get<double>();
  if (!(number >= -std::numeric_limits<float>::max() &&
        number <= std::numeric_limits<float>::max())) {
    Refuse(location, "a score that is out of range: " + NameOf(value));
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
