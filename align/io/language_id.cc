#include "align/io/language_id.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

#include "align/base/language_tag.h"
#include "align/base/utf8.h"

namespace calque::internal {

LanguageGuess GuessLanguage(std::string_view text) {
  constexpr std::size_t kWindow = std::size_t{256} << 10;
  text = text.substr(0, std::min(text.size(), kWindow));
  text = text.substr(0, FirstInvalidUtf8(text));  // a window may end inside a code point
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int bytes = 0;
  bool reliable = false;
  int valid_prefix = 0;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language best = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), /*is_plain_text=*/true, &hints, 0, languages,
      percents, scores, nullptr, &bytes, &reliable, &valid_prefix);
  LanguageGuess guess;
  if (best != CLD2::UNKNOWN_LANGUAGE) guess.language = CLD2::LanguageCode(best);
  guess.reliable = reliable;
  if (guess.language == "un") guess.language = "und";
  // CLD2 says `iw` for Hebrew; a code with a script (`zh-Hant`) stays as it is.
  if (guess.language.find('-') == std::string::npos) {
    guess.language = PrimaryLanguage(guess.language);
  }
  return guess;
}

std::string SureLanguage(std::string_view text) {
  const LanguageGuess guess = GuessLanguage(text);
  return guess.reliable ? guess.language : "und";
}

}  // namespace calque::internal
