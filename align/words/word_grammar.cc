#include "align/words/word_grammar.h"

#include <optional>

#include "align/base/utf8.h"
#include "align/io/json.h"

namespace calque::internal {
namespace {

StringSet FoldedSet(const Json& words) {
  StringSet set;
  for (const Json& word : words) set.insert(Fold(word.get<std::string>()));
  return set;
}

std::optional<std::uint32_t> PartnerOf(std::span<const std::string> folded, std::size_t at,
                                       const Circumfix& circumfix) {
  for (std::size_t i = at + 1; i < folded.size() && i <= at + circumfix.reach; ++i) {
    if (circumfix.last.contains(folded[i]) || circumfix.last_or_ahead.contains(folded[i])) {
      return static_cast<std::uint32_t>(i);
    }
  }
  for (std::size_t back = 1; back <= circumfix.reach && back <= at; ++back) {
    if (circumfix.last_or_ahead.contains(folded[at - back])) {
      return static_cast<std::uint32_t>(at - back);
    }
  }
  return std::nullopt;
}

}  // namespace

std::shared_ptr<const WordGrammar> WordGrammar::FromJson(const Json& section,
                                                         const std::string& language) {
  auto grammar = std::make_shared<WordGrammar>();
  ReadJson({language + ".json"}, [&] {
    for (const Json& entry : section.value("circumfixes", Json::array())) {
      grammar->circumfixes_.push_back({FoldedSet(entry.at("first")), FoldedSet(entry.at("last")),
                                       FoldedSet(entry.at("last_or_ahead")),
                                       entry.at("reach").get<std::uint32_t>()});
    }
  });
  return grammar;
}

std::vector<WordGrammar::Partners> WordGrammar::FindPartners(
    std::span<const std::string> folded) const {
  std::vector<Partners> found;
  if (circumfixes_.empty()) return found;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    for (const Circumfix& circumfix : circumfixes_) {
      if (!circumfix.first.contains(folded[i])) continue;
      if (const auto partner = PartnerOf(folded, i, circumfix)) {
        found.push_back({static_cast<std::uint32_t>(i), *partner});
      }
      break;
    }
  }
  return found;
}

}  // namespace calque::internal
