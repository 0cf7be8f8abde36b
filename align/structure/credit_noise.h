// What may stand in a line of credits and credits nobody: sites, telephone numbers, addresses,
// copyright notices.
#pragma once

#include <cstddef>

#include "align/structure/names.h"

namespace calque::internal {

// Whether the rest of the line is a copyright notice: `© 2026 …`, `(c) …`.
[[nodiscard]] bool OpensRights(const CreditLine& line, std::size_t at);

struct Noise {
  std::size_t end = 0;   // one past it; where it would start if there is none
  bool contact = false;  // a telephone number or an address
};

// The site (`LECOURRIER.FR`), telephone number (`+49 431 555 010`), e-mail address, account
// (`Twitter: @annlee`) or date (`le 5 janvier 2026`) that starts at `at`.
[[nodiscard]] Noise NoiseAt(const CreditLine& line, std::size_t at);

}  // namespace calque::internal
