// JSON: the one translation point of nlohmann's exceptions. Not included by any public header.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "calque/error.h"

namespace calque::internal {

using Json = nlohmann::ordered_json;

// No form of the trade nests deeper.
inline constexpr std::size_t kJsonDepthLimit = 512;
// How deep the lists and objects of `text` are nested, right for JSON.
[[nodiscard]] std::size_t JsonDepth(std::string_view text);

// Throws Error{kBadInput} at `location` (line and column counted from there) where `text` is not
// JSON, or is nested deeper than kJsonDepthLimit.
[[nodiscard]] Json ParseJson(std::string_view text, const Location& location);

// One line, no blanks, UTF-8 kept as it is. Precondition: every string in it is valid UTF-8.
[[nodiscard]] std::string DumpJson(const Json& value);

// The same, fit to stand inside an HTML `<script>` element: every `<` is escaped.
[[nodiscard]] std::string ScriptJson(const Json& value);

// Throws Error{kBadInput} at `location`, saying in our words what the library's exception says.
[[noreturn]] void RefuseJson(const Location& location, const nlohmann::json::exception& error);

// Runs `read` and turns a missing key or a wrong type into Error{kBadInput} at `location`.
template <typename Function>
auto ReadJson(const Location& location, Function read) {
  try {
    return read();
  } catch (const nlohmann::json::exception& error) {
    RefuseJson(location, error);
  }
}

}  // namespace calque::internal
