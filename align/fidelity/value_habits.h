// Values that differ by the habits of the languages only.
#pragma once

#include <string_view>

namespace calque::internal {

// `Saturday night` is `dans la nuit de dimanche`, `thousands of miles` are `des milliers de
// kilomètres`. A value is in a night if a word for it stands near.
[[nodiscard]] bool IsHabit(std::string_view key, bool in_night, std::string_view other_key,
                           bool other_in_night);

}  // namespace calque::internal
