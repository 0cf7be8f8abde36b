#include "align/io/xml_entities.h"

#include <libxml/HTMLparser.h>

#include <charconv>

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

std::optional<std::string> NumberedCharacter(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const auto parsed =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size() || value == 0 ||
      value > 0x10FFFF || surrogate) {
    return std::nullopt;
  }
  std::string character;
  AppendUtf8(value, &character);
  return character;
}

}  // namespace

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

std::string WithoutReferences(std::string_view text) {
  static const XmlEntities entities;
  constexpr std::size_t kLongestName = 12;
  constexpr std::size_t kLongest = 32;  // bytes of a reference, numbers with leading zeros included
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find('&', at), text.size());
    out += text.substr(at, begin - at);
    at = begin;
    if (at == text.size()) break;
    const std::string_view ahead = text.substr(at + 1, kLongest);
    const std::size_t end = ahead.find(';');
    const std::string_view name = end == std::string_view::npos ? "" : ahead.substr(0, end);
    std::optional<std::string> character;
    if (name.starts_with('#')) {
      character = NumberedCharacter(name.substr(1));
    } else if (!name.empty() && name.size() <= kLongestName) {
      character = entities.TextOf(name);
      // `&AMP;`: the older files write all tags and references in capitals.
      if (!character && Upper(name) == name) character = entities.TextOf(Lower(name));
    }
    out += character ? *character : "&";
    at += character ? name.size() + 2 : 1;
  }
  return out;
}

}  // namespace calque::internal
