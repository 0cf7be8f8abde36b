#include "align/read/press_export.h"

#include <algorithm>
#include <utility>

#include "align/base/ascii.h"
#include "align/base/utf8.h"
#include "align/io/clean_text.h"
#include "align/io/line_reader.h"
#include "align/io/number_text.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

std::string_view WithoutSpaceBehind(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) {
    line.remove_suffix(1);
  }
  return line;
}

class PressExportReader : public DocumentReader {
 public:
  PressExportReader(std::unique_ptr<ByteSource> source, ReadOptions options,
                    std::unique_ptr<const PressExport> format)
      : options_(std::move(options)),
        text_(OpenCleanText(std::move(source), options_.charset)),
        lines_(*text_, options_.document_limit),
        format_(std::move(format)) {}

  std::optional<RawDocument> Next() override {
    while (!ended_) {
      const std::vector<std::string> article = NextArticle();
      DispatchBuilder builder(text_->name(), options_);
      format_->Read(article, &builder);
      if (!builder.HasHeadline() || !builder.HasBody()) continue;
      RawDocument document = builder.Build();
      const std::string number = std::to_string(++count_);
      if (document.id.empty()) document.id = IdOfName(text_->name()) + "#" + number;
      return document;
    }
    return std::nullopt;
  }

 private:
  std::vector<std::string> NextArticle() {
    std::vector<std::string> article = std::exchange(pending_, {});
    std::size_t size = 0;
    for (;;) {
      const std::optional<std::string_view> line = lines_.Next();
      ended_ = !line;
      if (ended_) return article;
      const std::string_view kept = WithoutSpaceBehind(*line);
      size += kept.size() + 1;
      if (size > 2 * options_.document_limit) {
        throw Error(ErrorCode::kBadInput, lines_.location(),
                    "holds an article without end; it is no export of this kind");
      }
      if (format_->Begins(kept) && !article.empty()) {
        pending_.emplace_back(kept);
        return article;
      }
      article.emplace_back(kept);
      if (format_->Ends(kept)) return article;
    }
  }

  ReadOptions options_;
  std::unique_ptr<CleanText> text_;
  LineReader lines_;
  std::unique_ptr<const PressExport> format_;
  std::vector<std::string> pending_;  // the first line of the next article
  std::size_t count_ = 0;
  bool ended_ = false;
};

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

int MonthOf(std::string_view word) {
  constexpr std::size_t kLongestMonth = 10;
  if (word.size() > kLongestMonth || word == "mardi" || word == "martes" || word == "maggior") {
    return 0;
  }
  for (const MonthName& name : kMonths) {
    if (word.starts_with(name.prefix)) return name.month;
  }
  return 0;
}

std::vector<std::string> FoldedWords(std::string_view text) {
  std::vector<std::string> words(1);
  const std::string folded = Fold(text);
  for (const char c : folded) {
    const bool inside = IsAsciiLower(c) || IsAsciiDigit(c);
    if (inside) words.back() += c;
    if (!inside && !words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// `5`, `1er`, `5th`; 0 where it is no day.
std::uint32_t DayOf(std::string word) {
  while (!word.empty() && (word.back() < '0' || word.back() > '9')) word.pop_back();
  const auto day = ParseUnsigned(word);
  return day && *day >= 1 && *day <= 31 ? *day : 0;
}

}  // namespace

std::unique_ptr<DocumentReader> OpenPressExport(std::unique_ptr<ByteSource> source,
                                                const ReadOptions& options,
                                                std::unique_ptr<const PressExport> format) {
  return std::make_unique<PressExportReader>(std::move(source), options, std::move(format));
}

std::vector<std::string> ParagraphsOf(const std::vector<std::string>& lines) {
  std::vector<std::string> paragraphs;
  bool open = false;
  for (const std::string& line : lines) {
    const std::string text = WireLine(line);
    if (text.empty()) {
      open = false;
    } else if (open) {
      paragraphs.back() += " " + text;
    } else {
      paragraphs.push_back(text);
      open = true;
    }
  }
  return paragraphs;
}

std::string PressDate(std::string_view text) {
  constexpr std::size_t kLongestLine = 200;
  const std::vector<std::string> words = FoldedWords(text.substr(0, kLongestLine));
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int month = MonthOf(words[i]);
    if (month == 0) continue;
    std::uint32_t day = i > 0 ? DayOf(words[i - 1]) : 0;
    std::size_t year_at = i + 1;
    if (day == 0 && i + 1 < words.size()) {
      day = DayOf(words[i + 1]);
      year_at = i + 2;
    }
    if (year_at < words.size() && words[year_at] == "de") ++year_at;
    if (day == 0 || year_at >= words.size() || words[year_at].size() != 4) continue;
    const auto year = ParseUnsigned(words[year_at]);
    if (!year) continue;
    const auto two = [](std::uint32_t number) {
      return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return std::to_string(*year) + "-" + two(static_cast<std::uint32_t>(month)) + "-" + two(day);
  }
  return {};
}

std::string PressLanguage(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> kLanguages[] = {
      {"english", "en"},    {"anglais", "en"},    {"french", "fr"},    {"francais", "fr"},
      {"german", "de"},     {"deutsch", "de"},    {"allemand", "de"},  {"spanish", "es"},
      {"espanol", "es"},    {"espagnol", "es"},   {"italian", "it"},   {"italiano", "it"},
      {"italien", "it"},    {"portuguese", "pt"}, {"portugues", "pt"}, {"dutch", "nl"},
      {"nederlands", "nl"}, {"russian", "ru"},    {"arabic", "ar"},    {"chinese", "zh"},
      {"japanese", "ja"}};
  const std::string key = Fold(TrimSpace(name));
  for (const auto& [word, language] : kLanguages) {
    if (key.starts_with(word)) return std::string(language);
  }
  return {};
}

bool IsWordCount(std::string_view line) {
  constexpr std::size_t kLongest = 32;  // bytes
  line = TrimSpace(line);
  if (line.size() > kLongest) return false;
  const std::string text = Fold(line);
  const std::size_t space = text.rfind(' ');
  if (space == std::string::npos) return false;
  const std::string unit = text.substr(space + 1);
  if (unit != "words" && unit != "mots" && unit != "worter" && unit != "palabras") return false;
  return IsAsciiDigit(text[0]) && text.find_first_not_of("0123456789,. ") > text.rfind(' ');
}

bool OpensByline(std::string_view line) {
  constexpr std::size_t kLongest = 160;  // bytes
  constexpr std::string_view kWords[] = {"by ", "di ", "door ", "par ", "por ", "von "};
  const std::string text = Fold(TrimSpace(line).substr(0, kLongest + 1));
  return text.size() <= kLongest &&
         std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return text.starts_with(word); });
}

bool IsCopyright(std::string_view line) {
  const std::string_view text = TrimSpace(line);
  return text.starts_with("©") || text.starts_with("(c) ") || text.starts_with("(C) ") ||
         text.starts_with("Copyright ");
}

}  // namespace calque::internal
