// A 64-bit checksum of many megabytes in milliseconds: finds damage, does not resist an attacker.
#pragma once

#include <cstdint>
#include <string_view>

namespace calque::internal {

// Four independent lanes of eight bytes each, multiplied and rotated (after xxHash64, Collet 2012),
// joined by Mix. The same on every little-endian machine and in every version.
[[nodiscard]] std::uint64_t Checksum(std::string_view bytes);

}  // namespace calque::internal
