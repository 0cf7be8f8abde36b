#include "align/base/printable.h"

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

bool IsObeyed(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string Printable(std::string_view text, std::string_view kept) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string printable;
  printable.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const bool malformed = c.value == kReplacementCharacter && c.end == at + 1;
    const bool stays = c.value < 0x80 && kept.find(static_cast<char>(c.value)) != kept.npos;
    if (!malformed && (stays || !IsObeyed(c.value))) {
      printable += text.substr(at, c.end - at);
      at = c.end;
      continue;
    }
    for (; at < c.end; ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      printable += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return printable;
}

}  // namespace calque::internal
