#include "align/fidelity/coverage.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "align/fidelity/form.h"
#include "align/fidelity/weights.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[kWordFeatureCount] = {
    "content",         "content-link", "content-lexical", "content-form",
    "content-unknown", "function",     "function-link",   "function-lexical",
    "number",          "number-link",  "number-form",     "mention",
};

constexpr float kAlike = 0.6F;          // FormSimilarity below it is chance
constexpr float kLogRatioScale = 8.0F;  // log p(t|s)/p(t) of a sure translation of a rare word

// The words of the other side by type, to be met in the rows of the lexicon.
class TypeSet {
 public:
  TypeSet(const SideView& side, IndexRange<Token> tokens) {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const Word& word = side.words()[i];
      if (word.type != kUnknownType) types_.push_back(word.type);
    }
    std::sort(types_.begin(), types_.end());
    types_.erase(std::unique(types_.begin(), types_.end()), types_.end());
  }
  [[nodiscard]] bool Contains(TypeId type) const {
    return std::binary_search(types_.begin(), types_.end(), type);
  }
  [[nodiscard]] const std::vector<TypeId>& types() const { return types_; }

 private:
  std::vector<TypeId> types_;
};

float Scaled(float probability, float unigram) {
  return std::clamp(std::log(probability / unigram) / kLogRatioScale, 0.0F, 1.0F);
}

// Best ratio by type of `here`, both directions of the lexicon.
class LexicalEvidence {
  using Entry = std::pair<TypeId, float>;

  template <typename Entries>
  static auto Find(Entries& entries, TypeId type) {
    const auto found = std::lower_bound(entries.begin(), entries.end(), type,
                                        [](const Entry& e, TypeId t) { return e.first < t; });
    return found != entries.end() && found->first == type ? found : entries.end();
  }

 public:
  LexicalEvidence(const View& view, IndexRange<Token> here, IndexRange<Token> there)
      : here_(view.here().lexicon()), there_(view.there().lexicon()) {
    if (here_ == nullptr || there_ == nullptr) return;
    const TypeSet ours(view.here(), here);
    const TypeSet theirs(view.there(), there);
    for (const TypeId type : ours.types()) best_.emplace_back(type, Forward(type, theirs));
    for (const TypeId type : theirs.types()) AddBackward(type, ours);
  }

  [[nodiscard]] float Of(TypeId type) const {
    const auto found = Find(best_, type);
    return found == best_.end() ? 0.0F : found->second;
  }

 private:
  [[nodiscard]] float Forward(TypeId type, const TypeSet& theirs) const {
    float best = 0.0F;
    for (const Translation& translation : here_->TranslationsOf(type)) {
      if (!theirs.Contains(translation.type())) continue;
      best = std::max(best, Scaled(translation.probability(), there_->Unigram(translation.type())));
    }
    return best;
  }

  void AddBackward(TypeId theirs, const TypeSet& ours) {
    for (const Translation& translation : there_->TranslationsOf(theirs)) {
      if (!ours.Contains(translation.type())) continue;
      float& best = Find(best_, translation.type())->second;
      best = std::max(best, Scaled(translation.probability(), here_->Unigram(translation.type())));
    }
  }

  const LexiconSide* here_;
  const LexiconSide* there_;
  std::vector<Entry> best_;  // by type
};

float BestForm(const Word& word, const SideView& there, IndexRange<Token> tokens) {
  float best = 0.0F;
  for (std::uint32_t i = tokens.begin; i < tokens.end && best < 1.0F; ++i) {
    const Word& other = there.words()[i];
    if (other.IsPunctuation()) continue;
    best = std::max(best, FormSimilarity(word.folded, other.folded));
  }
  return best < kAlike ? 0.0F : best;
}

}  // namespace

std::vector<WordEvidence> FindEvidence(const View& view, IndexRange<Token> here,
                                       IndexRange<Token> there) {
  const LexicalEvidence lexical(view, here, there);
  std::vector<WordEvidence> found(here.size());
  for (std::uint32_t i = here.begin; i < here.end; ++i) {
    const Word& word = view.here().words()[i];
    if (word.IsPunctuation()) continue;
    WordEvidence& evidence = found[i - here.begin];
    for (const HalfLink& link : view.LinksOf(i)) {
      if (view.there().words()[link.other].IsPunctuation()) continue;
      evidence.link = std::max(evidence.link, link.probability);
    }
    if (word.type != kUnknownType) evidence.lexical = lexical.Of(word.type);
    if (word.kind != WordClass::kFunction) evidence.form = BestForm(word, view.there(), there);
  }
  const ByteSpan span = view.here().SpanOf(here);
  const IndexRange<Mention> mentions = view.here().MentionsIn(span);
  for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
    if (!view.PartnerOf(m).by_itself) continue;
    const IndexRange<Token> tokens = view.here().TokensIn(view.here().mentions()[m].span);
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      found[i - here.begin].linked_mention = true;
    }
  }
  return found;
}

const EvidenceModel kWordModel{"word", kFeatures};

std::array<float, kWordFeatureCount> WordFeatures(const Word& word, const WordEvidence& evidence) {
  const float content = word.kind == WordClass::kContent ? 1.0F : 0.0F;
  const float function = word.kind == WordClass::kFunction ? 1.0F : 0.0F;
  const float number = word.kind == WordClass::kNumber ? 1.0F : 0.0F;
  const float unknown = word.type == kUnknownType ? 1.0F : 0.0F;
  return {content,
          content * evidence.link,
          content * evidence.lexical,
          content * evidence.form,
          content * unknown,
          function,
          function * evidence.link,
          function * evidence.lexical,
          number,
          number * evidence.link,
          number * evidence.form,
          evidence.linked_mention ? 1.0F : 0.0F};
}

Coverage CoverageOf(const View& view, const FidelityWeights& weights) {
  const std::size_t words = view.here().words().size();
  Coverage coverage{std::vector<WordEvidence>(words), std::vector<float>(words, 0.0F)};
  for (const Bead& bead : view.scene().bitext().beads) {
    const IndexRange<Token> here = view.Here(bead);
    const std::vector<WordEvidence> evidence = FindEvidence(view, here, view.There(bead));
    std::copy(evidence.begin(), evidence.end(), coverage.evidence.begin() + here.begin);
    for (std::uint32_t i = here.begin; i < here.end; ++i) {
      const Word& word = view.here().words()[i];
      if (word.IsPunctuation()) continue;
      coverage.lost[i] = weights.LogOdds(kWordModel, WordFeatures(word, coverage.evidence[i]));
    }
  }
  return coverage;
}

}  // namespace calque::internal
