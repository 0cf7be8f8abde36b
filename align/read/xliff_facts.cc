#include "align/read/xliff_facts.h"

#include <utility>

#include "align/base/iso_date.h"
#include "align/base/utf8.h"
#include "align/io/number_text.h"
#include "align/read/credit_text.h"
#include "align/read/xliff_names.h"

namespace calque::internal {

std::optional<CreditRole> RoleOfXliffProcess(std::string_view name) {
  constexpr std::pair<std::string_view, CreditRole> kProcesses[] = {
      {"edit", CreditRole::kEditor},           {"editing", CreditRole::kEditor},
      {"proofreading", CreditRole::kEditor},   {"review", CreditRole::kEditor},
      {"revision", CreditRole::kEditor},       {"translate", CreditRole::kTranslator},
      {"translation", CreditRole::kTranslator}};
  if (const auto role = CreditRoleFromString(name)) return role;
  const std::string key = Lower(TrimSpace(name));
  for (const auto& [process, role] : kProcesses) {
    if (key == process) return role;
  }
  return std::nullopt;
}

bool TakeXliffSideFact(std::string_view name, const std::string& value, DocumentHead* side) {
  if (name == kXliffDate) side->date = ParseIsoDate(value);
  if (name == kXliffRights) side->rights = value;
  return name == kXliffDate || name == kXliffRights;
}

DocumentHead* SideOfXliffRole(std::string_view name, PairHead* head) {
  const auto role = CreditRoleFromString(name);
  if (!role) return nullptr;
  const bool of_target = *role == CreditRole::kTranslator || *role == CreditRole::kEditor;
  return of_target ? &head->target : &head->source;
}

bool TakeXliffFileFact(std::string_view name, const std::string& value, PairHead* head) {
  if (name == kXliffBitext) {
    head->id = value;
  } else if (name == kXliffBitextScore) {
    head->score = ParseFloat(value).value_or(0.0F);
  } else if (name == kXliffTargetDocument) {
    head->target.id = value;
  } else if (DocumentHead* side = SideOfXliffRole(name, head)) {
    return AddCreditPart(name, value, &side->credits);
  } else {
    for (auto* each : {&head->source, &head->target}) {
      const std::string_view prefix = each == &head->source ? kXliffSource : kXliffTarget;
      if (!name.starts_with(prefix) || name.size() <= prefix.size()) continue;
      return TakeXliffSideFact(name.substr(prefix.size() + 1), value, each);
    }
    return false;
  }
  return true;
}

bool XliffUnitFacts::Take(std::string_view name, const std::string& value) {
  if (name == kXliffScore) score = value;
  if (name == kXliffCrossing) crossing = value == "yes";
  if (name == kXliffSourceSentences) source_sentences = value;
  if (name == kXliffTargetSentences) target_sentences = value;
  return name == kXliffScore || name == kXliffCrossing || name == kXliffSourceSentences ||
         name == kXliffTargetSentences || name == kXliffBead;
}

}  // namespace calque::internal
