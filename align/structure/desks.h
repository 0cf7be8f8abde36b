// Offices in a line of credits: bureaux, newsrooms, services. They are no persons.
#pragma once

#include <cstddef>
#include <optional>

#include "align/structure/names.h"

namespace calque::internal {

struct Desk {
  std::size_t begin = 0;  // behind an article
  std::size_t end = 0;    // one past its last word
  ByteSpan place;         // where it sits; empty where the line does not say
  bool team = false;      // `Courier staff`: the words before are no place and no known agency
};

// The desk that starts at `at`: `bureau de Manille`, `rédactions de Lyon et Nantes`, `service
// économique`, `Bengaluru newsroom`, `Reuters TV`. Nothing where there is none.
[[nodiscard]] std::optional<Desk> DeskAt(const CreditLine& line, std::size_t at);

// An office that is one only behind `By`: `Staff Reporter`.
[[nodiscard]] std::optional<Desk> BylineDeskAt(const CreditLine& line, std::size_t at);

}  // namespace calque::internal
