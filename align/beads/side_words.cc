#include "align/beads/side_words.h"

#include <algorithm>
#include <optional>

#include "align/base/utf8.h"
#include "align/beads/sentence_edges.h"
#include "align/io/number_text.h"

namespace calque::internal {
namespace {

std::optional<std::uint32_t> LineNumber(const Document& document, const Sentence& sentence) {
  if (sentence.tokens.size() < 2) return std::nullopt;
  return ParseUnsigned(document.TextOf(document.tokens[sentence.tokens.begin]));
}

bool HasLineNumbers(const Document& document) {
  constexpr std::size_t kFewLines = 3;  // too few to tell
  if (document.sentences.size() <= kFewLines) return false;
  std::optional<std::uint32_t> last;
  for (const Sentence& sentence : document.sentences) {
    const auto number = LineNumber(document, sentence);
    if (!number || (last && *number != *last + 1)) return false;
    last = number;
  }
  return true;
}

// A sentence from its token `first` on.
std::string_view TextFrom(const Document& document, const Sentence& sentence, std::uint32_t first) {
  if (first == sentence.tokens.end) return {};
  const ByteSpan from{document.tokens[first].span.begin, sentence.span.end};
  return from.In(document.text);
}

bool IsOfIdeographs(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    if (!IsIdeograph(point.value)) return false;
    at = point.end;
  }
  return true;
}

void AddWord(std::string_view text, SideWords* side) {
  const TypeId type = side->vocabulary.Intern(Fold(text));
  if (type == side->counts.size()) side->counts.push_back(0);
  ++side->counts[type];
  side->words.push_back(type);
}

void AddToken(std::string_view text, WordUnit unit, SideWords* side) {
  if (unit == WordUnit::kToken || !IsOfIdeographs(text)) {
    AddWord(text, side);
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = DecodeAt(text, at).end;
    AddWord(text.substr(at, end - at), side);
    at = end;
  }
}

std::uint32_t CountHeadline(const Document& document) {
  const auto ends = [&](const Sentence& sentence) {
    return sentence.span.end <= document.headline.end;
  };
  const auto behind = std::ranges::partition_point(document.sentences, ends);
  return static_cast<std::uint32_t>(behind - document.sentences.begin());
}

}  // namespace

SideWords WordsOf(const Document& document, WordUnit unit) {
  SideWords side;
  side.words.reserve(document.tokens.size());
  side.begin.reserve(document.sentences.size() + 1);
  side.length.reserve(document.sentences.size());
  side.headline = CountHeadline(document);
  const std::uint32_t skipped = HasLineNumbers(document) ? 1 : 0;
  for (const Sentence& sentence : document.sentences) {
    const std::uint32_t first = sentence.tokens.begin + skipped;
    const std::string_view whole = TextFrom(document, sentence, first);
    side.opening.push_back(static_cast<std::uint8_t>(OpeningOf(whole)));
    side.closing.push_back(static_cast<std::uint8_t>(ClosingOf(whole).Index()));
    std::size_t length = 0;
    for (std::uint32_t i = first; i < sentence.tokens.end; ++i) {
      const std::string_view text = document.TextOf(document.tokens[i]);
      AddToken(text, unit, &side);
      length += CodePointCount(text);
    }
    side.begin.push_back(static_cast<std::uint32_t>(side.words.size()));
    side.length.push_back(static_cast<float>(length));
  }
  return side;
}

}  // namespace calque::internal
