// What a person is, in a line of credits: `AP Business Writer`, `photographer`.
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

}  // namespace calque::internal
