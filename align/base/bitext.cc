#include "calque/bitext.h"

#include "align/base/names.h"

namespace calque {
namespace {

using internal::NameEntry;

constexpr NameEntry<MentionKind> kMentionKinds[] = {
    {MentionKind::kPerson, "person"},
    {MentionKind::kOrganisation, "organisation"},
    {MentionKind::kPlace, "place"},
    {MentionKind::kOther, "other"},
    {MentionKind::kNumber, "number"},
    {MentionKind::kOrdinal, "ordinal"},
    {MentionKind::kPercentage, "percentage"},
    {MentionKind::kMoney, "money"},
    {MentionKind::kMeasure, "measure"},
    {MentionKind::kDuration, "duration"},
    {MentionKind::kDate, "date"},
    {MentionKind::kTime, "time"},
    {MentionKind::kCode, "code"},
};

constexpr NameEntry<LinkEvidence> kLinkEvidence[] = {
    {LinkEvidence::kIdentical, "identical"},  {LinkEvidence::kValue, "value"},
    {LinkEvidence::kNameList, "name-list"},   {LinkEvidence::kSpelling, "spelling"},
    {LinkEvidence::kAcronym, "acronym"},      {LinkEvidence::kPartialName, "partial-name"},
    {LinkEvidence::kWordLinks, "word-links"},
};

constexpr NameEntry<Severity> kSeverities[] = {
    {Severity::kMinor, "minor"},
    {Severity::kMajor, "major"},
    {Severity::kCritical, "critical"},
};

}  // namespace

std::string_view ToString(MentionKind kind) { return internal::NameOf(kMentionKinds, kind); }
std::string_view ToString(LinkEvidence evidence) {
  return internal::NameOf(kLinkEvidence, evidence);
}
std::string_view ToString(Severity severity) { return internal::NameOf(kSeverities, severity); }

std::optional<MentionKind> MentionKindFromString(std::string_view name) {
  return internal::ValueOf(kMentionKinds, name);
}
std::optional<LinkEvidence> LinkEvidenceFromString(std::string_view name) {
  return internal::ValueOf(kLinkEvidence, name);
}
std::optional<Severity> SeverityFromString(std::string_view name) {
  return internal::ValueOf(kSeverities, name);
}

}  // namespace calque
