// How many attributes a tag holds. libxml2 compares each with all before it, so that the time for
// one tag grows with the square of their number.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace calque::internal {

// No tag of the trade has a tenth of them; broken quotes can make attributes of a paragraph's
// words.
inline constexpr std::size_t kMostAttributes = 512;

enum class Markup : unsigned char { kHtml, kXml };

struct Tag {
  std::size_t end = 0;  // of its `>`, or the end of the text
  std::size_t attributes = 0;
};

// The start tag that `text` has at `at`, a `<` and the first letter of a name.
[[nodiscard]] Tag ReadTag(std::string_view text, std::size_t at, Markup markup);

// Where the first tag of a page with more than kMostAttributes begins.
[[nodiscard]] std::optional<std::size_t> FindCrowdedTag(std::string_view page);

}  // namespace calque::internal
