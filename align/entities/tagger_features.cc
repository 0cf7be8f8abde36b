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

constexpr std::size_t kClassPrefixes[] = {4, 6, 8};  // bits of a class's path, beside the whole
constexpr std::size_t kLongLine = 40;                // tokens; longer ones are alike

std::uint32_t HashText(std::string_view text) {
  const std::uint64_t hash = Hash(text);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

class Extractor {
 public:
  Extractor(const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar,
            const FirstPass& first_pass)
      : sentences_(sentences),
        views_(ViewTokens(sentences, grammar)),
        neighbourhood_(sentences, views_) {
    if (first_pass.empty()) return;
    second_pass_ = ViewSecondPass(sentences, views_, neighbourhood_, first_pass);
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
  std::string_view ClassAt(int offset) const {
    const TokenView* view = Near(offset);
    return view == nullptr ? std::string_view("<>") : view->word_class;
  }
  std::uint32_t MarksAt(int offset) const {
    const TokenView* view = Near(offset);
    return view == nullptr ? 1U : HashText(view->marks);
  }
  std::uint32_t RuleAt(int offset) const {
    const TokenView* view = Near(offset);
    return view == nullptr ? 0U : view->rule;
  }

  void AddRow() {
    const TokenView& view = views_[at_];
    Add(Template::kBias, 0);
    Add(Template::kText, HashText(view.text));
    AddWords();
    AddShapes();
    AddAffixes(view);
    AddLists();
    AddClasses();
    AddMarks();
    AddRules();
    AddTopic(view);
    AddElsewhere(view);
    if (!second_pass_.empty()) AddSecondPass(view);
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

  void AddClasses() {
    for (int offset = -2; offset <= 2; ++offset) {
      const std::string_view path = ClassAt(offset);
      if (path.empty()) continue;
      const auto place = static_cast<std::uint32_t>(offset + 2);
      for (const std::size_t bits : kClassPrefixes) {
        if (bits < path.size()) Add(Template::kClass, HashText(path.substr(0, bits)), 0, 0, place);
      }
      Add(Template::kClass, HashText(path), 1, 0, place);
    }
    const std::uint32_t before = HashText(ClassAt(-1));
    const std::uint32_t here = HashText(ClassAt(0));
    const std::uint32_t after = HashText(ClassAt(1));
    Add(Template::kClassPair, before, here, CasingAt(0), 0);
    Add(Template::kClassPair, here, after, CasingAt(0), 1);
    Add(Template::kClassPair, before, after, CasingAt(0), 2);
    Add(Template::kClassPair, HashText(ClassAt(-2)), before, CasingAt(0), 3);
  }

  void AddMarks() {
    const std::uint32_t before = MarksAt(-1);
    const std::uint32_t here = MarksAt(0);
    const std::uint32_t after = MarksAt(1);
    Add(Template::kMarks, before, CasingAt(-1), 0, 0);
    Add(Template::kMarks, here, CasingAt(0), 0, 1);
    Add(Template::kMarks, after, CasingAt(1), 0, 2);
    if (views_[at_].casing == 0 || views_[at_].casing == 4) return;
    Add(Template::kMarksPair, before, here, 0, 0);
    Add(Template::kMarksPair, here, after, 0, 1);
    Add(Template::kMarksPair, here, ListAt(0), CasingAt(0), 2);
    Add(Template::kMarksPair, before, here, after, 3);
  }

  void AddRules() {
    const std::uint32_t here = RuleAt(0);
    for (int offset = -1; offset <= 1; ++offset) {
      Add(Template::kRule, RuleAt(offset), 0, 0, static_cast<std::uint32_t>(offset + 1));
    }
    if (here == 0) return;
    Add(Template::kRulePair, here, MarksAt(0), CasingAt(0), 0);
    Add(Template::kRulePair, here, RuleAt(-1), RuleAt(1), 1);
    Add(Template::kRulePair, here, HashText(ClassAt(-1)), 0, 2);
    Add(Template::kRulePair, here, HashText(ClassAt(1)), 0, 3);
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
    Add(Template::kTopic, topic, ListAt(0), view.shouting ? 1U : 0U, 1);
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
      Add(Template::kElsewhereShape, opens ? 1U : HashText(views_[other - 1].shape),
          ends ? 1U : HashText(views_[other + 1].shape));
      if (views_[other].list != 0) Add(Template::kElsewhereList, views_[other].list);
      if (!opens) {
        Add(Template::kElsewhereClass, HashText(views_[other - 1].word_class), 0);
        Add(Template::kElsewhereMarks, HashText(views_[other - 1].marks), 0);
      }
      if (!ends) {
        Add(Template::kElsewhereClass, HashText(views_[other + 1].word_class), 1);
        Add(Template::kElsewhereMarks, HashText(views_[other + 1].marks), 1);
      }
    }
  }

  void AddSecondPass(const TokenView& view) {
    const SecondPassView& here = second_pass_[at_];
    Add(Template::kOwn, here.own, 0, 0, 1);
    if (at_ > begin_) Add(Template::kOwn, second_pass_[at_ - 1].own, 0, 0, 0);
    if (at_ + 1 < end_) Add(Template::kOwn, second_pass_[at_ + 1].own, 0, 0, 2);
    Add(Template::kAgain, here.word, here.own, 0, 0);
    Add(Template::kAgain, here.word, view.casing, view.begins_sentence ? 1U : 0U, 1);
    Add(Template::kAgain, here.phrase, here.own, 0, 2);
    Add(Template::kAgain, here.longer, here.own, 0, 3);
    Add(Template::kAgain, here.phrase, here.longer, here.word, 4);
  }

  const std::vector<TaggedSentence>& sentences_;
  std::vector<TokenView> views_;
  Neighbourhood neighbourhood_;
  std::vector<SecondPassView> second_pass_;  // empty in the first
  FeatureRows rows_;
  std::size_t begin_ = 0;  // of the sentence at hand
  std::size_t end_ = 0;
  std::size_t at_ = 0;
};

}  // namespace

FeatureRows ExtractTagFeatures(const std::vector<TaggedSentence>& sentences,
                               const NameGrammar& grammar, const FirstPass& first_pass) {
  return Extractor(sentences, grammar, first_pass).Extract();
}

}  // namespace calque::internal
