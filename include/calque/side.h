// The two documents of a pair by name.
#pragma once

#include <cstdint>

namespace calque {

// Which of two documents is meant: the original or its translation.
enum class Side : std::uint8_t { kSource, kTarget };

}  // namespace calque
