// The day that a dateline names.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "align/structure/grammar.h"
#include "align/structure/words.h"
#include "calque/document.h"

namespace calque::internal {

struct DayReading {
  Date date;            // parts not given are 0
  std::size_t end = 0;  // one past its last word
};

// `Jan. 5, 2026`, `1er janvier`, `1996-08-20 10:15:00 UTC`
[[nodiscard]] std::optional<DayReading> DayAt(const std::vector<LineWord>& words, std::size_t at,
                                              const DispatchRules& rules);

// Of up to four digits; 0 where no such number stands there.
[[nodiscard]] int NumberAt(const std::vector<LineWord>& words, std::size_t at);

[[nodiscard]] bool IsMonthAt(const std::vector<LineWord>& words, std::size_t at,
                             const DispatchRules& rules);

}  // namespace calque::internal
