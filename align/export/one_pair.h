// The languages of a corpus in a format that names but one pair of them.
#pragma once

#include <string>

namespace calque::internal {

class OnePair {
 public:
  // Takes the languages of a bitext; those of the first are the corpus's. Regions do not part
  // languages (`en-GB` is the `en` of `en-US`), unless nothing else parts the sides; a side
  // without a language is of any. Throws Error{kBadInput} for another pair; `holds` ends the
  // message: `this format holds`.
  void Check(const std::string& bitext, const std::string& source, const std::string& target,
             const char* holds);

 private:
  std::string source_;
  std::string target_;
};

// Languages as names of the two sides: without their regions, so that a corpus has but one name
// for a side; with them where that tells the sides apart.
struct LanguageNames {
  std::string source;
  std::string target;
};
[[nodiscard]] LanguageNames NamesOfSides(const std::string& source, const std::string& target);

}  // namespace calque::internal
