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

std::string ScriptJson(const Json& value) {
  constexpr std::string_view kEscape = "\\u003c";
  std::string text = DumpJson(value);
  for (std::size_t at = 0; (at = text.find('<', at)) != std::string::npos; at += kEscape.size()) {
    text.replace(at, 1, kEscape);
  }
  return text;
}

}  // namespace calque::internal
