#include "align/entities/name_text.h"

#include <algorithm>
#include <utility>

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
  Blocker(const Document& document, const NameGrammar& grammar, const std::vector<Mention>& values)
      : grammar_(grammar) {
    for (const Mention& value : values) spans_.push_back(value.span);
    if (document.dateline) spans_.push_back(document.dateline->span);
    std::sort(spans_.begin(), spans_.end());
  }

  // For each part of a sentence; sentences have to come in text order.
  std::vector<bool> BlockedOf(const std::vector<NamePart>& parts) {
    std::vector<bool> blocked;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      while (at_ < spans_.size() && spans_[at_].end <= parts[i].span.begin) Keep();
      if (at_ < spans_.size() && BeginsListed(parts, i)) ++at_;
      blocked.push_back(at_ < spans_.size() && spans_[at_].Overlaps(parts[i].span));
    }
    return blocked;
  }

  // All that block, behind the last sentence.
  std::vector<ByteSpan> TakeBlocking() {
    while (at_ < spans_.size()) Keep();
    return std::move(blocking_);
  }

 private:
  void Keep() { blocking_.push_back(spans_[at_++]); }

  // Whether the next span begins at a part that begins a longer name of the lists.
  bool BeginsListed(const std::vector<NamePart>& parts, std::size_t i) const {
    if (spans_[at_].begin != parts[i].span.begin) return false;
    const std::vector<const NameForm*> forms = grammar_.gazetteer.LongestAt(parts, i);
    return !forms.empty() && parts[i + forms.front()->parts - 1].span.end > spans_[at_].end;
  }

  const NameGrammar& grammar_;
  std::vector<ByteSpan> spans_;  // values and the dateline
  std::size_t at_ = 0;
  std::vector<ByteSpan> blocking_;  // those before `at_` but what begins a name
};

}  // namespace

NameText ReadNameText(const Document& document, const NameGrammar& grammar,
                      const std::vector<Mention>& values) {
  NameText text;
  Blocker blocker(document, grammar, values);
  text.sentences.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences) {
    NameSentence& read = text.sentences.emplace_back();
    read.parts = SplitNameParts(document.text, sentence.span);
    read.blocked = blocker.BlockedOf(read.parts);
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
  text.fixed = blocker.TakeBlocking();
  return text;
}

}  // namespace calque::internal
