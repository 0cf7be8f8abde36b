// What may stand in a line of credits and credits nobody: sites, telephone numbers, addresses,
// copyright notices.
#pragma once

#include <cstddef>

#include "align/structure/names.h"

namespace calque::internal {

// Whether the rest of the line is a copyright notice: `© 2026 …`, `(c) …`.
[[nodiscard]] bool OpensRights(const CreditLine& line, std::size_t at);

// One past the site (`LECOURRIER.FR`), telephone number (`+49 431 555 010`) or e-mail address that
// starts at `at`; `at` where none does.
[[nodiscard]] std::size_t EndOfNoise(const CreditLine& line, std::size_t at);

}  // namespace calque::internal
