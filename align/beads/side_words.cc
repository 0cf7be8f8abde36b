#include "align/beads/side_words.h"

#include "align/base/utf8.h"

namespace calque::internal {

SideWords WordsOf(const Document& document) {
  SideWords side;
  side.words.reserve(document.tokens.size());
  side.begin.reserve(document.sentences.size() + 1);
  side.length.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences) {
    std::size_t length = 0;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const std::string_view text = document.TextOf(document.tokens[i]);
      const TypeId type = side.vocabulary.Intern(Fold(text));
      if (type == side.counts.size()) side.counts.push_back(0);
      ++side.counts[type];
      side.words.push_back(type);
      length += CodePointCount(text);
    }
    side.begin.push_back(static_cast<std::uint32_t>(side.words.size()));
    side.length.push_back(static_cast<float>(length));
  }
  return side;
}

}  // namespace calque::internal
