// File names and the suffixes that name a format.
#pragma once

#include <algorithm>
#include <string_view>

namespace calque::internal {

// `out.tmx` of `corpora/out.tmx`.
[[nodiscard]] constexpr std::string_view FileNameOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// The longest of `suffixes`, separated by blanks, that `file_name` ends in and does not consist of;
// empty where there is none.
[[nodiscard]] constexpr std::string_view SuffixOf(std::string_view file_name,
                                                  std::string_view suffixes) {
  std::string_view best;
  while (!suffixes.empty()) {
    const std::string_view suffix = suffixes.substr(0, suffixes.find(' '));
    suffixes.remove_prefix(suffix.size() < suffixes.size() ? suffix.size() + 1 : suffix.size());
    const bool fits = file_name.size() > suffix.size() && file_name.ends_with(suffix);
    if (fits && suffix.size() > best.size()) best = suffix;
  }
  return best;
}

// Whether one of `suffixes`, separated by blanks, is `name` behind a point.
[[nodiscard]] constexpr bool IsSuffixOf(std::string_view name, std::string_view suffixes) {
  while (!suffixes.empty()) {
    const std::string_view suffix = suffixes.substr(0, suffixes.find(' '));
    if (suffix.starts_with('.') && suffix.substr(1) == name) return true;
    suffixes.remove_prefix(std::min(suffix.size() + 1, suffixes.size()));
  }
  return false;
}

// The entry of a table of formats (members `name` and `suffixes`) whose suffix fits best, or null.
template <typename Table>
[[nodiscard]] constexpr auto* FindBySuffix(const Table& table, std::string_view file_name) {
  const typename Table::value_type* best = nullptr;
  std::size_t best_size = 0;
  for (const auto& format : table) {
    const std::size_t size = SuffixOf(file_name, format.suffixes).size();
    if (size <= best_size) continue;
    best = &format;
    best_size = size;
  }
  return best;
}

// The entry that is called `name`, or one of whose suffixes is `.name`; null where there is none.
template <typename Table>
[[nodiscard]] constexpr auto* FindByName(const Table& table, std::string_view name) {
  const typename Table::value_type* found = nullptr;
  for (const auto& format : table) {
    if (format.name == name) return &format;
    if constexpr (requires { format.suffixes; }) {
      if (found == nullptr && IsSuffixOf(name, format.suffixes)) found = &format;
    }
  }
  return found;
}

}  // namespace calque::internal
