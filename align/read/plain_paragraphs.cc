#include "align/read/plain_paragraphs.h"

#include <algorithm>
#include <string>
#include <vector>

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

std::size_t IndentOf(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

// The indent of the lines that go on with a paragraph: the least of all lines.
std::size_t MarginOf(std::string_view text) {
  std::size_t margin = text.size();
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find_first_of("\n\r"));
    if (!TrimSpace(line).empty()) margin = std::min(margin, IndentOf(line));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return margin;
}

}  // namespace

void AddPlainParagraphs(std::string_view text, DispatchBuilder* builder) {
  std::string paragraph;
  std::vector<std::string> lines;
  bool gap = false;
  const std::size_t margin = MarginOf(text);
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\n\r");
    const std::string_view whole = text.substr(0, end);
    const std::string_view line = TrimSpace(whole);
    const bool indented = !line.empty() && IndentOf(whole) > margin;
    if (indented && !lines.empty() && !lines.back().empty()) {
      lines.emplace_back();
      gap = true;
    }
    std::size_t next = end == std::string_view::npos ? text.size() : end + 1;
    if (end != std::string_view::npos && text[end] == '\r' && text.substr(next).starts_with('\n')) {
      ++next;
    }
    text.remove_prefix(next);
    if (line.empty() && !lines.empty() && !lines.back().empty() && !text.empty()) {
      lines.emplace_back();
      gap = true;
    } else if (!line.empty()) {
      lines.emplace_back(line);
    }
  }
  for (const std::string& line : lines) {
    if (!gap || line.empty()) {
      builder->AddParagraph(gap ? paragraph : line);
      paragraph.clear();
    } else {
      paragraph += (paragraph.empty() ? "" : " ") + line;
    }
  }
  builder->AddParagraph(paragraph);
}

}  // namespace calque::internal
