// What a file of XLIFF says of its documents and units beside their texts: in notes and phases of
// 1.2, in metadata of 2.x. Functions that take a fact say whether it is one of those known.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "align/read/unit.h"

namespace calque::internal {

// Who took a phase: calque names it by the role, the tools of translators by what was done.
[[nodiscard]] std::optional<CreditRole> RoleOfXliffProcess(std::string_view name);

// Of a file.
[[nodiscard]] bool TakeXliffFileFact(std::string_view name, const std::string& value,
                                     PairHead* head);
// Of one of its documents.
[[nodiscard]] bool TakeXliffSideFact(std::string_view name, const std::string& value,
                                     DocumentHead* side);

// Whose credit one is of which the file says no side: who translated and edited a text did so on
// the target. Null for what is no role.
[[nodiscard]] DocumentHead* SideOfXliffRole(std::string_view name, PairHead* head);

struct XliffUnitFacts {
  std::string score;
  std::string source_sentences;
  std::string target_sentences;
  bool crossing = false;

  [[nodiscard]] bool Take(std::string_view name, const std::string& value);
};

}  // namespace calque::internal
