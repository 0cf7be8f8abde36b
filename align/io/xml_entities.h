// Named characters of XML: the only entities that are ever expanded.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace calque::internal {

class XmlEntities {
 public:
  // An entity of the document's own DTD. Kept only where `text` is short and plain: without markup
  // or references of its own, so that no text grows by more than kTextLimit bytes a name.
  void Declare(std::string_view name, std::string_view text);

  // The text of a declared entity or of a character that HTML 4 names; nothing for any other.
  [[nodiscard]] std::optional<std::string> TextOf(std::string_view name) const;

  static constexpr std::size_t kTextLimit = 64;

 private:
  std::map<std::string, std::string, std::less<>> declared_;
};

// `text` with the characters that `&amp;`, `&#233;`, `&eacute;` and, as old files have it, `&AMP;`
// stand for; what is no reference stays.
[[nodiscard]] std::string WithoutReferences(std::string_view text);

}  // namespace calque::internal
