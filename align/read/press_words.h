// Words by which readers of press databases and wires find dates, bylines, lengths and pages: one
// table for all languages, for a reader does not know yet which one it reads.
#pragma once

#include <string>
#include <string_view>

namespace calque::internal {

// 1 to 12 for a folded word that begins as the name of a month; 0 where none does.
[[nodiscard]] int MonthOf(std::string_view word);

// `By Anna Lee`, `Par Anne Roy`: a short line that opens with such a word.
[[nodiscard]] bool OpensByline(std::string_view line);

// `373 words`, `1 204 mots`: a line that says only how long the article is.
[[nodiscard]] bool IsWordCount(std::string_view line);
// `Économie, mardi 6 janvier 2026 1234 mots, p. 12`: one that says it among other things.
[[nodiscard]] bool HoldsWordCount(std::string_view line);

// `Page 3`, `p. 12`, `Économie, p. 4`
[[nodiscard]] bool EndsWithPage(std::string_view line);

// BCP 47 of a language by its English or own name: `English`, `français`; empty where unknown.
[[nodiscard]] std::string LanguageByName(std::string_view name);

}  // namespace calque::internal
