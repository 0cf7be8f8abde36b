// Which language a text is in (CLD2).
#pragma once

#include <string>
#include <string_view>

namespace calque::internal {

struct LanguageGuess {
  std::string language = "und";  // BCP 47; `und` where the text is too short or mixed
  bool reliable = false;
};

// Looks at no more than the first 256 KiB. Precondition: valid UTF-8.
[[nodiscard]] LanguageGuess GuessLanguage(std::string_view text);

// The same where the guess is reliable, else `und`: for bitexts, which may be a single sentence.
[[nodiscard]] std::string SureLanguage(std::string_view text);

// The language that a text is clearly in although it is said to be in another, `said`; empty where
// that may be true: where the text is short or mixed, and where the two are hard to tell apart.
[[nodiscard]] std::string LanguageInsteadOf(std::string_view said, std::string_view text);

}  // namespace calque::internal
