// The file beside XCES links that calque writes and reads.
#pragma once

#include <string_view>

namespace calque::internal {

// Behind the stem: a line a bitext. Moses has a `.meta.jsonl` of its own, of a line a unit.
inline constexpr std::string_view kXcesHeads = ".xces.meta.jsonl";

}  // namespace calque::internal
