#include "align/beads/word_scores.h"

#include <algorithm>
#include <cmath>

namespace calque::internal {
namespace {

// Ratios multiplied before a logarithm is taken: each lies in [1e-2, 1e9], so no overflow.
constexpr int kRatiosPerLog = 16;

// Σ p(word | given) over an overlap that grows sentence by sentence.
class Explained {
 public:
  Explained(const SideWords& given, const SideWords& words, const WordTable& table)
      : given_(given), words_(words), table_(table), sum_(words.vocabulary.size(), 0.0F) {}

  void Add(std::uint32_t sentence) {
    for (const TypeId type : given_.Sentence(sentence)) {
      for (const WordTable::Entry& entry : table_.Row(type)) {
        if (sum_[entry.word] == 0.0F) touched_.push_back(entry.word);
        sum_[entry.word] += entry.probability;
      }
    }
    given_words_ += static_cast<float>(given_.Sentence(sentence).size());
  }
  void Clear() {
    for (const TypeId type : touched_) sum_[type] = 0.0F;
    touched_.clear();
    given_words_ = 0.0F;
  }
  [[nodiscard]] float Score(std::uint32_t sentence) const {
    const float share = 1.0F / (given_words_ + 1.0F);
    double product = 1.0;
    double score = 0.0;
    int pending = 0;
    for (const TypeId type : words_.Sentence(sentence)) {
      product *= table_.chance[type] + table_.gain[type] * share * (table_.null[type] + sum_[type]);
      if (++pending == kRatiosPerLog) {
        score += std::log(product);
        product = 1.0;
        pending = 0;
      }
    }
    return static_cast<float>(score + std::log(product));
  }

 private:
  const SideWords& given_;
  const SideWords& words_;
  const WordTable& table_;
  std::vector<float> sum_;  // by word
  std::vector<TypeId> touched_;
  float given_words_ = 0.0F;
};

}  // namespace

WordScores::WordScores(const SideWords& given, const SideWords& words, const WordTable& table,
                       const Band& band, std::uint32_t max_size) {
  const std::uint32_t count = band.source_count();
  row_begin_.reserve(count);
  std::size_t total = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    row_begin_.push_back(total);
    row_first_.push_back(band.first[i]);
    row_width_.push_back(band.last[std::min(i + max_size, count)] - band.first[i]);
    total += std::size_t{row_width_[i]} * std::min(max_size, count - i);
  }
  scores_.resize(total);
  Explained explained(given, words, table);
  for (std::uint32_t i = 0; i < count; ++i) {
    explained.Clear();
    float* out = scores_.data() + row_begin_[i];
    for (std::uint32_t size = 1; size <= std::min(max_size, count - i); ++size) {
      explained.Add(i + size - 1);
      for (std::uint32_t j = 0; j < row_width_[i]; ++j) *out++ = explained.Score(row_first_[i] + j);
    }
  }
}

}  // namespace calque::internal
