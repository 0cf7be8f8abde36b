// What the readers of plain-text exports (Factiva, LexisNexis, Europresse) share: a file of many
// articles, cut by lines, with dates and languages in words.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/read/dispatch_builder.h"
#include "align/read/press_words.h"
#include "align/read/reader.h"
#include "calque/error.h"

namespace calque::internal {

// A database's way to write an article as lines.
class PressExport {
 public:
  virtual ~PressExport() = default;
  // Whether an article begins at this line, and whether it ends with it.
  [[nodiscard]] virtual bool Begins(std::string_view line) const = 0;
  [[nodiscard]] virtual bool Ends(std::string_view line) const = 0;
  // Lines without white space at their end. Where no line of it is one that Begins() or Ends(),
  // what has no headline or no body is no article.
  virtual void Read(const std::vector<std::string>& lines, const PressWords& words,
                    DispatchBuilder* builder) const = 0;
};

[[nodiscard]] std::unique_ptr<const PressExport> MakeEuropresse();
[[nodiscard]] std::unique_ptr<const PressExport> MakeFactiva();

// Nothing of an article is lost where its layout is not known: then all its lines are its text, and
// a diagnostic says so. `begin` is its place.
[[nodiscard]] std::optional<RawDocument> DocumentOf(const std::vector<std::string>& article,
                                                    const PressExport& format,
                                                    const Location& begin,
                                                    const ReadOptions& options);

[[nodiscard]] std::unique_ptr<DocumentReader> OpenPressExport(
    std::unique_ptr<ByteSource> source, const ReadOptions& options,
    std::unique_ptr<const PressExport> format);

// Runs of lines between blank ones, each on one line.
[[nodiscard]] std::vector<std::string> ParagraphsOf(const std::vector<std::string>& lines);

// `© …`, or `(c) 2026 …`, `Copyright Acme 2026 …` with a year; not `Copyright law is …`.
[[nodiscard]] bool IsCopyright(std::string_view line);

}  // namespace calque::internal
