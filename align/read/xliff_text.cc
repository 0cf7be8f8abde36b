#include "align/read/xliff_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "align/base/ascii.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

// Inline elements with text of the document in them; the text in all others is code.
constexpr std::array<std::string_view, 5> kTransparent = {"g", "mrk", "pc", "sub", "hi"};

bool IsTransparent(std::string_view name) {
  return std::find(kTransparent.begin(), kTransparent.end(), name) != kTransparent.end();
}

// The character of `<cp hex="…"/>`.
std::string CharacterOf(std::string_view hex) {
  char32_t value = 0;
  for (const char c : hex) {
    const std::size_t digit = std::string_view("0123456789abcdef").find(AsciiLower(c));
    if (digit == std::string_view::npos || value > 0x10FFFF) {
      value = kReplacementCharacter;
      break;
    }
    value = value * 16 + static_cast<char32_t>(digit);
  }
  std::string character;
  AppendUtf8(value, &character);
  return character;
}

}  // namespace

XliffText ReadXliffText(XmlReader& xml, const std::function<void()>& left_out) {
  using Event = XmlReader::Event;
  XliffText read;
  std::uint32_t open = 0;  // depth of the segment that the place is in
  const auto add = [&](std::string_view more) {
    read.text += more;
    if (open > 0) read.segments.back().text += more;
  };
  xml.ForEachInside([&](Event event) {
    if (event == Event::kText) add(xml.text());
    if (event == Event::kEnd && xml.depth() == open) open = 0;
    if (event != Event::kStart) return;
    if (xml.name() == "cp") {
      add(CharacterOf(xml.Attribute("hex")));
    } else if (xml.name() == "mrk" && xml.Attribute("mtype") == "seg" && open == 0) {
      open = xml.depth();
      read.segments.push_back({std::string(xml.Attribute("mid")), {}});
    } else if (!IsTransparent(xml.name())) {
      if (left_out) left_out();
      xml.Skip();
    }
  });
  return read;
}

XliffState XliffStateOf(std::string_view state) {
  const bool is_finished = !state.starts_with("needs-") && state != "new" && state != "initial";
  const bool is_told = state.empty() || state == "translated" || state == "final";
  return {is_finished, is_told || !is_finished,
          state == "final" ? std::optional(true) : std::nullopt};
}

std::vector<XliffTexts> SplitAtXliffSegments(XliffTexts texts) {
  const auto& sources = texts.source_segments;
  const auto& targets = texts.target_segments;
  const bool same =
      std::equal(sources.begin(), sources.end(), targets.begin(), targets.end(),
                 [](const XliffSegment& a, const XliffSegment& b) { return a.id == b.id; });
  std::vector<XliffTexts> parts;
  if (!same || sources.size() < 2) {
    parts.push_back(std::move(texts));
    return parts;
  }
  for (std::size_t i = 0; i < sources.size(); ++i) {
    parts.push_back({sources[i].text, targets[i].text, texts.location, {}, {}, texts.state});
  }
  return parts;
}

}  // namespace calque::internal
