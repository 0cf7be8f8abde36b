#include "align/export/text_pair.h"

#include <algorithm>
#include <string_view>

#include "align/base/ascii.h"
#include "calque/error.h"

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

void TextPair::Check(const std::string& bitext, const std::string& source,
                     const std::string& target) {
  if (source_ == nullptr) {
    source_language_ = source;
    target_language_ = target;
    const bool named = MayNameAFile(source) && MayNameAFile(target) && source != target;
    const auto open = [&](const std::string& name) -> std::ostream* {
      return &target_.Open(target_.stem() + "." + name + suffix_);
    };
    source_ = open(named ? source : "source");
    target_text_ = open(named ? target : "target");
  }
  if (source == source_language_ && target == target_language_) return;
  throw Error(ErrorCode::kBadInput, {bitext},
              "is " + source + "-" + target + ", but the corpus is " + source_language_ + "-" +
                  target_language_ + ": this format holds one pair of languages");
}

}  // namespace calque::internal
