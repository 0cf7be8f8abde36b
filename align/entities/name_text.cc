#include "align/entities/name_text.h"

#include <algorithm>

namespace calque::internal {
namespace {

constexpr int kFewestWords = 4;  // of a sentence whose capitals can be judged

Capitals JudgeCapitals(const NameSentence& sentence, const NameGrammar& grammar) {
  int words = 0;
  int capital = 0;
  int upper = 0;
  for (std::size_t i = 0; i < sentence.parts.size(); ++i) {
    const NamePart& part = sentence.parts[i];
    if (sentence.blocked[i] || part.shape == Shape::kDigits || part.folded.size() < 4) continue;
    if (grammar.joiners.contains(part.folded)) continue;
    ++words;
    capital += part.HasCapital() ? 1 : 0;
    upper += part.shape == Shape::kUpper ? 1 : 0;
  }
  if (words < kFewestWords) return Capitals::kTellNames;
  if (upper * 10 >= words * 8) return Capitals::kThroughout;
  return capital * 10 >= words * 8 ? Capitals::kEveryWord : Capitals::kTellNames;
}

class Blocker {
 public:
  Blocker(const Document& document, const std::vector<Mention>& values) {
    for (const Mention& value : values) spans_.push_back(value.span);
    if (document.dateline) spans_.push_back(document.dateline->span);
    std::sort(spans_.begin(), spans_.end());
  }
  // Spans have to be asked for in text order.
  bool Blocks(ByteSpan span) {
    while (at_ < spans_.size() && spans_[at_].end <= span.begin) ++at_;
    return at_ < spans_.size() && spans_[at_].Overlaps(span);
  }

 private:
  std::vector<ByteSpan> spans_;
  std::size_t at_ = 0;
};

}  // namespace

NameText ReadNameText(const Document& document, const NameGrammar& grammar,
                      const std::vector<Mention>& values) {
  NameText text;
  Blocker blocker(document, values);
  text.sentences.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences) {
    NameSentence& read = text.sentences.emplace_back();
    read.parts = SplitNameParts(document.text, sentence.span);
    for (const NamePart& part : read.parts) read.blocked.push_back(blocker.Blocks(part.span));
    read.capitals = JudgeCapitals(read, grammar);
    if (read.capitals != Capitals::kTellNames) continue;
    bool opens = true;  // the first word behind a dateline opens its sentence, too
    for (std::size_t i = 0; i < read.parts.size(); ++i) {
      NamePart& part = read.parts[i];
      if (read.blocked[i]) continue;
      part.opens |= opens;
      opens = false;
      if (part.shape == Shape::kLower) text.lower.insert(part.hash);
      if (part.HasCapital() && !part.opens) text.capitalised.insert(part.hash);
    }
  }
  return text;
}

}  // namespace calque::internal
