// Inputs and outputs that go wrong on purpose.
#pragma once

#include <cstddef>
#include <memory>
#include <streambuf>

#include "align/io/byte_source.h"

namespace calque::test {

inline constexpr const char* kInjected = "injected failure";

// Gives `inner` in reads of at most `most` bytes, and throws Error{kBadInput, kInjected} where byte
// `fail_at` would be read.
[[nodiscard]] std::unique_ptr<internal::ByteSource> FaultySource(
    std::unique_ptr<internal::ByteSource> inner, std::size_t most,
    std::size_t fail_at = static_cast<std::size_t>(-1));

// Takes `limit` bytes, then none, as a full disk does.
class FullBuffer : public std::streambuf {
 public:
  explicit FullBuffer(std::size_t limit) : left_(limit) {}
  [[nodiscard]] std::size_t left() const { return left_; }

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* bytes, std::streamsize size) override;

 private:
  std::size_t left_;
};

}  // namespace calque::test
