#include "align/segment/abbreviations.h"

#include <algorithm>

#include "align/base/names.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr NameEntry<AbbreviationKind> kListNames[] = {
    {AbbreviationKind::kTitle, "title"},    {AbbreviationKind::kNumeric, "numeric"},
    {AbbreviationKind::kDate, "date"},      {AbbreviationKind::kTime, "time"},
    {AbbreviationKind::kMayEnd, "may_end"}, {AbbreviationKind::kAttributive, "attributive"},
    {AbbreviationKind::kFinal, "final"},    {AbbreviationKind::kContinues, "continues"},
};

}  // namespace

AbbreviationTable::AbbreviationTable(const Json& lists) {
  for (const auto& [kind, name] : kListNames) {
    const auto list = lists.find(name);
    if (list == lists.end()) continue;
    for (const Json& entry : *list) Add(entry.get<std::string>(), kind);
  }
}

void AbbreviationTable::Add(const std::string& entry, AbbreviationKind kind) {
  longest_ = std::max(longest_, entry.size());
  if (Lower(entry) == entry) {
    any_case_.try_emplace(entry, kind);
    return;
  }
  as_written_.try_emplace(entry, kind);
  as_written_.try_emplace(Upper(entry), kind);
}

AbbreviationKind AbbreviationTable::Find(std::string_view word) const {
  if (word.empty() || word.size() > longest_) return AbbreviationKind::kNone;
  if (const auto found = as_written_.find(word); found != as_written_.end()) return found->second;
  if (const auto found = any_case_.find(word); found != any_case_.end()) return found->second;
  const std::string lower = Lower(word);
  const auto found = any_case_.find(lower);
  return found == any_case_.end() ? AbbreviationKind::kNone : found->second;
}

}  // namespace calque::internal
