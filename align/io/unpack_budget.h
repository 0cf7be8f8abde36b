// How much may come out of a compressed file: what keeps an archive bomb from filling memory or
// hours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "align/io/byte_source.h"

namespace calque::internal {

// No text of the trade is packed a hundredfold: news shrinks to a third or a sixth.
struct UnpackLimits {
  std::uint64_t ratio = 200;                     // unpacked bytes a packed byte, at most
  std::uint64_t free = std::uint64_t{64} << 20;  // unpacked bytes that no ratio is asked of
  std::uint64_t total = std::uint64_t{1} << 42;  // unpacked bytes of one file, at most
  std::uint32_t depth = 2;                       // an archive in an archive, no deeper
};

// What has been read of one file on disk and unpacked from it, however often archives are nested.
// In `x.tar.gz` the tar and its members are two layers of the same bytes: each is counted by
// itself.
struct UnpackBudget {
  UnpackLimits limits;
  std::uint64_t packed = 0;
  std::vector<std::uint64_t> unpacked = {};  // by layer
};

// `source`, its bytes counted as packed ones. The budget must outlive the result.
[[nodiscard]] std::unique_ptr<ByteSource> CountPacked(std::unique_ptr<ByteSource> source,
                                                      UnpackBudget* budget);

// `source`, its bytes counted as unpacked ones of a layer; reading throws Error{kBadInput} above a
// limit.
[[nodiscard]] std::unique_ptr<ByteSource> LimitUnpacked(std::unique_ptr<ByteSource> source,
                                                        std::size_t layer, UnpackBudget* budget);

}  // namespace calque::internal
