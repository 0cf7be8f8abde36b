#include "align/read/foreign_content.h"

#include <algorithm>
#include <utility>

#include "align/base/printable.h"
#include "align/read/root_element.h"

namespace calque::internal {
namespace {

// What stands behind white space, and behind a byte-order mark.
std::string_view Front(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  return head;
}

bool Has(std::string_view text, std::string_view what) {
  return text.find(what) != std::string_view::npos;
}

}  // namespace

std::string_view BitextKindOf(std::string_view head) {
  constexpr std::pair<std::string_view, std::string_view> kRoots[] = {
      {"tmx", "TMX"},      {"xliff", "XLIFF"}, {"cesAlign", "XCES"},
      {"linkGrp", "XCES"}, {"TEI", "TEI"},     {"teiCorpus", "TEI"}};
  const std::string_view name = RootElement(head);
  for (const auto& [root, kind] : kRoots) {
    if (name == root) return kind;
  }
  const std::string_view front = Front(head);
  if (front.starts_with('{') && Has(front, "\"calque/bitext/")) return "calque's JSONL";
  return {};
}

std::string MarkupKindOf(std::string_view head) {
  const std::string_view front = Front(head);
  const std::string root(RootElement(head));
  if (front.starts_with("<?xml"))
    return "XML" + (root.empty() ? "" : " (<" + Printable(root) + ">)");
  // Prose may begin with a bracket.
  std::string_view attributes;
  (void)RootElement(head, &attributes);
  if (!root.empty() && (Has(attributes, "xmlns") || Has(head, "</" + root + ">"))) {
    return "XML (<" + Printable(root) + ">)";
  }
  const std::string_view inside = front.empty() ? front : Front(front.substr(1));
  const bool object = front.starts_with('{') && inside.starts_with('"') && Has(inside, "\":");
  const bool array = front.starts_with('[') && inside.starts_with('{') && Has(inside, "\"");
  return object || array ? "JSON" : "";
}

}  // namespace calque::internal
