// From bytes of an unknown or declared charset to valid UTF-8, never with a silent loss.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calque/error.h"

namespace calque::internal {

struct DecodedText {
  std::string text;                     // valid UTF-8, byte-order mark taken off
  std::string charset;                  // IANA name of what the bytes were read as
  std::vector<Diagnostic> diagnostics;  // what was guessed or replaced, with places
};

// The charset that a label means: `UTF-8` or `windows-1252` by whatever alias, the latter for those
// of Latin-1 and ASCII too, as browsers do; any other label as it is.
[[nodiscard]] std::string CharsetOfLabel(const std::string& label);

// The charset whose byte-order mark stands first; empty where none does.
[[nodiscard]] std::string_view MarkedCharset(std::string_view bytes);
// The charset of bytes without a mark that are UTF-16, every second byte of (mostly Latin) text
// being NUL; empty for others. Precondition for a yes: an even number of bytes.
[[nodiscard]] std::string_view Utf16WithoutMark(std::string_view bytes);

// In this order: byte-order mark, valid UTF-8, `declared` (an IANA name, may be empty), ICU's
// detector. Latin-1 labels are read as windows-1252, as browsers do. `name` is for diagnostics.
// Throws Error{kBadInput} for binary data (NUL bytes in no known UTF-16/32 text).
[[nodiscard]] DecodedText DecodeText(std::string bytes, const std::string& name,
                                     const std::string& declared = {});

}  // namespace calque::internal
