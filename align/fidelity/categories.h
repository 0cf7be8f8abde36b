// The categories of findings: one table, read by the checks, the writers and the manual.
#pragma once

#include <span>
#include <string_view>

#include "calque/bitext.h"

namespace calque::internal {

struct Category {
  std::string_view name;     // `number-changed`
  Severity severity;         // of a finding that is more likely right than wrong
  std::string_view mqm;      // type of the MQM typology (themqm.org), `accuracy/mistranslation`
  std::string_view summary;  // one sentence, for rules in SARIF and for the manual
};

// Sorted by name.
[[nodiscard]] std::span<const Category> FidelityCategories();
// Null where there is none.
[[nodiscard]] const Category* FindCategory(std::string_view name);

}  // namespace calque::internal
