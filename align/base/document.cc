#include "calque/document.h"

#include <cstdio>

#include "align/base/names.h"

namespace calque {
namespace {

using internal::NameEntry;

constexpr NameEntry<ParagraphKind> kParagraphKinds[] = {
    {ParagraphKind::kHeadline, "headline"},   {ParagraphKind::kSubhead, "subhead"},
    {ParagraphKind::kBody, "body"},           {ParagraphKind::kListItem, "list-item"},
    {ParagraphKind::kTableRow, "table-row"},  {ParagraphKind::kByline, "byline"},
    {ParagraphKind::kCredit, "credit"},       {ParagraphKind::kNote, "note"},
    {ParagraphKind::kFurniture, "furniture"},
};

constexpr NameEntry<CreditRole> kCreditRoles[] = {
    {CreditRole::kReporter, "reporter"},
    {CreditRole::kWriter, "writer"},
    {CreditRole::kContributor, "contributor"},
    {CreditRole::kTranslator, "translator"},
    {CreditRole::kEditor, "editor"},
    {CreditRole::kCompiler, "compiler"},
    {CreditRole::kInterviewer, "interviewer"},
    {CreditRole::kPhotographer, "photographer"},
    {CreditRole::kVideo, "video"},
    {CreditRole::kGraphics, "graphics"},
    {CreditRole::kData, "data"},
    {CreditRole::kDesk, "desk"},
    {CreditRole::kAgency, "agency"},
    {CreditRole::kInitials, "initials"},
};

}  // namespace

std::string Date::ToString() const {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", int{year}, int{month}, int{day});
  return buffer;
}

ByteSpan Document::SpanOf(IndexRange<Sentence> range) const {
  if (range.empty()) {  // where the sentence behind it begins
    const std::uint32_t at = range.begin < sentences.size() ? sentences[range.begin].span.begin
                             : sentences.empty()            ? 0
                                                            : sentences.back().span.end;
    return {at, at};
  }
  return {sentences[range.begin].span.begin, sentences[range.end - 1].span.end};
}

IndexRange<Token> Document::TokensOf(IndexRange<Sentence> range) const {
  while (!range.empty() && sentences[range.begin].tokens.empty()) ++range.begin;
  while (!range.empty() && sentences[range.end - 1].tokens.empty()) --range.end;
  if (range.empty()) return {};
  return {sentences[range.begin].tokens.begin, sentences[range.end - 1].tokens.end};
}

std::string_view ToString(ParagraphKind kind) { return internal::NameOf(kParagraphKinds, kind); }
std::string_view ToString(CreditRole role) { return internal::NameOf(kCreditRoles, role); }

std::optional<ParagraphKind> ParagraphKindFromString(std::string_view name) {
  return internal::ValueOf(kParagraphKinds, name);
}
std::optional<CreditRole> CreditRoleFromString(std::string_view name) {
  return internal::ValueOf(kCreditRoles, name);
}

bool IsTextAuthor(CreditRole role) { return role <= CreditRole::kInterviewer; }

}  // namespace calque
