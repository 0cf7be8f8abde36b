// Texts of an XLIFF unit: codes of inline markup are left out, the text that they mark is kept.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/io/xml_reader.h"
#include "calque/error.h"

namespace calque::internal {

// A sentence that a translation tool has marked in a unit of 1.2: `<mrk mtype="seg" mid="1">`.
struct XliffSegment {
  std::string id;
  std::string text;
};

struct XliffText {
  std::string text;
  std::vector<XliffSegment> segments;  // the marked parts of it, in order
};

// After kStart: the text up to and with its kEnd. `left_out`, where not null, is called for each
// code that is left out, while `xml` is at it.
[[nodiscard]] XliffText ReadXliffText(XmlReader& xml, const std::function<void()>& left_out);

// How far the translation of a unit is.
struct XliffState {
  bool is_finished = true;
  bool is_told = true;  // by `is_finished` and `approved`; else it said more
  std::optional<bool> approved = std::nullopt;
};

// What the attribute `state` says: of <target> in 1.2, of <segment> in 2.x.
[[nodiscard]] XliffState XliffStateOf(std::string_view state);

// The two sides of a unit.
struct XliffTexts {
  std::string source;
  std::string target;
  Location location;
  std::vector<XliffSegment> source_segments;
  std::vector<XliffSegment> target_segments;
  XliffState state = {};
};

// The segments that tools mark are units of their own; a unit where the two sides have not the same
// ones stays whole.
[[nodiscard]] std::vector<XliffTexts> SplitAtXliffSegments(XliffTexts texts);

}  // namespace calque::internal
