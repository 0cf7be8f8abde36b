#include "align/base/language_tag.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <utility>

#include "align/base/ascii.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

// Codes that IANA's registry has withdrawn for another, and Bokmål, which most texts and language
// detectors call Norwegian.
constexpr std::pair<std::string_view, std::string_view> kSameLanguage[] = {
    {"in", "id"}, {"iw", "he"}, {"ji", "yi"}, {"jw", "jv"}, {"mo", "ro"}, {"nb", "no"}};

// The codes of ISO 639-2/B, by the English name, of languages that have another one (639-2/T, which
// ICU knows).
constexpr std::pair<std::string_view, std::string_view> kBibliographic[] = {
    {"alb", "sq"}, {"arm", "hy"}, {"baq", "eu"}, {"bur", "my"}, {"chi", "zh"},
    {"cze", "cs"}, {"dut", "nl"}, {"fre", "fr"}, {"geo", "ka"}, {"ger", "de"},
    {"gre", "el"}, {"ice", "is"}, {"mac", "mk"}, {"mao", "mi"}, {"may", "ms"},
    {"per", "fa"}, {"rum", "ro"}, {"slo", "sk"}, {"tib", "bo"}, {"wel", "cy"}};

// The shortest code of the language that the tag names.
std::string CodeOf(std::string_view tag) {
  constexpr std::size_t kShortest = 2;
  constexpr std::size_t kLongest = 8;
  if (tag.empty()) return {};
  std::string primary;
  for (const char c : tag.substr(0, tag.find_first_of("-_"))) {
    if (!IsAsciiLetter(c)) return "und";
    primary += AsciiLower(c);
  }
  if (primary.size() < kShortest || primary.size() > kLongest) return "und";
  for (const auto& [bibliographic, usual] : kBibliographic) {
    if (primary == bibliographic) return std::string(usual);
  }
  char code[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  const int length = uloc_getLanguage(primary.c_str(), code, ULOC_LANG_CAPACITY, &status);
  return U_SUCCESS(status) && length > 0 ? std::string(code, static_cast<std::size_t>(length))
                                         : primary;
}

}  // namespace

std::string PrimaryLanguage(std::string_view tag) {
  std::string code = CodeOf(tag);
  for (const auto& [other, usual] : kSameLanguage) {
    if (code == other) return std::string(usual);
  }
  return code;
}

bool IsUnknownLanguage(std::string_view tag) { return tag.empty() || tag == "und"; }

bool IsNameOfLanguage(std::string_view word, const std::string& language,
                      std::initializer_list<std::string_view> in) {
  const icu::Locale named(PrimaryLanguage(language).c_str());
  const std::string folded = Fold(word);
  return std::ranges::any_of(in, [&](std::string_view language_of_name) {
    icu::UnicodeString name;
    std::string utf8;
    named.getDisplayLanguage(icu::Locale(PrimaryLanguage(language_of_name).c_str()), name);
    return Fold(name.toUTF8String(utf8)) == folded;
  });
}

std::string LanguageNamed(std::string_view word) {
  const bool tag = IsLanguageTag(word);
  const std::string primary = tag ? PrimaryLanguage(word) : std::string();
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    const std::string_view known = *code;
    if (known.size() != 2) continue;
    if (tag && known == primary) return std::string(word);
    if (!tag && IsNameOfLanguage(word, *code, {"en", known})) return *code;
  }
  return {};
}

std::string WithoutRegion(std::string_view tag) {
  constexpr std::size_t kScript = 4;
  std::string result = CodeOf(tag);
  const std::size_t begin = tag.find_first_of("-_");
  if (begin == std::string_view::npos || result == "und") return result;
  const std::string_view rest = tag.substr(begin + 1);
  const std::string_view script = rest.substr(0, rest.find_first_of("-_"));
  if (script.size() != kScript || !std::all_of(script.begin(), script.end(), IsAsciiLetter)) {
    return result;
  }
  result += '-';
  for (std::size_t i = 0; i < kScript; ++i) {
    result += i == 0 ? AsciiUpper(script[i]) : AsciiLower(script[i]);
  }
  return result;
}

bool IsLanguageTag(std::string_view tag) {
  constexpr std::size_t kLongestSubtag = 8;
  bool first = true;
  while (true) {
    const std::size_t end = tag.find_first_of("-_");
    const std::string_view part = tag.substr(0, end);
    if (!std::all_of(part.begin(), part.end(), IsAsciiAlphanumeric) || part.empty() ||
        part.size() > kLongestSubtag)
      return false;
    // The names of languages (`french`) are longer than their codes.
    if (first && (part.size() < 2 || part.size() > 3 || PrimaryLanguage(part) == "und")) {
      return tag == "und";
    }
    if (end == std::string_view::npos) return true;
    tag.remove_prefix(end + 1);
    first = false;
  }
}

bool IsLanguage(std::string_view tag, std::string_view wanted) {
  const auto same = [](char a, char b) { return AsciiLower(a) == AsciiLower(b); };
  if (tag.size() < wanted.size()) return false;
  if (!std::equal(wanted.begin(), wanted.end(), tag.begin(), same)) return false;
  return wanted.empty() || tag.size() == wanted.size() || tag[wanted.size()] == '-' ||
         tag[wanted.size()] == '_';
}

}  // namespace calque::internal
