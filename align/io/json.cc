#include "align/io/json.h"

#include <algorithm>

namespace calque::internal {

namespace {

// `byte` counts from 1, as nlohmann does: the last one that was read.
[[noreturn]] void RefuseSyntax(std::string_view text, std::size_t byte, const Location& location) {
  Location place = location;
  const std::string_view before = text.substr(0, std::min(byte == 0 ? 0 : byte - 1, text.size()));
  const std::size_t line_begin = before.rfind('\n') + 1;  // 0 where there is no line end
  place.line = std::max<std::uint64_t>(location.line, 1) +
               static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
  // Of a text that stands somewhere in a line, the columns of that line are known where its own is.
  const bool is_first = line_begin == 0;
  const std::size_t ahead = is_first && location.column != 0 ? location.column - 1 : 0;
  const bool is_known = !is_first || location.line == 0 || location.column != 0;
  place.column = is_known ? ahead + before.size() - line_begin + 1 : 0;
  throw Error(ErrorCode::kBadInput, place,
              before.size() == text.size() ? "is not valid JSON: it breaks off"
                                           : "is not valid JSON from here on");
}

// The part of a message of nlohmann's behind `mark`, up to `end`; empty where it is another one.
std::string_view Behind(std::string_view message, std::string_view mark, std::string_view end) {
  const std::size_t at = message.find(mark);
  if (at == std::string_view::npos) return {};
  message.remove_prefix(at + mark.size());
  return message.substr(0, message.find(end));
}

}  // namespace

void RefuseJson(const Location& location, const nlohmann::json::exception& error) {
  const std::string_view message = error.what();
  std::string said = "is not the JSON that is expected here";
  if (const std::string_view key = Behind(message, "key '", "' not found"); !key.empty()) {
    said = "lacks the key \"" + std::string(key) + "\"";
  } else if (const std::string_view type = Behind(message, "type must be ", ", but is");
             !type.empty()) {
    said = "has a value of type " + std::string(Behind(message, ", but is ", "\n")) + " where " +
           std::string(type) + " is expected";
  } else if (const std::string_view other = Behind(message, "cannot use at() with ", "\n");
             !other.empty()) {
    said = "has a value of type " + std::string(other) + " where an object or list is expected";
  } else if (message.find("array index") != std::string_view::npos) {
    said = "has a list that is too short";
  } else if (message.find("number overflow") != std::string_view::npos) {
    said = "has a number that is too large";
  }
  throw Error(ErrorCode::kBadInput, location, said);
}

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
    RefuseSyntax(text, error.byte, location);
  } catch (const nlohmann::json::exception& error) {
    RefuseJson(location, error);
  }
}

std::string DumpJson(const Json& value) {
  try {
    return value.dump();
  } catch (const nlohmann::json::exception& error) {
    // A precondition that was broken: the message is for those who mend it.
    throw Error(ErrorCode::kInternal, std::string("cannot write JSON: ") + error.what());
  }
}

std::string ScriptJson(const Json& value) {
  const std::string text = DumpJson(value);
  std::string script;
  script.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('<', at), text.size());
    script.append(text, at, end - at);
    if (end < text.size()) script += "\\u003c";
    at = end + 1;
  }
  return script;
}

}  // namespace calque::internal
