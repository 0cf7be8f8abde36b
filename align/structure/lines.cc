#include "align/structure/lines.h"

#include <array>

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

enum class Break : std::uint8_t { kNone, kLine, kPage, kLead };

// What a byte may begin: a line end, a page end, or a multi-byte line end (NEL C2 85, LS and PS
// E2 80 A8/A9).
constexpr std::array<Break, 256> MakeBreaks() {
  std::array<Break, 256> table{};
  table['\n'] = table['\r'] = table['\v'] = Break::kLine;
  table['\f'] = Break::kPage;
  table[0xC2] = table[0xE2] = Break::kLead;
  return table;
}
constexpr std::array<Break, 256> kBreaks = MakeBreaks();

std::uint32_t WideBreak(std::string_view rest) {
  if (rest.starts_with("\xC2\x85")) return 2;
  if (rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9")) return 3;
  return 0;
}

struct LineEnd {
  std::uint32_t at;    // first byte of the line end
  std::uint32_t next;  // first byte of the next line
  bool page;
};

LineEnd FindLineEnd(std::string_view text, std::uint32_t at, std::uint32_t end) {
  for (; at < end; ++at) {
    const Break kind = kBreaks[static_cast<unsigned char>(text[at])];
    if (kind == Break::kNone) continue;
    if (kind == Break::kLead) {
      const std::uint32_t size = WideBreak(text.substr(at, end - at));
      if (size > 0) return {at, at + size, false};
      continue;
    }
    const bool pair = text[at] == '\r' && at + 1 < end && text[at + 1] == '\n';
    return {at, at + (pair ? 2 : 1), kind == Break::kPage};
  }
  return {end, end, false};
}

}  // namespace

std::vector<Line> SplitLines(std::string_view text, ByteSpan part) {
  std::vector<Line> lines;
  bool gap = true;
  for (std::uint32_t at = part.begin; at < part.end;) {
    const LineEnd end = FindLineEnd(text, at, part.end);
    const std::string_view whole = text.substr(at, end.at - at);
    const std::string_view inner = TrimSpace(whole);
    if (inner.empty()) {
      gap = true;
    } else {
      const auto begin = static_cast<std::uint32_t>(inner.data() - text.data());
      Line line;
      line.span = {begin, begin + static_cast<std::uint32_t>(inner.size())};
      line.indent = static_cast<std::uint32_t>(CodePointCount(text.substr(at, begin - at)));
      line.width = static_cast<std::uint32_t>(CodePointCount(inner));
      line.gap_before = gap;
      lines.push_back(line);
      gap = false;
    }
    gap = gap || end.page;
    at = end.next;
  }
  return lines;
}

}  // namespace calque::internal
