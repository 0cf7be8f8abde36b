#include "align/export/one_pair.h"

#include "align/base/language_tag.h"
#include "align/read/unit.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

bool IsNamed(const std::string& language) { return !language.empty() && language != "und"; }

}  // namespace

LanguageNames NamesOfSides(const std::string& source, const std::string& target) {
  LanguageNames names{WithoutRegion(source), WithoutRegion(target)};
  if (names.source == names.target) names = {source, target};
  return names;
}

void OnePair::Check(const std::string& bitext, const std::string& source, const std::string& target,
                    const char* holds) {
  const auto take = [](const std::string& language, std::string* known) {
    if (!IsNamed(*known)) *known = language;
    return IsNamed(language) ? language : *known;
  };
  const LanguageNames given = NamesOfSides(take(source, &source_), take(target, &target_));
  const LanguageNames known = NamesOfSides(source_, target_);
  if (given.source == known.source && given.target == known.target) return;
  const auto pair = [](const std::string& one, const std::string& other) {
    return LanguageOrUnd(one) + "-" + LanguageOrUnd(other);
  };
  throw Error(ErrorCode::kBadInput, {bitext.empty() ? "a bitext without an id" : bitext},
              "is " + pair(source, target) + ", but the corpus is " + pair(source_, target_) +
                  ": " + holds + " one pair of languages; `calque convert` takes one with " +
                  "--source-language and --target-language");
}

}  // namespace calque::internal
