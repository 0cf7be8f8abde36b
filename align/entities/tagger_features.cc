#include "align/entities/tagger_features.h"

#include <algorithm>
#include <string_view>

#include "align/base/hash.h"
#include "align/base/utf8.h"
#include "align/entities/neighbourhood.h"
#include "align/entities/tagger_templates.h"
#include "align/entities/token_view.h"

namespace calque::internal {
namespace {

constexpr std::size_t kLongLine = 40;       // tokens; longer ones are alike
constexpr std::size_t kUsualFeatures = 80;  // of a token, to make room for

// What stands before the first and behind the last token of a sentence.
const TokenView& Edge() {
  static const TokenView edge = [] {
    TokenView view;
    view.word = view.shape_hash = view.marks_hash = 1;
    view.casing = 99;
    view.word_class = WordClassOf("<>");
    return view;
  }();
  return edge;
}

class Extractor {
 public:
  Extractor(const std::vector<TaggedSentence>& sentences, const std::vector<TokenView>& views,
            const Neighbourhood& neighbourhood)
      : sentences_(sentences), views_(views), neighbourhood_(neighbourhood) {}

  FeatureRows Rows() {
    return Extract([&] { AddRow(); });
  }
  FeatureRows SecondRows(const FirstPass& first_pass) {
    const auto views = ViewSecondPass(sentences_, views_, neighbourhood_, first_pass);
    return Extract([&] { AddSecondPass(views); });
  }

 private:
  template <typename AddOne>
  FeatureRows Extract(const AddOne& add) {
    rows_.begins.reserve(views_.size() + 1);
    rows_.features.reserve(views_.size() * kUsualFeatures);
    rows_.begins.push_back(0);
    std::size_t begin = 0;
    for (const TaggedSentence& sentence : sentences_) {
      begin_ = begin;
      end_ = begin + sentence.tokens.size();
      for (at_ = begin_; at_ < end_; ++at_) {
        add();
        rows_.begins.push_back(static_cast<std::uint32_t>(rows_.features.size()));
      }
      begin = end_;
    }
    return std::move(rows_);
  }

  void Add(Template name, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0,
           std::uint32_t offset = 0) {
    std::uint64_t key = static_cast<std::uint64_t>(name) + offset;
    key = Mix(key * 0x9e3779b97f4a7c15ULL + a);
    key = Mix(key + b);
    key = Mix(key + c);
    rows_.features.push_back(static_cast<std::uint32_t>(key));
  }

  // The view at an offset from the token at hand.
  const TokenView& At(int offset) const {
    const auto place = static_cast<std::ptrdiff_t>(at_) + offset;
    if (place < static_cast<std::ptrdiff_t>(begin_) || place >= static_cast<std::ptrdiff_t>(end_)) {
      return Edge();
    }
    return views_[static_cast<std::size_t>(place)];
  }
  std::uint32_t CasingAt(int offset) const {
    return At(offset).casing + (At(offset).common ? 8U : 0U);
  }

  void AddRow() {
    const TokenView& view = views_[at_];
    Add(Template::kBias, 0);
    Add(Template::kText, HashOf(view.text));
    AddWords();
    AddShapes();
    AddAffixes(view);
    AddLists();
    AddClasses();
    AddMarks();
    AddRules();
    AddTopic(view);
    AddElsewhere(view);
  }

  void AddWords() {
    for (int offset = -2; offset <= 2; ++offset) {
      Add(Template::kWord, At(offset).word, 0, 0, static_cast<std::uint32_t>(offset + 2));
    }
    Add(Template::kWordPair, At(-1).word, At(0).word, 0, 0);
    Add(Template::kWordPair, At(0).word, At(1).word, 0, 1);
    Add(Template::kWordPair, At(-2).word, At(-1).word, 0, 2);
    Add(Template::kWordPair, At(1).word, At(2).word, 0, 3);
    Add(Template::kWordPair, At(-1).word, At(1).word, 0, 4);
    Add(Template::kWordShape, At(-1).word, At(0).shape_hash);
    Add(Template::kWordShape, At(1).word, At(0).shape_hash, 1);
  }

  void AddShapes() {
    for (int offset = -2; offset <= 2; ++offset) {
      const auto place = static_cast<std::uint32_t>(offset + 2);
      Add(Template::kShape, At(offset).shape_hash, 0, 0, place);
      Add(Template::kCasing, CasingAt(offset), 0, 0, place);
    }
    Add(Template::kShapePair, At(-1).shape_hash, At(0).shape_hash, 0, 0);
    Add(Template::kShapePair, At(0).shape_hash, At(1).shape_hash, 0, 1);
    Add(Template::kShapeTriple, At(-1).shape_hash, At(0).shape_hash, At(1).shape_hash);
    Add(Template::kCasingTriple, CasingAt(-1), CasingAt(0), CasingAt(1));
    Add(Template::kCasingTriple, CasingAt(0), CasingAt(1), CasingAt(2) + 1000);
    Add(Template::kCasingTriple, CasingAt(-2), CasingAt(-1), CasingAt(0) + 2000);
    const TokenView& view = views_[at_];
    Add(Template::kCasingSentence, CasingAt(0),
        (view.begins_sentence ? 1U : 0U) + (view.shouting ? 2U : 0U));
  }

  void AddAffixes(const TokenView& view) {
    const std::string_view lower(view.lower);
    const std::size_t letters = CodePointCount(lower);
    std::size_t prefix = 0;  // its end
    std::size_t suffix = lower.size();
    for (std::size_t n = 1; n <= 4 && n < letters; ++n) {
      const auto length = static_cast<std::uint32_t>(n);
      while (!IsCharacterBoundary(lower, ++prefix)) continue;
      while (!IsCharacterBoundary(lower, --suffix)) continue;
      Add(Template::kPrefix, HashOf(lower.substr(0, prefix)), 0, 0, length);
      Add(Template::kSuffix, HashOf(lower.substr(suffix)), 0, 0, length);
    }
    for (const int offset : {-1, 1}) {
      const std::string_view near = At(offset).lower;
      if (near.size() < 4) continue;
      Add(Template::kNeighbourSuffix, HashOf(near.substr(near.size() - 3)), 0, 0,
          static_cast<std::uint32_t>(offset + 1));
    }
  }

  void AddLists() {
    for (int offset = -1; offset <= 1; ++offset) {
      if (At(offset).list == 0) continue;
      Add(Template::kList, At(offset).list, 0, 0, static_cast<std::uint32_t>(offset + 1));
    }
    if (At(0).list == 0) return;
    Add(Template::kListPair, At(0).list, CasingAt(0), CasingAt(-1));
    Add(Template::kListPair, At(0).list, CasingAt(0), CasingAt(1) + 1000);
    Add(Template::kListWord, At(0).list, At(-1).word);
    Add(Template::kListWord, At(0).list, At(1).word, 1);
  }

  void AddClasses() {
    for (int offset = -2; offset <= 2; ++offset) {
      const ClassPath& word_class = At(offset).word_class;
      if (word_class.path.empty()) continue;
      const auto place = static_cast<std::uint32_t>(offset + 2);
      for (std::size_t i = 0; i < std::size(kClassPrefixes); ++i) {
        if (kClassPrefixes[i] >= word_class.path.size()) break;
        Add(Template::kClass, word_class.prefixes[i], 0, 0, place);
      }
      Add(Template::kClass, word_class.whole, 1, 0, place);
    }
    const std::uint32_t before = At(-1).word_class.whole;
    const std::uint32_t here = At(0).word_class.whole;
    const std::uint32_t after = At(1).word_class.whole;
    Add(Template::kClassPair, before, here, CasingAt(0), 0);
    Add(Template::kClassPair, here, after, CasingAt(0), 1);
    Add(Template::kClassPair, before, after, CasingAt(0), 2);
    Add(Template::kClassPair, At(-2).word_class.whole, before, CasingAt(0), 3);
  }

  void AddMarks() {
    const std::uint32_t before = At(-1).marks_hash;
    const std::uint32_t here = At(0).marks_hash;
    const std::uint32_t after = At(1).marks_hash;
    Add(Template::kMarks, before, CasingAt(-1), 0, 0);
    Add(Template::kMarks, here, CasingAt(0), 0, 1);
    Add(Template::kMarks, after, CasingAt(1), 0, 2);
    if (views_[at_].casing == 0 || views_[at_].casing == 4) return;
    Add(Template::kMarksPair, before, here, 0, 0);
    Add(Template::kMarksPair, here, after, 0, 1);
    Add(Template::kMarksPair, here, At(0).list, CasingAt(0), 2);
    Add(Template::kMarksPair, before, here, after, 3);
  }

  void AddRules() {
    const std::uint32_t here = At(0).rule;
    for (int offset = -1; offset <= 1; ++offset) {
      Add(Template::kRule, At(offset).rule, 0, 0, static_cast<std::uint32_t>(offset + 1));
    }
    if (here == 0) return;
    Add(Template::kRulePair, here, At(0).marks_hash, CasingAt(0), 0);
    Add(Template::kRulePair, here, At(-1).rule, At(1).rule, 1);
    Add(Template::kRulePair, here, At(-1).word_class.whole, 0, 2);
    Add(Template::kRulePair, here, At(1).word_class.whole, 0, 3);
  }

  // What the text is about, as its first word says (`SOCCER -`), and whether the line is one of a
  // table.
  void AddTopic(const TokenView& view) {
    const std::size_t length = std::min(end_ - begin_, kLongLine);
    const auto bucket = static_cast<std::uint32_t>(length < 8 ? length : 8 + length / 8);
    Add(Template::kLine, bucket, CasingAt(0), view.begins_sentence ? 1U : 0U);
    const std::uint32_t topic = neighbourhood_.TopicOf(at_);
    if (topic == 0 || view.casing == 0 || view.casing == 4) return;
    Add(Template::kTopic, topic, view.casing, 0, 0);
    Add(Template::kTopic, topic, At(0).list, view.shouting ? 1U : 0U, 1);
    Add(Template::kTopic, topic, view.begins_sentence ? 1U : 0U, bucket, 2);
  }

  void AddElsewhere(const TokenView& view) {
    if (view.casing == 0 || view.casing == 4) return;
    const std::vector<std::size_t> others = neighbourhood_.Others(at_);
    const bool seen_capital = std::any_of(others.begin(), others.end(), [&](std::size_t other) {
      return !views_[other].begins_sentence;
    });
    const bool seen_lower = neighbourhood_.SeenInLowerCase(at_);
    Add(Template::kElsewhere, (seen_capital ? 1U : 0U) + (seen_lower ? 2U : 0U), view.casing,
        (view.begins_sentence ? 1U : 0U) + (view.shouting ? 2U : 0U));
    for (const std::size_t other : others) {
      const bool opens = views_[other].begins_sentence;
      const bool ends = other + 1 == views_.size() || views_[other + 1].begins_sentence;
      Add(Template::kElsewhereBefore, opens ? 1U : views_[other - 1].word);
      Add(Template::kElsewhereAfter, ends ? 1U : views_[other + 1].word);
      Add(Template::kElsewhereShape, opens ? 1U : views_[other - 1].shape_hash,
          ends ? 1U : views_[other + 1].shape_hash);
      if (views_[other].list != 0) Add(Template::kElsewhereList, views_[other].list);
      if (!opens) {
        Add(Template::kElsewhereClass, views_[other - 1].word_class.whole, 0);
        Add(Template::kElsewhereMarks, views_[other - 1].marks_hash, 0);
      }
      if (!ends) {
        Add(Template::kElsewhereClass, views_[other + 1].word_class.whole, 1);
        Add(Template::kElsewhereMarks, views_[other + 1].marks_hash, 1);
      }
    }
  }

  void AddSecondPass(const std::vector<SecondPassView>& second) {
    const TokenView& view = views_[at_];
    const SecondPassView& here = second[at_];
    Add(Template::kOwn, here.own, 0, 0, 1);
    if (at_ > begin_) Add(Template::kOwn, second[at_ - 1].own, 0, 0, 0);
    if (at_ + 1 < end_) Add(Template::kOwn, second[at_ + 1].own, 0, 0, 2);
    Add(Template::kAgain, here.word, here.own, 0, 0);
    Add(Template::kAgain, here.word, view.casing, view.begins_sentence ? 1U : 0U, 1);
    Add(Template::kAgain, here.phrase, here.own, 0, 2);
    Add(Template::kAgain, here.longer, here.own, 0, 3);
    Add(Template::kAgain, here.phrase, here.longer, here.word, 4);
  }

  const std::vector<TaggedSentence>& sentences_;
  const std::vector<TokenView>& views_;
  const Neighbourhood& neighbourhood_;
  FeatureRows rows_;
  std::size_t begin_ = 0;  // of the sentence at hand
  std::size_t end_ = 0;
  std::size_t at_ = 0;
};

}  // namespace

TagReading::TagReading(const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar)
    : sentences_(sentences),
      views_(ViewTokens(sentences, grammar)),
      neighbourhood_(sentences, views_) {}

FeatureRows TagReading::Rows() const {
  return Extractor(sentences_, views_, neighbourhood_).Rows();
}

FeatureRows TagReading::SecondRows(const FirstPass& first_pass) const {
  return Extractor(sentences_, views_, neighbourhood_).SecondRows(first_pass);
}

FeatureRows Joined(const FeatureRows& rows, const FeatureRows& more) {
  FeatureRows joined;
  joined.begins.push_back(0);
  for (std::size_t token = 0; token < rows.size(); ++token) {
    for (const FeatureRows* part : {&rows, &more}) {
      const auto row = part->Row(token);
      joined.features.insert(joined.features.end(), row.begin(), row.end());
    }
    joined.begins.push_back(static_cast<std::uint32_t>(joined.features.size()));
  }
  return joined;
}

}  // namespace calque::internal
