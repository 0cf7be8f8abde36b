// What stands for or around a name in a line of credits: functions (`AP Business Writer`), owners
// (`the Courier's`), initials (`XX avec AFP`).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "align/structure/names.h"
#include "calque/document.h"

namespace calque::internal {

struct Function {
  std::size_t end = 0;            // one past its last word
  std::vector<CreditRole> roles;  // of `photographer`; none where it says no role
};

// The function that starts at `at`: everything up to the last word that says what a person is, and
// the organisation behind `special to`. Nothing where there is none.
[[nodiscard]] std::optional<Function> FunctionAt(const CreditLine& line, std::size_t at);

// One past the owner of the person who follows, its `'s` and all: `NBC News' Anne Roy`, `the
// Courier's Anne Roy`; `at` where none stands there.
[[nodiscard]] std::size_t EndOfOwner(const CreditLine& line, std::size_t at);

// One past the initials that stand for a name, since an agency follows: `(XX avec AFP)`, `L. B.
// (avec AFP)`, `(XX/AFP)`; `at` where none do.
[[nodiscard]] std::size_t EndOfInitials(const CreditLine& line, std::size_t at);

}  // namespace calque::internal
