// Bytes made fit to be parsed, as they stream: files of old wires are labelled Latin-1 and hold
// windows-1252, or UTF-8 and hold a stray byte, or a control character that XML forbids.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "align/io/byte_source.h"

namespace calque::internal {

class CleanText : public ByteSource {
 public:
  // How many bytes were not what the charset has, and were read as windows-1252 instead.
  [[nodiscard]] virtual std::uint64_t replaced() const = 0;
  // Whether the bytes come out as UTF-8; else as the file has them, for a parser that knows the
  // charset (UTF-16, EUC).
  [[nodiscard]] virtual bool is_utf8() const = 0;
};

// `declared`: the charset that the file or its transport names; may be empty. UTF-8, ASCII, Latin-1
// and windows-1252 come out as valid UTF-8 without byte-order mark and without controls other than
// tab and line ends: a label of Latin-1 over bytes that are UTF-8 is overruled, a byte that is not
// UTF-8 is read as windows-1252.
[[nodiscard]] std::unique_ptr<CleanText> OpenCleanText(std::unique_ptr<ByteSource> source,
                                                       std::string_view declared);

// The charset that an XML declaration at the front of `head` names; empty where there is none.
[[nodiscard]] std::string_view XmlCharset(std::string_view head);

// What windows-1252 has for a byte; U+FFFD where it has nothing.
[[nodiscard]] char32_t Windows1252(unsigned char byte);

}  // namespace calque::internal
