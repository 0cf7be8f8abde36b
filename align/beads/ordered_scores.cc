#include "align/beads/ordered_scores.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace calque::internal {
namespace {

constexpr std::size_t kMostGiven = 8;      // sentences on the given side
constexpr std::size_t kRatiosPerLog = 16;  // as in WordScores
constexpr float kLeastWords = 0.01F;       // of an empty sentence

using Shares = std::array<float, kMostGiven>;  // by given sentence of the bead

std::vector<float> WordsBefore(const SideWords& side) {
  std::vector<float> before = {0.0F};
  for (std::uint32_t i = 0; i < side.sentence_count(); ++i) {
    before.push_back(before.back() + static_cast<float>(side.Sentence(i).size()) + kLeastWords);
  }
  return before;
}

class OrderedScorer {
 public:
  OrderedScorer(const SideWords& given, const SideWords& words, const WordTable& table,
                std::uint32_t most_given)
      : given_(given),
        words_(words),
        table_(table),
        given_before_(WordsBefore(given)),
        words_before_(WordsBefore(words)),
        width_(most_given),
        sums_(words.vocabulary.size() * most_given, 0.0F) {}

  // Beads that start with given sentence `begin` come next.
  void MoveTo(std::uint32_t begin) {
    for (const TypeId word : touched_) {
      std::fill_n(sums_.begin() + static_cast<std::ptrdiff_t>(word * width_), width_, 0.0F);
    }
    touched_.clear();
    const auto end = std::min<std::size_t>(given_.sentence_count(), begin + width_);
    for (std::uint32_t i = begin; i < end; ++i) {
      const float share = 1.0F / Width(given_before_, i, i + 1);
      for (const TypeId type : given_.Sentence(i)) {
        for (const WordTable::Entry& entry : table_.Row(type)) {
          touched_.push_back(entry.word);
          sums_[entry.word * width_ + (i - begin)] += share * entry.probability;
        }
      }
    }
  }

  // Of the bead of sentences [i, i + size) and [j, j + words_size).
  [[nodiscard]] float Score(std::uint32_t i, std::uint32_t j, BeadShape shape) const {
    float score = 0.0F;
    for (std::uint32_t n = 0; n < shape.target; ++n) {
      score += SentenceScore(j + n, SharesOf(i, j, n, shape), shape.source,
                             Width(given_before_, i, i + shape.source));
    }
    return score;
  }

 private:
  static float Width(const std::vector<float>& before, std::uint32_t begin, std::uint32_t end) {
    return before[end] - before[begin];
  }

  // Where the words of the n-th sentence come from.
  [[nodiscard]] Shares SharesOf(std::uint32_t i, std::uint32_t j, std::uint32_t n,
                                BeadShape shape) const {
    const float given_width = Width(given_before_, i, i + shape.source);
    const float words_width = Width(words_before_, j, j + shape.target);
    const float begin = Width(words_before_, j, j + n) / words_width;
    const float end = Width(words_before_, j, j + n + 1) / words_width;
    Shares shares = {};
    for (std::uint32_t k = 0; k < shape.source; ++k) {
      const float from = Width(given_before_, i, i + k) / given_width;
      const float to = Width(given_before_, i, i + k + 1) / given_width;
      const float opposite = std::max(0.0F, std::min(end, to) - std::max(begin, from));
      shares[k] = (1.0F - kAnywhereShare) * opposite / (end - begin) + kAnywhereShare * (to - from);
    }
    return shares;
  }

  [[nodiscard]] float SentenceScore(std::uint32_t sentence, const Shares& shares,
                                    std::uint32_t given_size, float given_words) const {
    const float null_share = 1.0F / (given_words + 1.0F);
    switch (given_size) {  // a loop of constant length is none
      case 2:
        return SentenceScore<2>(sentence, shares, given_size, null_share);
      case 3:
        return SentenceScore<3>(sentence, shares, given_size, null_share);
      default:
        return SentenceScore<0>(sentence, shares, given_size, null_share);
    }
  }

  // `kGiven` is `given_size`, or 0 for any.
  template <std::uint32_t kGiven>
  [[nodiscard]] float SentenceScore(std::uint32_t sentence, const Shares& shares,
                                    std::uint32_t given_size, float null_share) const {
    const std::uint32_t size = kGiven == 0 ? given_size : kGiven;
    double score = 0.0;
    auto words = words_.Sentence(sentence);
    while (true) {
      const auto block = words.first(std::min(words.size(), kRatiosPerLog));
      double product = 1.0;
      for (const TypeId word : block) {
        const float* sums = sums_.data() + word * width_;
        float explained = 0.0F;
        for (std::uint32_t k = 0; k < size; ++k) explained += shares[k] * sums[k];
        explained = null_share * table_.null[word] + (1.0F - null_share) * explained;
        product *= table_.chance[word] + table_.gain[word] * explained;
      }
      if (block.size() < kRatiosPerLog) return static_cast<float>(score + std::log(product));
      score += std::log(product);
      words = words.subspan(kRatiosPerLog);
    }
  }

  const SideWords& given_;
  const SideWords& words_;
  const WordTable& table_;
  std::vector<float> given_before_;  // words before each sentence, and the total
  std::vector<float> words_before_;
  std::size_t width_;
  std::vector<float> sums_;  // by word and given sentence: the mean of p(word | given word)
  std::vector<TypeId> touched_;
};

}  // namespace

void ScoreInOrder(const SideWords& given, const SideWords& words, const WordTable& table,
                  const Band& band, const std::vector<BeadShape>& shapes, const VisitScore& visit) {
  std::vector<std::size_t> ordered;
  std::uint32_t most_given = 0;
  for (std::size_t k = 0; k < shapes.size(); ++k) {
    if (std::min(shapes[k].source, shapes[k].target) < 2 || shapes[k].source > kMostGiven) continue;
    ordered.push_back(k);
    most_given = std::max(most_given, shapes[k].source);
  }
  if (ordered.empty()) return;
  OrderedScorer scorer(given, words, table, most_given);
  for (std::uint32_t i = 0; i < band.source_count(); ++i) {
    scorer.MoveTo(i);
    for (std::uint32_t j = band.first[i]; j <= band.last[i]; ++j) {
      for (const std::size_t k : ordered) {
        const std::uint32_t end = i + shapes[k].source;
        if (end > band.source_count() || !band.Contains(end, j + shapes[k].target)) continue;
        visit(i, j, k, scorer.Score(i, j, shapes[k]));
      }
    }
  }
}

}  // namespace calque::internal
