#include "align/archive/lines_document.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "align/base/printable.h"
#include "align/base/utf8.h"

namespace calque::internal {

Document DocumentOfLines(std::string text, const std::string& id) {
  Document document;
  document.id = Printable(id);
  document.text = std::move(text);
  const std::string_view all = document.text;
  std::size_t begin = 0;
  while (begin < all.size()) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const std::string_view line = TrimSpace(all.substr(begin, end - begin));
    const auto at = static_cast<std::uint32_t>(line.data() - all.data());
    document.sentences.push_back(
        {{at, at + static_cast<std::uint32_t>(line.size())}, /*tokens=*/{}, /*confidence=*/1.0F});
    begin = end + 1;
  }
  if (document.sentences.empty()) return document;
  const auto count = static_cast<std::uint32_t>(document.sentences.size());
  document.paragraphs.push_back(
      {document.SpanOf({0, count}), /*sentences=*/{0, count}, ParagraphKind::kBody});
  return document;
}

}  // namespace calque::internal
