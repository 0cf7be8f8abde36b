#include "align/io/json.h"

#include <algorithm>

namespace calque::internal {

Json ParseJson(std::string_view text, const Location& location) {
  try {
    return Json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    Location place = location;
    const std::string_view before = text.substr(0, std::min(error.byte, text.size()));
    place.line = std::max<std::uint64_t>(location.line, 1) +
                 static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
    throw Error(ErrorCode::kBadInput, place, std::string("is not valid JSON: ") + error.what());
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorCode::kBadInput, location, std::string("is not usable JSON: ") + error.what());
  }
}

std::string DumpJson(const Json& value) {
  try {
    return value.dump();
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorCode::kInternal, std::string("cannot write JSON: ") + error.what());
  }
}

}  // namespace calque::internal
