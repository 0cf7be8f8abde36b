#include "align/io/language_id.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <iterator>

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

namespace {

// Languages that a page of text does not tell apart for certain.
bool AreAlike(std::string_view one, std::string_view other) {
  static constexpr std::string_view kGroups[] = {"bs hr me mk bg sh sl sr",
                                                 "cs sk",
                                                 "da nn no sv",
                                                 "es gl pt ca",
                                                 "id jv ms su",
                                                 "af nl",
                                                 "be ru uk",
                                                 "hi mr ne",
                                                 "fa ps ur",
                                                 "zh zh-hant",
                                                 "nso st tn xh zu",
                                                 "rn rw",
                                                 "fi et"};
  const auto in = [](std::string_view group, std::string_view code) {
    return (" " + std::string(group) + " ").find(" " + std::string(code) + " ") !=
           std::string::npos;
  };
  return std::any_of(std::begin(kGroups), std::end(kGroups),
                     [&](std::string_view group) { return in(group, one) && in(group, other); });
}

}  // namespace

std::string LanguageInsteadOf(std::string_view said, std::string_view text) {
  constexpr std::size_t kLeast = 200;  // characters
  constexpr std::size_t kEnough = std::size_t{16} << 10;
  text = text.substr(0, std::min(text.size(), kEnough));
  if (IsUnknownLanguage(said) || CodePointCount(text) < kLeast) return {};
  const std::string language = PrimaryLanguage(said);
  // Of languages that the detector does not know it takes texts for others.
  const CLD2::Language known =
      CLD2::GetLanguageFromName(language == "he" ? "iw" : language.c_str());
  if (known == CLD2::UNKNOWN_LANGUAGE) return {};
  const LanguageGuess guess = GuessLanguage(text);
  const std::string read = PrimaryLanguage(guess.language);
  if (!guess.reliable || IsUnknownLanguage(read) || read == language || AreAlike(read, language)) {
    return {};
  }
  return guess.language;
}

}  // namespace calque::internal
