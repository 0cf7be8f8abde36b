// Glossaries: terms and how they are to be rendered, from TSV or TBX.
//
// TSV: `source<TAB>target[<TAB>status]`, a rendering a line; several lines with one source give
// several renderings. `status` is `forbidden` for a rendering that must not be used, else
// `preferred`, `admitted` or empty. A first line that names the two languages (`en`, `English`,
// `anglais`), says `source` and `target`, or has `status` for a status, is a header; where it names
// the target first, so do the lines. Lines that begin with `#` are left out.
// TBX (ISO 30042:2019 and its predecessor): the terms of both languages of each concept;
// `administrativeStatus` `deprecatedTerm…` is forbidden.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace calque::internal {

struct GlossaryTerm {
  std::string source;  // as written
  std::vector<std::string>
      renderings;  // allowed; none: the term is only watched for forbidden ones
  std::vector<std::string> forbidden;
};

struct GlossaryLanguages {
  std::string source;  // BCP 47; only the primary subtag counts
  std::string target;
};

// The format is told by the first character; `name` is for messages. Throws Error{kBadInput} for a
// line without a tab, an unknown status, or XML that is no TBX.
[[nodiscard]] std::vector<GlossaryTerm> ReadGlossary(std::string_view bytes,
                                                     const std::string& name,
                                                     const GlossaryLanguages& languages);

}  // namespace calque::internal
