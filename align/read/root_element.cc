#include "align/read/root_element.h"

#include <algorithm>

namespace calque::internal {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

// `text` behind the first `end`; empty where there is none.
std::string_view Behind(std::string_view text, std::string_view end) {
  const std::size_t at = text.find(end);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + end.size());
}

// Behind a DOCTYPE, whose internal subset may hold `>`.
std::string_view BehindDoctype(std::string_view text) {
  const std::size_t bracket = text.find('[');
  if (bracket < text.find('>')) text = Behind(text.substr(bracket), "]");
  return Behind(text, ">");
}

}  // namespace

std::string_view RootElement(std::string_view head, std::string_view* attributes) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  for (;;) {
    head.remove_prefix(std::min(head.find_first_not_of(kSpace), head.size()));
    if (head.starts_with("<?")) {
      head = Behind(head, "?>");
    } else if (head.starts_with("<!--")) {
      head = Behind(head, "-->");
    } else if (head.starts_with("<!DOCTYPE") || head.starts_with("<!doctype")) {
      head = BehindDoctype(head);
    } else {
      break;
    }
  }
  if (!head.starts_with('<')) return {};
  head.remove_prefix(1);
  const std::size_t end = head.find_first_of(" \t\r\n/>");
  std::string_view name = head.substr(0, end);
  if (attributes != nullptr) {
    *attributes = end == std::string_view::npos ? "" : head.substr(end, head.find('>') - end);
  }
  return name.substr(name.find(':') + 1);
}

}  // namespace calque::internal
