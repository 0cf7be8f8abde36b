#include "align/base/checksum.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

#include "align/base/hash.h"

namespace calque::internal {
namespace {

constexpr std::uint64_t kFirstPrime = 0x9E3779B185EBCA87ULL;
constexpr std::uint64_t kSecondPrime = 0xC2B2AE3D27D4EB4FULL;
constexpr std::size_t kLanes = 4;

std::uint64_t Round(std::uint64_t lane, std::uint64_t word) {
  return std::rotl(lane + word * kSecondPrime, 31) * kFirstPrime;
}

std::uint64_t WordAt(std::string_view bytes, std::size_t offset) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes.data() + offset, sizeof(word));
  return word;
}

}  // namespace

std::uint64_t Checksum(std::string_view bytes) {
  static_assert(std::endian::native == std::endian::little);
  std::array<std::uint64_t, kLanes> lanes = {kFirstPrime, kSecondPrime, 0, ~kFirstPrime};
  std::size_t at = 0;
  for (; at + kLanes * 8 <= bytes.size(); at += kLanes * 8) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      lanes[lane] = Round(lanes[lane], WordAt(bytes, at + lane * 8));
    }
  }
  std::uint64_t sum = bytes.size();
  for (const std::uint64_t lane : lanes) sum = Mix(sum ^ Mix(lane));
  return Mix(sum ^ Hash(bytes.substr(at)));
}

}  // namespace calque::internal
