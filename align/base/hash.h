// FNV-1a, 64 bits, and a mixer: stable over machines and versions, not cryptographic.
#pragma once

#include <cstdint>
#include <string_view>

namespace calque::internal {

inline constexpr std::uint64_t kHashSeed = 0xcbf29ce484222325ULL;

[[nodiscard]] constexpr std::uint64_t Hash(std::string_view bytes, std::uint64_t seed = kHashSeed) {
  std::uint64_t hash = seed;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  return hash;
}

// The finaliser of SplitMix64 (Steele et al. 2014): spreads a weak hash over all bits.
[[nodiscard]] constexpr std::uint64_t Mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

}  // namespace calque::internal
