// A document put together from sentences, for readers of bitexts.
#pragma once

#include <string_view>

#include "align/read/unit.h"

namespace calque::internal {

class DocumentBuilder {
 public:
  // `document` has no text yet and must outlive the builder.
  explicit DocumentBuilder(Document* document) : document_(document) {}

  // A sentence behind the last one of the paragraph, a blank between them. Throws Error{kBadInput}
  // where the document grows above the limit of its length.
  void AddSentence(std::string_view text);
  // What follows is a paragraph of its own.
  void BreakParagraph();

 private:
  Document* document_;
  bool in_paragraph_ = false;
};

// Gives the document what `head` says of it.
void ApplyHead(DocumentHead head, Document* document);

}  // namespace calque::internal
