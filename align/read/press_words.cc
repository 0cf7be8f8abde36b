#include "align/read/press_words.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <mutex>

#include "align/base/ascii.h"
#include "align/base/utf8.h"
#include "align/io/data_directory.h"
#include "align/io/number_text.h"
#include "calque/document.h"

namespace calque::internal {
namespace {

// Runs of letters and digits, folded; letters of any script.
std::vector<std::string> FoldedWords(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : Fold(text)) {
    const bool ascii = static_cast<unsigned char>(c) < 0x80;
    const bool inside = !ascii || IsAsciiLower(c) || IsAsciiDigit(c);
    if (inside) words.back() += c;
    if (!inside && !words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// `5`, `1er`, `5th`; 0 where it is no day.
std::uint32_t DayOf(std::string_view word) {
  while (!word.empty() && !IsAsciiDigit(word.back())) word.remove_suffix(1);
  const auto day = ParseUnsigned(word);
  return day && *day >= 1 && *day <= 31 ? *day : 0;
}

// The `de` of `5 de enero de 2026`
bool IsFiller(std::string_view word) { return word.size() <= 2 && !IsAsciiDigit(word[0]); }

// What stands before and behind a word.
struct Around {
  std::string_view before;
  std::string_view behind;
};

void AddFolded(const Json& section, std::string_view key, Around around,
               std::vector<std::string>* words) {
  const auto found = section.find(key);
  if (found == section.end()) return;
  for (const Json& word : *found) {
    words->push_back(std::string(around.before) + Fold(word.get<std::string>()) +
                     std::string(around.behind));
  }
}

// A short line that opens with one of the words.
bool OpensWith(const std::vector<std::string>& words, std::string_view line) {
  constexpr std::size_t kLongest = 160;  // bytes
  const std::string text = Fold(TrimSpace(line).substr(0, kLongest + 1));
  return text.size() <= kLongest &&
         std::ranges::any_of(words, [&](const auto& word) { return text.starts_with(word); });
}

PressWords Load(const std::filesystem::path& directory) {
  PressWords words;
  for (const std::string& language : LanguagesOf(directory)) {
    words.Add(LoadLanguageFile(directory, language), language);
  }
  return words;
}

}  // namespace

std::shared_ptr<const PressWords> PressWords::Of(const std::filesystem::path& directory) {
  static std::mutex mutex;
  static std::map<std::filesystem::path, std::shared_ptr<const PressWords>> loaded;
  const std::scoped_lock lock(mutex);
  std::shared_ptr<const PressWords>& words = loaded[directory];
  if (!words) {
    words = std::make_shared<const PressWords>(
        Load(directory.empty() ? DefaultDataDirectory() : directory));
  }
  return words;
}

void PressWords::Add(const Json& file, const std::string& language) {
  const Json none = Json::object();
  const auto section = [&](const char* name) -> const Json& {
    const auto found = file.find(name);
    return found == file.end() ? none : *found;
  };
  const Json& press = section("press");
  const Json& dispatch = section("dispatch");
  AddFolded(press, "byline", {"", " "}, &bylines_);
  AddFolded(press, "marked_byline", {"", " "}, &marked_bylines_);
  AddFolded(press, "editors", {"", ""}, &editors_);
  AddFolded(press, "pages", {" ", " "}, &pages_);
  AddFolded(dispatch, "count_words", {"", ""}, &counts_);
  std::vector<std::string> names;
  AddFolded(press, "languages", {"", ""}, &names);
  for (std::string& name : names) languages_.emplace_back(std::move(name), language);
  int month = 0;
  for (const Json& forms : dispatch.value("months", Json::array())) {
    ++month;
    for (const Json& form : forms) months_.try_emplace(Fold(form.get<std::string>()), month);
  }
}

std::string PressWords::DateIn(std::string_view text) const {
  constexpr std::size_t kLongestLine = 200;
  const std::vector<std::string> words = FoldedWords(text.substr(0, kLongestLine));
  const auto day_at = [&](std::size_t at) { return at < words.size() ? DayOf(words[at]) : 0; };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int month = MonthOf(words[i]);
    if (month == 0) continue;
    const std::size_t before = i >= 2 && IsFiller(words[i - 1]) ? i - 2 : i - 1;  // none at 0
    std::uint32_t day = i > 0 ? day_at(before) : 0;
    std::size_t year_at = i + 1;
    if (day == 0) day = day_at(year_at++);
    if (year_at < words.size() && IsFiller(words[year_at])) ++year_at;
    if (day == 0 || year_at >= words.size() || words[year_at].size() != 4) continue;
    const auto year = ParseUnsigned(words[year_at]);
    if (!year) continue;
    return Date{static_cast<std::int16_t>(*year), static_cast<std::uint8_t>(month),
                static_cast<std::uint8_t>(day)}
        .ToString();
  }
  return {};
}

int PressWords::MonthOf(std::string_view word) const {
  const auto found = months_.find(word);
  return found == months_.end() ? 0 : found->second;
}

bool PressWords::OpensByline(std::string_view line) const { return OpensWith(bylines_, line); }

bool PressWords::OpensMarkedByline(std::string_view line) const {
  return OpensByline(line) || OpensWith(marked_bylines_, line);
}

bool PressWords::IsForEditors(std::string_view paragraph) const {
  constexpr std::size_t kLongest = 64;  // bytes of such words
  const std::string text = Fold(TrimSpace(paragraph).substr(0, kLongest));
  return std::ranges::any_of(editors_, [&](const auto& words) {
    if (!text.starts_with(words)) return false;
    // Not the photographer of `AP Photo`.
    return words.ends_with(':') || text.size() == words.size() ||
           !IsLetter(DecodeAt(text, words.size()).value);
  });
}

bool PressWords::IsWordCount(std::string_view line) const {
  constexpr std::size_t kLongest = 32;  // bytes
  line = TrimSpace(line);
  if (line.size() > kLongest) return false;
  const std::string text = Fold(line);
  const std::size_t space = text.rfind(' ');
  if (space == std::string::npos) return false;
  const std::string_view unit = std::string_view(text).substr(space + 1);
  return std::ranges::find(counts_, unit) != counts_.end() && IsAsciiDigit(text[0]) &&
         text.find_first_not_of("0123456789,. ") > space;
}

bool PressWords::HoldsWordCount(std::string_view line) const {
  const std::string text = Fold(line);
  for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
    if (at == 0 || !IsAsciiDigit(text[at - 1])) continue;
    const std::string_view rest = std::string_view(text).substr(at + 1);
    if (std::ranges::any_of(counts_, [&](const auto& word) { return rest.starts_with(word); })) {
      return true;
    }
  }
  return false;
}

bool PressWords::EndsWithPage(std::string_view line) const {
  constexpr std::size_t kLongest = 60;  // bytes
  const std::string text = " " + Fold(line);
  return text.size() <= kLongest && IsAsciiDigit(text.back()) &&
         std::ranges::any_of(pages_,
                             [&](const auto& word) { return text.find(word) != text.npos; });
}

std::string PressWords::LanguageByName(std::string_view name) const {
  const std::string key = Fold(TrimSpace(name));
  for (const auto& [word, language] : languages_) {
    if (key.starts_with(word)) return language;
  }
  return {};
}

}  // namespace calque::internal
