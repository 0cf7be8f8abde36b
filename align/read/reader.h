// What every reader makes of its bytes: one text and what the wire format says about its parts.
// `structure` turns it into a Document; the same story in any format gives the same Document.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calque/document.h"

namespace calque::internal {

// A part whose kind the format states (`<headline>`, `<by>`). Parts the format does not type are
// left to `structure`.
struct TypedBlock {
  ByteSpan span;
  ParagraphKind kind = ParagraphKind::kBody;
};

struct RawDocument {
  std::string id;
  std::string language;  // empty where the format does not say
  std::string text;      // valid UTF-8; blocks separated by a blank line
  std::optional<Date> date;
  std::vector<TypedBlock> blocks;  // in text order; may be empty (plain text)
  std::map<std::string, std::string> metadata;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace calque::internal
