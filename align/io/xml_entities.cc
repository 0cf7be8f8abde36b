#include "align/io/xml_entities.h"

#include <libxml/HTMLparser.h>

#include "align/base/utf8.h"

namespace calque::internal {

void XmlEntities::Declare(std::string_view name, std::string_view text) {
  if (text.size() > kTextLimit || text.find_first_of("&<%") != std::string_view::npos) return;
  declared_.emplace(name, text);
}

std::optional<std::string> XmlEntities::TextOf(std::string_view name) const {
  if (const auto found = declared_.find(name); found != declared_.end()) return found->second;
  const std::string terminated(name);
  const htmlEntityDesc* html =
      htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
  if (html == nullptr) return std::nullopt;
  std::string text;
  AppendUtf8(static_cast<char32_t>(html->value), &text);
  return text;
}

}  // namespace calque::internal
