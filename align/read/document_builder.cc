#include "align/read/document_builder.h"

#include <utility>

#include "align/io/file.h"
#include "align/io/length_limit.h"
#include "calque/error.h"

namespace calque::internal {

void DocumentBuilder::AddSentence(std::string_view text) {
  std::string& whole = document_->text;
  if (whole.size() + text.size() + 2 >= kDefaultDocumentLimit) {
    RefuseLength({document_->id}, kDefaultDocumentLimit);
  }
  const auto index = static_cast<std::uint32_t>(document_->sentences.size());
  if (in_paragraph_) {
    whole += ' ';
  } else {
    if (!whole.empty()) whole += "\n\n";
    const auto at = static_cast<std::uint32_t>(whole.size());
    document_->paragraphs.push_back({{at, at}, {index, index}, ParagraphKind::kBody});
  }
  in_paragraph_ = true;
  const auto begin = static_cast<std::uint32_t>(whole.size());
  whole += text;
  const auto end = static_cast<std::uint32_t>(whole.size());
  document_->sentences.push_back({{begin, end}, {}, 1.0F});
  document_->paragraphs.back().span.end = end;
  document_->paragraphs.back().sentences.end = index + 1;
}

void DocumentBuilder::BreakParagraph() { in_paragraph_ = false; }

void ApplyHead(DocumentHead head, Document* document) {
  document->id = std::move(head.id);
  document->language = std::move(head.language);
  document->date = head.date;
  document->credits = std::move(head.credits);
  if (!head.rights.empty()) {
    document->metadata.insert_or_assign(std::string(kRightsKey), std::move(head.rights));
  }
}

}  // namespace calque::internal
