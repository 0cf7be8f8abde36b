// Addresses (URL, e-mail, host name) inside running text, by hand-written matchers: no regular
// expression, no look-back, linear in what they match.
#pragma once

#include <cstdint>
#include <string_view>

namespace calque::internal {

// The end of the address that starts at `begin`, where `word_end` is the end of the letters,
// digits and inner marks from there; `begin` where there is none. Closing punctuation at its end
// (`.`, `,`, `)`, …) does not belong to it.
[[nodiscard]] std::uint32_t AddressEnd(std::string_view text, std::uint32_t begin,
                                       std::uint32_t word_end, std::uint32_t end);

// The end of the address whose `@` or `://` stands at `mark`.
[[nodiscard]] std::uint32_t AddressTailEnd(std::string_view text, std::uint32_t mark,
                                           std::uint32_t end);

}  // namespace calque::internal
