#include "align/read/press_words.h"

#include <algorithm>
#include <utility>

#include "align/base/ascii.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

struct MonthName {
  std::string_view prefix;
  int month;
};
// Folded beginnings in English, French, German, Spanish, Italian and Portuguese; the longer first
// where one begins the other.
constexpr MonthName kMonths[] = {
    {"jan", 1},  {"gen", 1},  {"ene", 1},  {"feb", 2},  {"fev", 2},  {"mar", 3},  {"mrz", 3},
    {"apr", 4},  {"avr", 4},  {"abr", 4},  {"may", 5},  {"mai", 5},  {"mag", 5},  {"juin", 6},
    {"jun", 6},  {"giu", 6},  {"juil", 7}, {"jul", 7},  {"lug", 7},  {"aug", 8},  {"aou", 8},
    {"ago", 8},  {"sep", 9},  {"set", 9},  {"oct", 10}, {"okt", 10}, {"ott", 10}, {"out", 10},
    {"nov", 11}, {"dec", 12}, {"dez", 12}, {"dic", 12}};
constexpr std::string_view kNoMonths[] = {"mardi", "martes", "maggior"};

constexpr std::string_view kBylineWords[] = {"by ", "di ", "door ", "par ", "por ", "von "};
// What the length of an article is counted in.
constexpr std::string_view kCountWords[] = {"words", "mots", "worter", "palabras"};
constexpr std::string_view kPageWords[] = {"p. ", "page "};

constexpr std::pair<std::string_view, std::string_view> kLanguages[] = {
    {"english", "en"},    {"anglais", "en"},    {"french", "fr"},    {"francais", "fr"},
    {"german", "de"},     {"deutsch", "de"},    {"allemand", "de"},  {"spanish", "es"},
    {"espanol", "es"},    {"espagnol", "es"},   {"italian", "it"},   {"italiano", "it"},
    {"italien", "it"},    {"portuguese", "pt"}, {"portugues", "pt"}, {"dutch", "nl"},
    {"nederlands", "nl"}, {"russian", "ru"},    {"arabic", "ar"},    {"chinese", "zh"},
    {"japanese", "ja"}};

}  // namespace

int MonthOf(std::string_view word) {
  constexpr std::size_t kLongestMonth = 10;
  if (word.size() > kLongestMonth || std::ranges::find(kNoMonths, word) != std::end(kNoMonths)) {
    return 0;
  }
  for (const MonthName& name : kMonths) {
    if (word.starts_with(name.prefix)) return name.month;
  }
  return 0;
}

bool OpensByline(std::string_view line) {
  constexpr std::size_t kLongest = 160;  // bytes
  const std::string text = Fold(TrimSpace(line).substr(0, kLongest + 1));
  return text.size() <= kLongest &&
         std::ranges::any_of(kBylineWords, [&](auto word) { return text.starts_with(word); });
}

bool IsWordCount(std::string_view line) {
  constexpr std::size_t kLongest = 32;  // bytes
  line = TrimSpace(line);
  if (line.size() > kLongest) return false;
  const std::string text = Fold(line);
  const std::size_t space = text.rfind(' ');
  if (space == std::string::npos) return false;
  const std::string_view unit = std::string_view(text).substr(space + 1);
  return std::ranges::find(kCountWords, unit) != std::end(kCountWords) && IsAsciiDigit(text[0]) &&
         text.find_first_not_of("0123456789,. ") > space;
}

bool HoldsWordCount(std::string_view line) {
  const std::string text = Fold(line);
  for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
    if (at == 0 || !IsAsciiDigit(text[at - 1])) continue;
    const std::string_view rest = std::string_view(text).substr(at + 1);
    if (std::ranges::any_of(kCountWords, [&](auto word) { return rest.starts_with(word); })) {
      return true;
    }
  }
  return false;
}

bool EndsWithPage(std::string_view line) {
  constexpr std::size_t kLongest = 60;  // bytes
  const std::string text = Fold(line);
  return text.size() < kLongest && !text.empty() && IsAsciiDigit(text.back()) &&
         std::ranges::any_of(kPageWords, [&](auto word) { return text.find(word) != text.npos; });
}

std::string LanguageByName(std::string_view name) {
  const std::string key = Fold(TrimSpace(name));
  for (const auto& [word, language] : kLanguages) {
    if (key.starts_with(word)) return std::string(language);
  }
  return {};
}

}  // namespace calque::internal
