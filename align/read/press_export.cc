#include "align/read/press_export.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "align/base/ascii.h"
#include "align/base/utf8.h"
#include "align/io/clean_text.h"
#include "align/io/line_reader.h"
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
      std::optional<RawDocument> document = DocumentOf(article, *format_, begin_, options_);
      if (!document) continue;
      const std::string number = std::to_string(++count_);
      if (document->id.empty()) document->id = IdOfName(text_->name()) + "#" + number;
      return document;
    }
    return std::nullopt;
  }

 private:
  std::vector<std::string> NextArticle() {
    std::vector<std::string> article = std::exchange(pending_, {});
    if (!article.empty()) begin_ = lines_.location();
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
      if (article.empty()) begin_ = lines_.location();
      article.emplace_back(kept);
      if (format_->Ends(kept)) return article;
    }
  }

  ReadOptions options_;
  std::unique_ptr<CleanText> text_;
  LineReader lines_;
  std::unique_ptr<const PressExport> format_;
  std::vector<std::string> pending_;  // the first line of the next article
  Location begin_;                    // of the article
  std::size_t count_ = 0;
  bool ended_ = false;
};

bool HoldsYear(std::string_view line) {
  constexpr std::size_t kDigits = 4;
  std::size_t digits = 0;  // of the number that ends here
  for (std::size_t at = 0; at <= line.size(); ++at) {
    if (at < line.size() && IsAsciiDigit(line[at])) {
      ++digits;
      continue;
    }
    if (digits == kDigits) {
      const std::string_view year = line.substr(at - kDigits, kDigits);
      if (year.starts_with("19") || year.starts_with("20")) return true;
    }
    digits = 0;
  }
  return false;
}

}  // namespace

std::optional<RawDocument> DocumentOf(const std::vector<std::string>& article,
                                      const PressExport& format, const Location& begin,
                                      const ReadOptions& options) {
  const auto is_mark = [&](const std::string& line) {
    return format.Begins(line) || format.Ends(line);
  };
  const bool marked = !article.empty() && (is_mark(article.front()) || is_mark(article.back()));
  DispatchBuilder builder(begin.name, options);
  format.Read(article, *PressWords::Of(options.data_directory), &builder);
  if (marked && !builder.HasBody()) {
    std::vector<std::string> lines;
    std::remove_copy_if(article.begin(), article.end(), std::back_inserter(lines), is_mark);
    for (const std::string& text : ParagraphsOf(lines)) builder.AddParagraph(text);
    builder.document().diagnostics.push_back(
        {"article-layout-unknown",
         "an article is laid out in no known way; all its lines are taken for its text", begin});
  }
  // What stands around the articles, a cover or a list of them, has no mark of one.
  if (!builder.HasBody() || (!marked && !builder.HasHeadline())) return std::nullopt;
  return builder.Build();
}

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

bool IsCopyright(std::string_view line) {
  const std::string_view text = TrimSpace(line);
  if (text.starts_with("©")) return true;
  const bool opens =
      text.starts_with("(c) ") || text.starts_with("(C) ") || text.starts_with("Copyright ");
  return opens && (text.find("©") != std::string_view::npos || HoldsYear(text));
}

}  // namespace calque::internal
