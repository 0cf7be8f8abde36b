// Comparing BCP 47 language tags.
#pragma once

#include <algorithm>
#include <string_view>

namespace calque::internal {

// Whether `tag` is `wanted` or a narrower form of it, case apart: `fr-CA` is `fr`; `frr` is not.
// Every tag is the empty one.
[[nodiscard]] inline bool IsLanguage(std::string_view tag, std::string_view wanted) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  const auto same = [&](char a, char b) { return lower(a) == lower(b); };
  if (tag.size() < wanted.size()) return false;
  if (!std::equal(wanted.begin(), wanted.end(), tag.begin(), same)) return false;
  return wanted.empty() || tag.size() == wanted.size() || tag[wanted.size()] == '-' ||
         tag[wanted.size()] == '_';
}

}  // namespace calque::internal
