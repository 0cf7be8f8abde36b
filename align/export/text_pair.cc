#include "align/export/text_pair.h"

#include <algorithm>
#include <string_view>

#include "align/base/ascii.h"

namespace calque::internal {
namespace {

bool MayNameAFile(std::string_view language) {
  const auto plain = [](char c) { return IsAsciiAlphanumeric(c) || c == '-'; };
  return !language.empty() && std::all_of(language.begin(), language.end(), plain);
}

}  // namespace

std::string NameForFile(const std::string& language) {
  return MayNameAFile(language) ? language : "und";
}

void TextPair::Open(const LanguageNames& names) {
  const bool named =
      MayNameAFile(names.source) && MayNameAFile(names.target) && names.source != names.target;
  const auto open = [&](const std::string& name) -> std::ostream* {
    return &target_.Open(target_.stem() + "." + name + suffix_);
  };
  source_ = open(named ? names.source : "source");
  target_text_ = open(named ? names.target : "target");
}

void TextPair::End() {
  if (source_ == nullptr) Open({});
}

void TextPair::Check(const std::string& bitext, const std::string& source,
                     const std::string& target) {
  languages_.Check(bitext, source, target, "this format holds");
  if (source_ == nullptr) Open(NamesOfSides(source, target));
}

}  // namespace calque::internal
