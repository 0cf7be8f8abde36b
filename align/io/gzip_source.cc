#include "align/io/gzip_source.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;
constexpr int kGzipOnly = 16;  // added to the size of the window: no other wrapping is taken

class GzipSource : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<ByteSource> inner)
      : inner_(std::move(inner)), block_(kBlock) {
    if (inflateInit2(&stream_, MAX_WBITS + kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~GzipSource() override { inflateEnd(&stream_); }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  std::size_t Read(std::span<char> buffer) override {
    const std::size_t wanted =
        std::min<std::size_t>(buffer.size(), std::numeric_limits<uInt>::max());
    stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_.avail_out = static_cast<uInt>(wanted);
    while (stream_.avail_out == wanted && wanted > 0) {
      if (between_members_ && !OpenMember()) break;
      if (!Fill()) Fail("it ends inside a member");
      const int result = inflate(&stream_, Z_NO_FLUSH);
      between_members_ = result == Z_STREAM_END;
      if (result == Z_MEM_ERROR) throw std::bad_alloc();
      if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
        Fail(stream_.msg == nullptr ? "it is no gzip" : stream_.msg);
      }
    }
    return wanted - stream_.avail_out;
  }
  const std::string& name() const override { return inner_->name(); }

 private:
  [[noreturn]] void Fail(const std::string& reason) const {
    throw Error(ErrorCode::kBadInput, {name()},
                "cannot be decompressed, it is damaged or cut off: " + reason);
  }

  // Whether there are bytes that are not decompressed yet.
  [[nodiscard]] bool Fill() {
    if (stream_.avail_in > 0) return true;
    stream_.avail_in = static_cast<uInt>(inner_->Read(block_));
    stream_.next_in = reinterpret_cast<Bytef*>(block_.data());
    return stream_.avail_in > 0;
  }

  // Whether another member begins here. Tapes and blocks are filled up with zeros.
  [[nodiscard]] bool OpenMember() {
    bool padded = false;
    while (Fill() && *stream_.next_in == 0) {
      padded = true;
      ++stream_.next_in;
      --stream_.avail_in;
    }
    if (stream_.avail_in == 0) return false;
    if (padded) Fail("something follows the zeros behind it");
    inflateReset(&stream_);
    return true;
  }

  std::unique_ptr<ByteSource> inner_;
  std::vector<char> block_;
  z_stream stream_ = {};
  bool between_members_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> OpenGzip(std::unique_ptr<ByteSource> source) {
  return std::make_unique<GzipSource>(std::move(source));
}

}  // namespace calque::internal
