// Text in UTF-16 or UTF-32 as UTF-8, while it streams: for readers that look at bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "align/io/byte_source.h"

namespace calque::internal {

// `UTF-16LE` and so on where bytes that begin so are of it, by their mark or by their NULs; empty
// for all other text.
[[nodiscard]] std::string_view WideCharsetOf(std::string_view head);

// The front of a text as UTF-8; a front in no such charset as it is.
[[nodiscard]] std::string DecodeWideHead(std::string_view head);

// All of `source`, which is in `charset` of WideCharsetOf(), as UTF-8 without a mark. Reading
// throws Error{kBadInput} where the bytes are not of the charset.
[[nodiscard]] std::unique_ptr<ByteSource> DecodeWide(std::unique_ptr<ByteSource> source,
                                                     std::string_view charset);

}  // namespace calque::internal
