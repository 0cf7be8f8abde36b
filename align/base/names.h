// Enumerators and the stable names they carry in files, kept in one table a type.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace calque::internal {

template <typename Enum>
using NameEntry = std::pair<Enum, std::string_view>;

template <typename Enum, std::size_t n>
constexpr std::string_view NameOf(const NameEntry<Enum> (&table)[n], Enum value) {
  for (const auto& [key, name] : table) {
    if (key == value) return name;
  }
  return {};
}

template <typename Enum, std::size_t n>
constexpr std::optional<Enum> ValueOf(const NameEntry<Enum> (&table)[n], std::string_view name) {
  for (const auto& [key, entry] : table) {
    if (entry == name) return key;
  }
  return std::nullopt;
}

}  // namespace calque::internal
