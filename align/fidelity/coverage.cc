#include "align/fidelity/coverage.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "align/fidelity/form.h"
#include "align/fidelity/weights.h"
#include "align/words/bead_size.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[kWordFeatureCount] = {
    "content",       "content-link",     "content-lexical", "content-free",
    "content-form",  "content-unknown",  "content-idle",    "function",
    "function-link", "function-lexical", "function-free",   "function-idle",
    "number",        "number-link",      "number-form",     "mention",
};

constexpr float kAlike = 0.6F;          // FormSimilarity below it is chance
constexpr float kClaimed = 0.5F;        // link probability of a word that is somebody's
constexpr float kLogRatioScale = 8.0F;  // log p(t|s)/p(t) of a sure translation of a rare word

// The words of the other side by type, to be met in the rows of the lexicon.
class TypeSet {
 public:
  template <typename Keep>
  TypeSet(const SideView& side, IndexRange<Token> tokens, const Keep& keep) {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const Word& word = side.words()[i];
      if (word.row == kUnknownType || !keep(i)) continue;
      types_.push_back(word.row);
      filter_.set(word.row % filter_.size());
    }
    std::sort(types_.begin(), types_.end());
    types_.erase(std::unique(types_.begin(), types_.end()), types_.end());
  }
  [[nodiscard]] bool Contains(TypeId type) const {
    return filter_[type % filter_.size()] && std::binary_search(types_.begin(), types_.end(), type);
  }
  [[nodiscard]] const std::vector<TypeId>& types() const { return types_; }

 private:
  std::vector<TypeId> types_;
  std::bitset<1024> filter_;  // most types of a row are not there: told without a search
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
  // `asked` says of a token here whether it is asked about, `keep` of one there whether it may
  // count.
  template <typename Asked, typename Keep>
  LexicalEvidence(const View& view, IndexRange<Token> here, IndexRange<Token> there,
                  const Asked& asked, const Keep& keep)
      : here_(view.here().lexicon()), there_(view.there().lexicon()) {
    if (here_ == nullptr || there_ == nullptr) return;
    const TypeSet ours(view.here(), here, asked);
    const TypeSet theirs(view.there(), there, keep);
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

float Idleness(const LexiconSide& lexicon, TypeId type) {
  constexpr float kFurthest = 5.0F;
  return std::clamp(std::log(lexicon.GivenNull(type) / lexicon.Unigram(type)), -kFurthest,
                    kFurthest);
}

float Best(std::span<const Translation> translations, TypeId wanted, const LexiconSide& side) {
  const auto found = std::ranges::find_if(
      translations, [&](const Translation& translation) { return translation.type() == wanted; });
  return found == translations.end() ? 0.0F : Scaled(found->probability(), side.Unigram(wanted));
}

// What of the other side is written as a word is.
class Forms {
 public:
  // `words`: how many will be looked up.
  Forms(const SideView& there, IndexRange<Token> tokens, std::uint32_t words)
      : there_(there), tokens_(tokens), too_long_(std::max(tokens.size(), words) > kLongestSide) {
    if (!too_long_) return;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (!there.words()[i].IsPunctuation()) exact_.insert(there.words()[i].folded);
    }
  }

  // 1 where it is there as it is, less where a word is like it; in what is too long to be a
  // sentence no other is looked for.
  [[nodiscard]] float Best(const Word& word) const {
    if (too_long_) return exact_.contains(word.folded) ? 1.0F : 0.0F;
    float best = 0.0F;
    for (std::uint32_t i = tokens_.begin; i < tokens_.end && best < 1.0F; ++i) {
      const Word& other = there_.words()[i];
      if (other.IsPunctuation()) continue;
      best = std::max(best, FormSimilarityFrom(kAlike, word.folded, other.folded));
    }
    return best;
  }

 private:
  const SideView& there_;
  IndexRange<Token> tokens_;
  bool too_long_;
  std::unordered_set<std::string_view> exact_;
};

// A word there that has a sure partner speaks for no other word here.
void AddFree(const View& view, IndexRange<Token> here, IndexRange<Token> there,
             std::vector<WordEvidence>* evidence) {
  std::vector<bool> claimed(there.size(), false);
  for (std::uint32_t i = here.begin; i < here.end; ++i) {
    for (const HalfLink& link : view.LinksOf(i)) {
      const bool inside = link.other >= there.begin && link.other < there.end;
      if (inside && link.probability >= kClaimed) claimed[link.other - there.begin] = true;
    }
  }
  const auto has_partner = [&](std::uint32_t i) {
    return (*evidence)[i - here.begin].link >= kClaimed;
  };
  const LexicalEvidence lexical(
      view, here, there, [&](std::uint32_t i) { return !has_partner(i); },
      [&](std::uint32_t i) { return !claimed[i - there.begin]; });
  for (std::uint32_t i = here.begin; i < here.end; ++i) {
    const Word& word = view.here().words()[i];
    WordEvidence& found = (*evidence)[i - here.begin];
    if (word.IsPunctuation() || word.row == kUnknownType) continue;
    found.free = has_partner(i) ? found.lexical : lexical.Of(word.row);
  }
}

}  // namespace

float LexicalEvidenceOf(const View& view, const Word& word, const Word& other) {
  if (word.row == kUnknownType || other.row == kUnknownType) return 0.0F;
  const LexiconSide& here = *view.here().lexicon();
  const LexiconSide& there = *view.there().lexicon();
  return std::max(Best(here.TranslationsOf(word.row), other.row, there),
                  Best(there.TranslationsOf(other.row), word.row, here));
}

std::vector<WordEvidence> FindEvidence(const View& view, IndexRange<Token> here,
                                       IndexRange<Token> there) {
  const auto all = [](std::uint32_t) { return true; };
  const LexicalEvidence lexical(view, here, there, all, all);
  const Forms forms(view.there(), there, here.size());
  std::vector<WordEvidence> found(here.size());
  for (std::uint32_t i = here.begin; i < here.end; ++i) {
    const Word& word = view.here().words()[i];
    if (word.IsPunctuation()) continue;
    WordEvidence& evidence = found[i - here.begin];
    for (const HalfLink& link : view.LinksOf(i)) {
      if (view.there().words()[link.other].IsPunctuation()) continue;
      evidence.link = std::max(evidence.link, link.probability);
    }
    if (word.row != kUnknownType) {
      evidence.lexical = lexical.Of(word.row);
      evidence.idle = Idleness(*view.here().lexicon(), word.row);
    }
    if (word.kind != WordClass::kFunction) evidence.form = forms.Best(word);
  }
  const ByteSpan span = view.here().SpanOf(here);
  const IndexRange<Mention> mentions = view.here().MentionsIn(span);
  for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
    if (!view.PartnerOf(m).answers()) continue;
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
  // How idle a word is tells nothing of one that has a partner.
  const float idle = evidence.idle * (1.0F - std::max(evidence.link, evidence.lexical));
  const float unknown = word.type == kUnknownType ? 1.0F : 0.0F;
  return {content,
          content * evidence.link,
          content * evidence.lexical,
          content * evidence.free,
          content * evidence.form,
          content * unknown,
          content * idle,
          function,
          function * evidence.link,
          function * evidence.lexical,
          function * evidence.free,
          function * idle,
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
    std::vector<WordEvidence> evidence = FindEvidence(view, here, view.There(bead));
    AddFree(view, here, view.There(bead), &evidence);
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
