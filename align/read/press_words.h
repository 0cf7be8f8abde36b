// Words by which readers of press databases and wires find dates, bylines, lengths and pages: those
// of all languages that have a data file, for a reader does not know yet which one it reads.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/base/string_hash.h"
#include "align/io/json.h"

namespace calque::internal {

class PressWords {
 public:
  // Those of a data directory, read once; an empty path is the default one. Throws as
  // DefaultDataDirectory() and ParseJson() do. Any thread may call it.
  [[nodiscard]] static std::shared_ptr<const PressWords> Of(const std::filesystem::path& directory);

  // Takes the sections `press` and `dispatch` of a language's file.
  void Add(const Json& file, const std::string& language);

  // The day of `Monday, 5 January 2026`, `January 5, 2026`, `lundi 5 janvier 2026`,
  // `5. Januar 2026`, `5 de enero de 2026`, as ISO 8601; empty where there is none.
  [[nodiscard]] std::string DateIn(std::string_view text) const;

  // 1 to 12 for a folded word that is the name of a month, or short for it; 0 where it is none.
  [[nodiscard]] int MonthOf(std::string_view word) const;

  // `By Anna Lee`, `Par Anne Roy`: a short line that opens with such a word.
  [[nodiscard]] bool OpensByline(std::string_view line) const;

  // The same of a line that a wire marks as one of names: `From Anna Lee`, too.
  [[nodiscard]] bool OpensMarkedByline(std::string_view line) const;

  // `Eds: UPDATES with toll`, `AP Photo LON101`: a paragraph that an editor at the receiving desk
  // reads and no reader of the news.
  [[nodiscard]] bool IsForEditors(std::string_view paragraph) const;

  // `373 words`, `1 204 mots`: a line that says only how long the article is.
  [[nodiscard]] bool IsWordCount(std::string_view line) const;
  // `Économie, mardi 6 janvier 2026 1234 mots, p. 12`: one that says it among other things.
  [[nodiscard]] bool HoldsWordCount(std::string_view line) const;

  // `Page 3`, `p. 12`, `Économie, p. 4`
  [[nodiscard]] bool EndsWithPage(std::string_view line) const;

  // BCP 47 of a language by one of its names: `English`, `français`; empty where unknown.
  [[nodiscard]] std::string LanguageByName(std::string_view name) const;

 private:
  // All folded.
  StringMap<int> months_;
  std::vector<std::string> bylines_;         // with a blank behind
  std::vector<std::string> marked_bylines_;  // likewise
  std::vector<std::string> editors_;         // what is for them begins so
  std::vector<std::string> counts_;          // what the length of an article is counted in
  std::vector<std::string> pages_;           // with a blank on both sides
  std::vector<std::pair<std::string, std::string>> languages_;  // name, BCP 47
};

}  // namespace calque::internal
