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

}  // namespace calque::internal
