// gzip (RFC 1952), by zlib. libarchive reads it too, but does not compare the checksum behind a
// member: a damaged byte would pass for text.
#pragma once

#include <memory>

#include "align/io/byte_source.h"

namespace calque::internal {

// The bytes inside `source`, gzip of any number of members with nothing but zeros behind them.
// Reading throws Error{kBadInput} where the data are damaged or cut off.
[[nodiscard]] std::unique_ptr<ByteSource> OpenGzip(std::unique_ptr<ByteSource> source);

}  // namespace calque::internal
