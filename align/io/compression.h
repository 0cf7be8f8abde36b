// gzip, bzip2, XZ and Zstandard as streams (zlib, libarchive), told by the first bytes on the way
// in and by the suffix of the file name on the way out.
#pragma once

#include <memory>
#include <ostream>
#include <span>
#include <streambuf>
#include <string_view>
#include <vector>

#include "align/io/byte_source.h"

namespace calque::internal {

// Longest first bytes that tell a compression.
inline constexpr std::size_t kCompressionHead = 10;

// `.gz`, `.bz2`, …
[[nodiscard]] std::span<const std::string_view> CompressionSuffixes();
// `.gz`, `.bz2`, `.xz` or `.zst` where the name of a file ends in it, else empty.
[[nodiscard]] std::string_view CompressionSuffix(std::string_view file_name);
// `corpus.tmx` of `corpus.tmx.gz`.
[[nodiscard]] std::string_view WithoutCompression(std::string_view file_name);

// Whether bytes that begin so are compressed.
[[nodiscard]] bool IsCompressed(std::string_view head);

// The bytes inside `source` where it is compressed (gzip and bzip2 of any number of members), else
// `source` as it is. Reading throws Error{kBadInput} where the data are damaged or cut off.
[[nodiscard]] std::unique_ptr<ByteSource> Decompress(std::unique_ptr<ByteSource> source);

// Compresses what is written to it into `out`, in fixed bytes for fixed input: no name, no time.
class CompressingBuffer : public std::streambuf {
 public:
  // `suffix` as CompressionSuffix() gives; `out` must outlive the buffer.
  CompressingBuffer(std::string_view suffix, std::ostream& out);
  ~CompressingBuffer() override;
  CompressingBuffer(const CompressingBuffer&) = delete;
  CompressingBuffer& operator=(const CompressingBuffer&) = delete;

  // Completes the compressed data. False where `out` failed; nothing may be written after it.
  [[nodiscard]] bool Finish();

 protected:
  int_type overflow(int_type c) override;
  // The compressed stream cannot be cut: flushing does nothing but say whether all is well.
  int sync() override { return failed_ ? -1 : 0; }

 private:
  struct Writer;
  void WriteArea();

  std::vector<char> area_;
  std::unique_ptr<Writer> writer_;
  bool failed_ = false;
};

}  // namespace calque::internal
