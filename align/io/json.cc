#include "align/io/json.h"

#include <algorithm>

namespace calque::internal {

std::size_t JsonDepth(std::string_view text) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      deepest = std::max(deepest, ++depth);
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

Json ParseJson(std::string_view text, const Location& location) {
  if (JsonDepth(text) > kJsonDepthLimit) {
    throw Error(ErrorCode::kBadInput, location,
                "JSON is nested deeper than " + std::to_string(kJsonDepthLimit) +
                    " levels; this is no document of a known format");
  }
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
