// Marks that end, close and open sentences.
#pragma once

#include <cstdint>
#include <string_view>

namespace calque::internal {

enum class TerminatorKind : std::uint8_t {
  kNone,
  kPeriod,
  kEllipsis,     // `…`, `...`, `. . .`
  kExclamation,  // `!` and terminators of other scripts
  kQuestion,
  kFull,  // terminators that need no space behind them: `。`, `！`
};

[[nodiscard]] TerminatorKind TerminatorOf(char32_t c);

[[nodiscard]] bool IsQuote(char32_t c);
// A quote that opens in most languages: `“`, `«`, `「`; some close with it.
[[nodiscard]] bool OpensQuotation(char32_t c);
// A quote that closes even where a space stands before it: `»`, `”`.
[[nodiscard]] bool ClosesAfterSpace(char32_t c);
[[nodiscard]] bool IsOpenBracket(char32_t c);
[[nodiscard]] bool IsCloseBracket(char32_t c);
[[nodiscard]] bool IsDash(char32_t c);
[[nodiscard]] bool IsBullet(char32_t c);

// The end of the emoticon (`:-)`, `;)`, `:P`) that stands alone at `at`, or `at`.
[[nodiscard]] std::uint32_t EmoticonEnd(std::string_view text, std::uint32_t at, std::uint32_t end);

}  // namespace calque::internal
