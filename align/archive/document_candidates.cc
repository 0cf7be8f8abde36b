#include "align/archive/document_candidates.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace calque::internal {
namespace {

// A translation less probable than this finds nothing that others do not.
constexpr float kLeastTranslation = 0.1F;
constexpr std::size_t kMostTranslations = 3;

struct Posting {
  std::uint64_t key;  // kind and key of a feature
  std::uint32_t document;

  friend auto operator<=>(const Posting&, const Posting&) = default;
};

std::uint64_t KeyOf(const Feature& feature) {
  return static_cast<std::uint64_t>(feature.kind) << 32 | feature.key;
}

// Documents [begin, end) of the target side, by feature.
class IndexPart {
 public:
  IndexPart(const PairingSide& side, const SketchStore& sketches, std::size_t begin,
            std::size_t budget)
      : begin_(begin), end_(begin) {
    const std::size_t most = std::max<std::size_t>(budget / sizeof(Posting), 1);
    while (end_ < side.documents.size() && (end_ == begin_ || postings_.size() < most)) {
      const DocumentSketch sketch = sketches.Read(side.documents[end_].sketch);
      float square = 0.0F;
      for (const Feature& feature : sketch.features) {
        postings_.push_back({KeyOf(feature), static_cast<std::uint32_t>(end_)});
        const float surprise = side.Surprise(feature);
        square += surprise * surprise;
      }
      norm_.push_back(1.0F / std::sqrt(std::max(square, 1.0F)));
      ++end_;
    }
    std::sort(postings_.begin(), postings_.end());
  }

  [[nodiscard]] std::size_t end() const { return end_; }
  [[nodiscard]] float Norm(std::uint32_t document) const { return norm_[document - begin_]; }
  // visit(document) for every document in [from, to) that holds the feature.
  template <typename Visit>
  void ForEach(const Feature& feature, std::uint32_t from, std::uint32_t to, Visit visit) const {
    const std::uint64_t key = KeyOf(feature);
    auto at = std::lower_bound(postings_.begin(), postings_.end(), Posting{key, from});
    for (; at != postings_.end() && at->key == key && at->document < to; ++at) visit(at->document);
  }

 private:
  std::size_t begin_;
  std::size_t end_;
  std::vector<Posting> postings_;
  std::vector<float> norm_;
};

// What to look up for one source document, the rarest first.
struct QueryTerm {
  Feature feature;  // of the target side
  float weight = 0.0F;
  std::uint32_t documents = 0;
};

class QueryMaker {
 public:
  QueryMaker(const PairingSide& target, const Lexicon* lexicon, std::size_t postings)
      : target_(target), lexicon_(lexicon), postings_(postings) {}

  // `share` of the target side lies in the document's window.
  [[nodiscard]] std::vector<QueryTerm> Make(const DocumentSketch& sketch, double share) const {
    std::vector<QueryTerm> terms;
    for (const Feature& feature : sketch.features) {
      if (feature.kind != FeatureKind::kWord) {
        Add(feature, 1.0F, &terms);
        continue;
      }
      const auto row = lexicon_->source().TranslationsOf(feature.key);
      for (std::size_t i = 0; i < std::min(row.size(), kMostTranslations); ++i) {
        if (row[i].probability() < kLeastTranslation) break;
        Add({row[i].type(), 1, FeatureKind::kWord}, row[i].probability(), &terms);
      }
    }
    std::sort(terms.begin(), terms.end(), [](const QueryTerm& a, const QueryTerm& b) {
      if (a.documents != b.documents) return a.documents < b.documents;
      if (a.feature != b.feature) return a.feature < b.feature;
      return a.weight > b.weight;
    });
    double looked_up = 0.0;
    std::size_t used = 0;
    while (used < terms.size()) {
      looked_up += terms[used].documents * share;
      if (looked_up > static_cast<double>(postings_)) break;
      ++used;
    }
    terms.resize(used);
    return terms;
  }

 private:
  void Add(const Feature& feature, float probability, std::vector<QueryTerm>* terms) const {
    const std::uint32_t documents = target_.counts.Of(feature);
    if (documents == 0) return;
    const float surprise = std::max(target_.Surprise(feature), 0.0F);
    terms->push_back({feature, probability * surprise * surprise, documents});
  }

  const PairingSide& target_;
  const Lexicon* lexicon_;
  std::size_t postings_;
};

// Sums by document, of no more documents than postings are looked up.
class ScoreTable {
 public:
  explicit ScoreTable(std::size_t postings) {
    std::size_t size = 1024;
    while (size < 4 * postings) size *= 2;
    slots_.resize(size);
  }
  void Add(std::uint32_t document, float score) {
    if (2 * used_.size() >= slots_.size()) Grow();
    Slot& slot = slots_[SlotOf(document)];
    if (slot.document == kEmpty) {
      slot.document = document;
      used_.push_back(document);
    }
    slot.score += score;
  }
  // visit(document, score), then empties the table.
  template <typename Visit>
  void Drain(Visit visit) {
    for (const std::uint32_t document : used_) {
      Slot& slot = slots_[SlotOf(document)];
      visit(document, slot.score);
    }
    Clear();
  }

 private:
  static constexpr std::uint32_t kEmpty = 0xFFFFFFFF;
  struct Slot {
    std::uint32_t document = kEmpty;
    float score = 0.0F;
  };

  [[nodiscard]] std::size_t SlotOf(std::uint32_t document) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = Mix(document) & mask;
    while (slots_[slot].document != document && slots_[slot].document != kEmpty) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
  void Clear() {
    // Emptied as a whole: with linear probing a slot cannot be emptied while others are looked up.
    std::vector<std::size_t> places;
    places.reserve(used_.size());
    for (const std::uint32_t document : used_) places.push_back(SlotOf(document));
    for (const std::size_t place : places) slots_[place] = {};
    used_.clear();
  }
  void Grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.document != kEmpty) slots_[SlotOf(slot.document)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> used_;
};

// The target documents a source document of that day may be paired with: two ranges, the second of
// those without a date.
struct Window {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t undated = 0;
  std::uint32_t all = 0;

  [[nodiscard]] double Share() const {
    return all == 0 ? 0.0 : static_cast<double>(end - begin + all - undated) / all;
  }
};

class Windows {
 public:
  Windows(const PairingSide& target, std::int32_t days) : target_(target), days_(days) {}

  [[nodiscard]] Window Of(std::int32_t day) const {
    const auto all = static_cast<std::uint32_t>(target_.documents.size());
    const std::uint32_t undated = FirstFrom(kNoDay);
    if (day == kNoDay || days_ < 0) return {0, undated, undated, all};
    const std::int32_t last = std::min(day + days_, kNoDay - 1);
    return {FirstFrom(day - days_), FirstFrom(last + 1), undated, all};
  }

 private:
  [[nodiscard]] std::uint32_t FirstFrom(std::int32_t day) const {
    const auto found = std::lower_bound(
        target_.documents.begin(), target_.documents.end(), day,
        [](const PairingDocument& document, std::int32_t value) { return document.day < value; });
    return static_cast<std::uint32_t>(found - target_.documents.begin());
  }

  const PairingSide& target_;
  std::int32_t days_;
};

bool IsBetter(const DocumentCandidate& a, const DocumentCandidate& b) {
  return a.score != b.score ? a.score > b.score : a.target < b.target;
}

// Keeps the best `count`, sorted.
void Insert(const DocumentCandidate& candidate, std::size_t count,
            std::vector<DocumentCandidate>* list) {
  if (list->size() == count && !IsBetter(candidate, list->back())) return;
  list->insert(std::upper_bound(list->begin(), list->end(), candidate, IsBetter), candidate);
  if (list->size() > count) list->pop_back();
}

}  // namespace

std::vector<std::vector<DocumentCandidate>> FindCandidates(
    const PairingSide& source, const PairingSide& target, const SketchStore& sketches,
    const Lexicon* lexicon, const RetrievalOptions& options, Workers* workers) {
  constexpr std::size_t kGrain = 64;
  std::vector<std::vector<DocumentCandidate>> found(source.documents.size());
  const Windows windows(target, options.window);
  const QueryMaker queries(target, lexicon, options.postings);
  for (std::size_t begin = 0; begin < target.documents.size();) {
    const IndexPart part(target, sketches, begin, options.budget);
    const auto first = static_cast<std::uint32_t>(begin);
    const auto last = static_cast<std::uint32_t>(part.end());
    workers->ForEachRange(source.documents.size(), kGrain, [&](std::size_t from, std::size_t to) {
      ScoreTable scores(options.postings);
      for (std::size_t i = from; i < to; ++i) {
        const Window window = windows.Of(source.documents[i].day);
        const std::pair<std::uint32_t, std::uint32_t> ranges[] = {
            {std::max(window.begin, first), std::min(window.end, last)},
            {std::max(window.undated, first), std::min(window.all, last)}};
        if (ranges[0].first >= ranges[0].second && ranges[1].first >= ranges[1].second) continue;
        const DocumentSketch sketch = sketches.Read(source.documents[i].sketch);
        for (const QueryTerm& term : queries.Make(sketch, window.Share())) {
          for (const auto& [low, high] : ranges) {
            if (low >= high) continue;
            part.ForEach(term.feature, low, high,
                         [&](std::uint32_t document) { scores.Add(document, term.weight); });
          }
        }
        scores.Drain([&](std::uint32_t document, float score) {
          Insert({document, score * part.Norm(document)}, options.count, &found[i]);
        });
      }
    });
    begin = part.end();
  }
  return found;
}

}  // namespace calque::internal
