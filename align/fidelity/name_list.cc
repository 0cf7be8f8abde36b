#include "align/fidelity/name_list.h"

#include <algorithm>

namespace calque::internal {
namespace {

bool IsName(const Mention& mention) { return mention.kind <= MentionKind::kOther; }

// A capital inside a sentence that starts a word worth calling a name.
bool LooksLikeName(const Word& word) {
  constexpr std::size_t kShortest = 2;
  return word.capital && !word.opens && word.kind == WordClass::kContent &&
         word.folded.size() >= kShortest;
}

class Collector {
 public:
  Collector(const SideView& side, IndexRange<Token> tokens)
      : side_(side), tokens_(tokens), taken_(tokens.size(), false) {}

  std::vector<NameInText> Run() {
    AddMentions();
    AddCapitals();
    std::sort(names_.begin(), names_.end(), [](const NameInText& a, const NameInText& b) {
      return a.tokens.begin < b.tokens.begin;
    });
    return std::move(names_);
  }

 private:
  // Values take their words too: the capital of a month is no name.
  void AddMentions() {
    const IndexRange<Mention> mentions = side_.MentionsIn(side_.SpanOf(tokens_));
    for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
      const Mention& mention = side_.mentions()[m];
      const IndexRange<Token> words = side_.TokensIn(mention.span);
      for (std::uint32_t i = words.begin; i < words.end; ++i) taken_[i - tokens_.begin] = true;
      if (IsName(mention) && !words.empty()) names_.push_back({words, m});
    }
  }

  void AddCapitals() {
    std::uint32_t i = tokens_.begin;
    while (i < tokens_.end) {
      std::uint32_t end = i;
      while (end < tokens_.end && !taken_[end - tokens_.begin] &&
             LooksLikeName(side_.words()[end])) {
        ++end;
      }
      if (end > i) names_.push_back({{i, end}, kNoMention});
      i = std::max(end, i + 1);
    }
  }

  const SideView& side_;
  IndexRange<Token> tokens_;
  std::vector<bool> taken_;
  std::vector<NameInText> names_;
};

}  // namespace

std::vector<NameInText> FindNames(const SideView& side, IndexRange<Token> tokens) {
  return Collector(side, tokens).Run();
}

NameEvidence EvidenceOf(const View& view, const NameInText& name) {
  NameEvidence evidence;
  float words = 0.0F;
  for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) {
    const Word& word = view.here().words()[i];
    if (word.kind != WordClass::kContent && word.kind != WordClass::kNumber) continue;
    const WordEvidence& found = view.coverage().evidence[i];
    words += 1.0F;
    evidence.form = std::max(evidence.form, found.form);
    evidence.mean_form += found.form;
    evidence.lexical = std::max(evidence.lexical, found.lexical);
    evidence.link = std::max(evidence.link, found.link);
    evidence.known += word.type == kUnknownType ? 0.0F : 1.0F;
  }
  if (words > 0.0F) {
    evidence.mean_form /= words;
    evidence.known /= words;
  }
  if (name.mention == kNoMention) return evidence;
  evidence.linked = view.PartnerOf(name.mention).by_itself ? 1.0F : 0.0F;
  return evidence;
}

}  // namespace calque::internal
