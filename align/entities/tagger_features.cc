#include "align/entities/tagger_features.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "align/base/hash.h"
#include "align/base/utf8.h"
#include "align/entities/token_view.h"

namespace calque::internal {
namespace {

constexpr std::size_t kReach = 1500;         // tokens to either side that count as the same text
constexpr std::size_t kMostOccurrences = 6;  // of a word elsewhere that lend their neighbours

// One number a template: changing it makes older taggers useless.
enum class Template : std::uint32_t {
  kBias,
  kText,
  kWord,            // + offset
  kWordPair = 16,   // + offset
  kShape = 24,      // + offset
  kShapePair = 32,  // + offset
  kShapeTriple = 40,
  kPrefix,                // + length
  kSuffix = 48,           // + length
  kNeighbourSuffix = 56,  // + offset
  kList = 64,             // + offset
  kListPair = 72,
  kListWord,
  kCasing,  // + offset
  kCasingSentence = 88,
  kElsewhere,
  kElsewhereBefore,
  kElsewhereAfter,
  kElsewhereList,
  kElsewhereShape,
  kWordShape,
  kCasingTriple,
  kWordTriple,
  kCommonNext,
};

std::uint32_t HashText(std::string_view text) {
  const std::uint64_t hash = Hash(text);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

class Extractor {
 public:
  Extractor(const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar)
      : sentences_(sentences), views_(ViewTokens(sentences, grammar)) {
    FindElsewhere();
  }

  FeatureRows Extract() {
    rows_.begins.push_back(0);
    std::size_t begin = 0;
    for (const TaggedSentence& sentence : sentences_) {
      begin_ = begin;
      end_ = begin + sentence.tokens.size();
      for (at_ = begin_; at_ < end_; ++at_) {
        AddRow();
        rows_.begins.push_back(static_cast<std::uint32_t>(rows_.features.size()));
      }
      begin = end_;
    }
    return std::move(rows_);
  }

 private:
  void Add(Template name, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0,
           std::uint32_t offset = 0) {
    std::uint64_t key = static_cast<std::uint64_t>(name) + offset;
    key = Mix(key * 0x9e3779b97f4a7c15ULL + a);
    key = Mix(key + b);
    key = Mix(key + c);
    rows_.features.push_back(static_cast<std::uint32_t>(key));
  }

  // The view at an offset from the token at hand; null outside the sentence.
  const TokenView* Near(int offset) const {
    const auto place = static_cast<std::ptrdiff_t>(at_) + offset;
    if (place < static_cast<std::ptrdiff_t>(begin_) || place >= static_cast<std::ptrdiff_t>(end_)) {
      return nullptr;
    }
    return &views_[static_cast<std::size_t>(place)];
  }
  std::uint32_t WordAt(int offset) const {
    const TokenView* view = Near(offset);
    return view == nullptr ? 1U : view->word;
  }
  std::uint32_t ShapeAt(int offset) const {
    const TokenView* view = Near(offset);
    return view == nullptr ? 1U : HashText(view->shape);
  }
  std::uint32_t CasingAt(int offset) const {
    const TokenView* view = Near(offset);
    if (view == nullptr) return 99U;
    return view->casing + (view->common ? 8U : 0U);
  }
  std::uint32_t ListAt(int offset) const {
    const TokenView* view = Near(offset);
    return view == nullptr ? 0U : view->list;
  }

  void AddRow() {
    const TokenView& view = views_[at_];
    Add(Template::kBias, 0);
    Add(Template::kText, HashText(view.text));
    AddWords();
    AddShapes();
    AddAffixes(view);
    AddLists();
    AddElsewhere(view);
  }

  void AddWords() {
    for (int offset = -2; offset <= 2; ++offset) {
      Add(Template::kWord, WordAt(offset), 0, 0, static_cast<std::uint32_t>(offset + 2));
    }
    Add(Template::kWordPair, WordAt(-1), WordAt(0), 0, 0);
    Add(Template::kWordPair, WordAt(0), WordAt(1), 0, 1);
    Add(Template::kWordPair, WordAt(-2), WordAt(-1), 0, 2);
    Add(Template::kWordPair, WordAt(1), WordAt(2), 0, 3);
    Add(Template::kWordPair, WordAt(-1), WordAt(1), 0, 4);
    Add(Template::kWordShape, WordAt(-1), ShapeAt(0));
    Add(Template::kWordShape, WordAt(1), ShapeAt(0), 1);
  }

  void AddShapes() {
    for (int offset = -2; offset <= 2; ++offset) {
      const auto place = static_cast<std::uint32_t>(offset + 2);
      Add(Template::kShape, ShapeAt(offset), 0, 0, place);
      Add(Template::kCasing, CasingAt(offset), 0, 0, place);
    }
    Add(Template::kShapePair, ShapeAt(-1), ShapeAt(0), 0, 0);
    Add(Template::kShapePair, ShapeAt(0), ShapeAt(1), 0, 1);
    Add(Template::kShapeTriple, ShapeAt(-1), ShapeAt(0), ShapeAt(1));
    Add(Template::kCasingTriple, CasingAt(-1), CasingAt(0), CasingAt(1));
    Add(Template::kCasingTriple, CasingAt(0), CasingAt(1), CasingAt(2) + 1000);
    Add(Template::kCasingTriple, CasingAt(-2), CasingAt(-1), CasingAt(0) + 2000);
    const TokenView& view = views_[at_];
    Add(Template::kCasingSentence, CasingAt(0),
        (view.begins_sentence ? 1U : 0U) + (view.shouting ? 2U : 0U));
  }

  void AddAffixes(const TokenView& view) {
    std::vector<std::size_t> starts;  // of code points, for whole letters
    for (std::size_t at = 0; at < view.lower.size(); at = DecodeAt(view.lower, at).end) {
      starts.push_back(at);
    }
    starts.push_back(view.lower.size());
    const std::size_t letters = starts.size() - 1;
    for (std::size_t n = 1; n <= 4 && n < letters; ++n) {
      const auto length = static_cast<std::uint32_t>(n);
      const std::string_view lower(view.lower);
      Add(Template::kPrefix, HashText(lower.substr(0, starts[n])), 0, 0, length);
      Add(Template::kSuffix, HashText(lower.substr(starts[letters - n])), 0, 0, length);
    }
    for (const int offset : {-1, 1}) {
      const TokenView* near = Near(offset);
      if (near == nullptr || near->lower.size() < 4) continue;
      Add(Template::kNeighbourSuffix,
          HashText(std::string_view(near->lower).substr(near->lower.size() - 3)), 0, 0,
          static_cast<std::uint32_t>(offset + 1));
    }
  }

  void AddLists() {
    for (int offset = -1; offset <= 1; ++offset) {
      if (ListAt(offset) == 0) continue;
      Add(Template::kList, ListAt(offset), 0, 0, static_cast<std::uint32_t>(offset + 1));
    }
    if (ListAt(0) == 0) return;
    Add(Template::kListPair, ListAt(0), CasingAt(0), CasingAt(-1));
    Add(Template::kListPair, ListAt(0), CasingAt(0), CasingAt(1) + 1000);
    Add(Template::kListWord, ListAt(0), WordAt(-1));
    Add(Template::kListWord, ListAt(0), WordAt(1), 1);
  }

  void AddElsewhere(const TokenView& view) {
    if (view.casing == 0 || view.casing == 4) return;
    Add(Template::kElsewhere, (view.seen_capital ? 1U : 0U) + (view.seen_lower ? 2U : 0U),
        view.casing, (view.begins_sentence ? 1U : 0U) + (view.shouting ? 2U : 0U));
    for (const std::size_t other : OthersOf(at_)) {
      const bool opens = views_[other].begins_sentence;
      const bool ends = other + 1 == views_.size() || views_[other + 1].begins_sentence;
      Add(Template::kElsewhereBefore, opens ? 1U : views_[other - 1].word);
      Add(Template::kElsewhereAfter, ends ? 1U : views_[other + 1].word);
      Add(Template::kElsewhereShape, opens ? 1U : HashText(views_[other - 1].shape),
          ends ? 1U : HashText(views_[other + 1].shape));
      if (views_[other].list != 0) Add(Template::kElsewhereList, views_[other].list);
    }
  }

  // Occurrences of the same word near by, inside sentences that do not shout, nearest first.
  std::vector<std::size_t> OthersOf(std::size_t token) const {
    std::vector<std::size_t> others;
    const auto found = places_.find(views_[token].word);
    if (found == places_.end()) return others;
    for (const std::size_t place : found->second) {
      const std::size_t distance = place > token ? place - token : token - place;
      if (place != token && distance <= kReach && documents_[place] == documents_[token]) {
        others.push_back(place);
      }
    }
    std::stable_sort(others.begin(), others.end(), [&](std::size_t a, std::size_t b) {
      return (a > token ? a - token : token - a) < (b > token ? b - token : token - b);
    });
    if (others.size() > kMostOccurrences) others.resize(kMostOccurrences);
    return others;
  }

  void FindElsewhere() {
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> lower;
    std::size_t at = 0;
    std::uint32_t document = 0;
    for (const TaggedSentence& sentence : sentences_) {
      document += sentence.opens_document ? 1 : 0;
      for (std::size_t i = 0; i < sentence.tokens.size(); ++i, ++at) {
        documents_.push_back(document);
        const TokenView& view = views_[at];
        if (view.shouting || view.casing == 4) continue;
        if (view.casing == 0) {
          lower[view.word].push_back(at);
        } else {
          places_[view.word].push_back(at);
        }
      }
    }
    for (std::size_t i = 0; i < views_.size(); ++i) {
      if (views_[i].casing == 0 || views_[i].casing == 4) continue;
      const auto below = lower.find(views_[i].word);
      views_[i].seen_lower = below != lower.end() && IsNear(i, below->second);
      for (const std::size_t other : OthersOf(i)) {
        views_[i].seen_capital |= !views_[other].begins_sentence;
      }
    }
  }

  bool IsNear(std::size_t token, const std::vector<std::size_t>& places) const {
    return std::any_of(places.begin(), places.end(), [&](std::size_t place) {
      const std::size_t distance = place > token ? place - token : token - place;
      return distance <= kReach && documents_[place] == documents_[token];
    });
  }

  const std::vector<TaggedSentence>& sentences_;
  std::vector<TokenView> views_;
  std::vector<std::uint32_t> documents_;                                // of each token
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> places_;  // of words with capitals
  FeatureRows rows_;
  std::size_t begin_ = 0;  // of the sentence at hand
  std::size_t end_ = 0;
  std::size_t at_ = 0;
};

}  // namespace

FeatureRows ExtractTagFeatures(const std::vector<TaggedSentence>& sentences,
                               const NameGrammar& grammar) {
  return Extractor(sentences, grammar).Extract();
}

}  // namespace calque::internal
