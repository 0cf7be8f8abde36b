// Lines of files into their fields.
#pragma once

#include <string_view>
#include <vector>

namespace calque::internal {

// The parts of `text` between separators: one more than there are separators, any of them empty.
[[nodiscard]] inline std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace calque::internal
