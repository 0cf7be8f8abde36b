// What every reader makes of its bytes: one text and what the wire format says about its parts.
// `structure` turns it into a Document; the same story in any format gives the same Document.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "align/io/file.h"
#include "calque/document.h"

namespace calque::internal {

// A part that the format marks off. A kind it states (`<headline>`, `<by>`) holds; kBody (`<p>`)
// states the boundaries only, and `structure` decides what the block is.
struct TypedBlock {
  ByteSpan span;
  ParagraphKind kind = ParagraphKind::kBody;
};

// What a reader puts into `text`: headline, note, byline, body, credit lines, in this order and
// separated by a blank line; a dateline that is an element of its own, and not yet in the body,
// opens the first body paragraph, ` - ` behind it. So no stage after this one knows the format.
struct RawDocument {
  std::string id;                  // file name without folder, or the format's own id
  std::string language;            // BCP 47; empty where the format does not say
  std::string text;                // valid UTF-8, at most ReadOptions::document_limit bytes
  std::optional<Date> date;        // of publication
  std::vector<TypedBlock> blocks;  // in text order, disjoint; none in plain text
  std::map<std::string, std::string> metadata;
  std::vector<Diagnostic> diagnostics;
};

struct ReadOptions {
  std::string format;  // a name of the table in readers.h; empty: recognised by content
  std::size_t document_limit = kDefaultDocumentLimit;  // bytes of one document's text
};

// Takes the documents of an input one by one, so that a file of many streams through.
using DocumentSink = std::function<void(RawDocument)>;

// `folder/archive.zip!day/story.txt` → `story.txt`
[[nodiscard]] std::string IdOfName(const std::string& name);

}  // namespace calque::internal
