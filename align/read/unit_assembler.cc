#include "align/read/unit_assembler.h"

#include <algorithm>
#include <utility>

#include "align/io/file.h"
#include "align/io/length_limit.h"
#include "align/read/document_builder.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

bool IsUnnamed(const PairHead& head) {
  return head.id.empty() && head.source.id.empty() && head.target.id.empty();
}

Document StartDocument(DocumentHead head) {
  Document document;
  ApplyHead(std::move(head), &document);
  return document;
}

// Appends the side as a paragraph; says which sentences it became.
IndexRange<Sentence> Append(const UnitSide& side, const std::string& file, Document* document) {
  if (document->text.size() + side.text.size() >= kDefaultDocumentLimit) {
    RefuseLength({file}, kDefaultDocumentLimit, "document \"" + document->id + "\" is");
  }
  if (!document->text.empty()) document->text += '\n';
  const auto begin = static_cast<std::uint32_t>(document->text.size());
  document->text += side.text;
  IndexRange<Sentence> range;
  range.begin = static_cast<std::uint32_t>(document->sentences.size());
  for (const ByteSpan span : side.sentences) {
    document->sentences.push_back({{begin + span.begin, begin + span.end}, {}, 1.0F});
  }
  range.end = static_cast<std::uint32_t>(document->sentences.size());
  document->paragraphs.push_back(
      {{begin, static_cast<std::uint32_t>(document->text.size())}, range, ParagraphKind::kBody});
  return range;
}

void AddPerson(Credit person, std::vector<Credit>* credits) {
  const bool is_known = std::any_of(credits->begin(), credits->end(), [&](const Credit& credit) {
    return credit.name == person.name;
  });
  if (!is_known) credits->push_back(std::move(person));
}

}  // namespace

void UnitAssembler::Start(PairHead head) {
  head_ = std::move(head);
  bitext_.emplace();
  bitext_->id = head_.id;
  bitext_->score = head_.score;
  bitext_->source = StartDocument(head_.source);
  bitext_->target = StartDocument(head_.target);
}

std::optional<Bitext> UnitAssembler::Add(HeadedUnit next, const std::string& file) {
  std::optional<Bitext> complete;
  const bool full = bitext_ && IsUnnamed(head_) && bitext_->beads.size() >= kUnnamedUnits;
  if (!bitext_ || full || next.head != head_) {
    complete = std::exchange(bitext_, std::nullopt);
    Start(std::move(next.head));
  }
  for (Credit& person : next.people) AddPerson(std::move(person), &bitext_->target.credits);
  if (next.unit.approved) {
    std::string& approved = bitext_->target.metadata[std::string(kApprovedKey)];
    if (approved != "no") approved = *next.unit.approved ? "yes" : "no";
  }
  const IndexRange<Sentence> source = Append(next.unit.source, file, &bitext_->source);
  const IndexRange<Sentence> target = Append(next.unit.target, file, &bitext_->target);
  bitext_->beads.push_back({source, target, next.unit.score, next.unit.crossing});
  return complete;
}

std::optional<Bitext> UnitAssembler::Finish() { return std::exchange(bitext_, std::nullopt); }

}  // namespace calque::internal
