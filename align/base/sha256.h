// SHA-256 (FIPS 180-4): a hash that anybody can compute again, for texts that are not passed on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace calque::internal {

class Sha256 {
 public:
  void Add(std::string_view bytes);
  // Of all that was added, as 64 lower-case hexadecimal digits; nothing may be added after it.
  [[nodiscard]] std::string Finish();

 private:
  static constexpr std::size_t kBlock = 64;
  void TakeBlock(const char* block);

  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<char, kBlock> pending_{};
  std::uint64_t size_ = 0;
};

[[nodiscard]] std::string Sha256Of(std::string_view bytes);

}  // namespace calque::internal
