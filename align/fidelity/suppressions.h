// Findings that a desk has looked at and does not want to see again.
//
// A file of lines `category<TAB>document<TAB>text<TAB>reason`: findings of that category, in the
// bitexts of that id or one of whose sides has it, whose source or target span holds that text,
// white space made single. `*` stands for any category, document or text. The reason must be given.
// Lines that begin with `#` are left out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

class Suppressions {
 public:
  // Throws Error{kBadInput} for a line that leaves out one of its four fields, or has a category
  // that calque does not have.
  static Suppressions Parse(std::string_view bytes, const std::string& name);

  // Takes the findings that a line asks for out of the bitext; how many they were. `names`: what
  // the bitext and its documents are called beside their ids.
  std::size_t Apply(Bitext* bitext, const std::vector<std::string>& names = {});

  // Lines that never applied: `name:line: …`, for the user.
  [[nodiscard]] std::vector<std::string> Unused() const;

 private:
  struct Line {
    std::string category;
    std::string document;
    std::string text;
    std::string place;  // `name:line`
    std::size_t applied = 0;
  };
  [[nodiscard]] static bool Matches(const Line& line, const Bitext& bitext,
                                    const std::vector<std::string>& names, const Finding& finding);

  std::vector<Line> lines_;
};

}  // namespace calque::internal
