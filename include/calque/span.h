// Half-open ranges. Every part of a document is a byte span into its one text, and every group of
// consecutive elements is an index range into a flat vector.
#pragma once

#include <cstdint>
#include <string_view>

namespace calque {

// Bytes [begin, end) of one UTF-8 text. Offsets are 32-bit: a document is at most 64 MiB.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool Contains(ByteSpan inner) const {  // no byte of `inner` is outside
    return begin <= inner.begin && inner.end <= end;
  }
  [[nodiscard]] constexpr bool Overlaps(ByteSpan other) const {  // share a byte, or empty inside
    return begin < other.end && other.begin < end;
  }
  // The bytes of `text` that this span covers. Precondition: begin <= end <= text.size().
  [[nodiscard]] constexpr std::string_view In(std::string_view text) const {
    return text.substr(begin, size());
  }
  friend constexpr bool operator==(ByteSpan, ByteSpan) = default;
  friend constexpr auto operator<=>(ByteSpan, ByteSpan) = default;
};

// Indices [begin, end) into a vector of `Thing`. The type parameter keeps a range of sentences
// from being passed where a range of tokens is meant.
template <typename Thing>
struct IndexRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  friend constexpr bool operator==(IndexRange, IndexRange) = default;
  friend constexpr auto operator<=>(IndexRange, IndexRange) = default;
};

}  // namespace calque
