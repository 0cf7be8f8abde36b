// Marks by what they do in text: end a sentence, quote, bracket, join.
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
// Whether a token ends a sentence by itself: `.`, `?!`, `...`, `。`.
[[nodiscard]] bool IsTerminator(std::string_view token);

[[nodiscard]] bool IsQuote(char32_t c);
// A quote that opens in most languages: `“`, `«`, `「`; some close with it.
[[nodiscard]] bool OpensQuotation(char32_t c);
// A quote that closes in some language: `”`, `»`, `“` in German, `'`.
[[nodiscard]] bool ClosesQuotation(char32_t c);
// A quote that closes even where a space stands before it: `»`, `”`.
[[nodiscard]] bool ClosesAfterSpace(char32_t c);
[[nodiscard]] bool IsOpenBracket(char32_t c);
[[nodiscard]] bool IsCloseBracket(char32_t c);
// What may stand between the end of a sentence and the space behind it.
[[nodiscard]] inline bool IsCloser(char32_t c) { return ClosesQuotation(c) || IsCloseBracket(c); }
[[nodiscard]] bool IsDash(char32_t c);
[[nodiscard]] bool IsBullet(char32_t c);

// `'` and the typographic forms that stand for it inside a word.
[[nodiscard]] constexpr bool IsApostrophe(char32_t c) {
  return c == U'\'' || c == 0x2019 || c == 0x02BC;
}
[[nodiscard]] constexpr bool IsHyphen(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2011;
}

}  // namespace calque::internal
