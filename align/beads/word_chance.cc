#include "align/beads/word_chance.h"

#include <algorithm>

#include "align/beads/match_scores.h"

namespace calque::internal {
namespace {

constexpr double kLeastChance = 0.01;

// Sentences [begin, begin + size) of a side.
struct Run {
  std::uint32_t begin;
  std::uint32_t size;
};

// Expected occurrences of the words of one side, and how many of them chance explains.
class ChanceCounter {
 public:
  ChanceCounter(const SideWords& given, const SideWords& words, const WordTable& table)
      : given_(given),
        words_(words),
        table_(table),
        by_chance_(words.vocabulary.size(), 0.0),
        all_(words.vocabulary.size(), 0.0),
        sum_(words.vocabulary.size(), 0.0F) {}

  void Add(Run given, Run words, double posterior) {
    const float share = 1.0F / (Gather(given) + 1.0F);
    for (std::uint32_t j = words.begin; j < words.begin + words.size; ++j) {
      for (const TypeId word : words_.Sentence(j)) {
        const float explained = table_.gain[word] * share * (table_.null[word] + sum_[word]);
        by_chance_[word] += posterior * (table_.chance[word] / (table_.chance[word] + explained));
        all_[word] += posterior;
      }
    }
    for (const TypeId word : touched_) sum_[word] = 0.0F;
    touched_.clear();
  }

  void Apply(const ChanceParameters& parameters, WordTable* table) const {
    double chances = 0.0;
    double typical = 0.0;
    double total = 0.0;
    for (TypeId word = 0; word < all_.size(); ++word) {
      if (!CanBeExplained(word)) continue;
      chances += by_chance_[word];
      typical += all_[word] * table_.chance[word];
      total += all_[word];
    }
    if (total <= 0.0) return;
    const double mean =
        (chances + parameters.mean_strength * typical / total) / (total + parameters.mean_strength);
    for (TypeId word = 0; word < all_.size(); ++word) {
      if (!CanBeExplained(word)) continue;
      const double estimate = (by_chance_[word] + parameters.word_strength * mean) /
                              (all_[word] + parameters.word_strength);
      const auto chance =
          static_cast<float>(std::clamp(estimate, kLeastChance, 1.0 - kLeastChance));
      table->gain[word] *= (1.0F - chance) / (1.0F - table->chance[word]);
      table->chance[word] = chance;
    }
  }

 private:
  // Σ p(word | given) into `sum_`; returns the number of given words.
  float Gather(Run given) {
    std::size_t count = 0;
    for (std::uint32_t i = given.begin; i < given.begin + given.size; ++i) {
      count += given_.Sentence(i).size();
      for (const TypeId type : given_.Sentence(i)) {
        for (const WordTable::Entry& entry : table_.Row(type)) {
          sum_[entry.word] += entry.probability;
          touched_.push_back(entry.word);
        }
      }
    }
    return static_cast<float>(count);
  }
  [[nodiscard]] bool CanBeExplained(TypeId word) const { return table_.gain[word] > 0.0F; }

  const SideWords& given_;
  const SideWords& words_;
  const WordTable& table_;
  std::vector<double> by_chance_;  // by word
  std::vector<double> all_;
  std::vector<float> sum_;
  std::vector<TypeId> touched_;
};

}  // namespace

void EstimateChance(const SideWords& source, const SideWords& target, const Band& band,
                    const std::vector<BeadShape>& shapes, const BeadPosteriors& posteriors,
                    const ChanceParameters& parameters, WordTables* tables) {
  ChanceCounter forward(source, target, tables->target_given_source);
  ChanceCounter backward(target, source, tables->source_given_target);
  ForEachBead(band, shapes, [&](std::uint32_t i, std::uint32_t j, std::size_t k) {
    const float posterior = posteriors.match.At(band.At(i, j), k);
    if (posterior < parameters.least_posterior) return;
    forward.Add({i, shapes[k].source}, {j, shapes[k].target}, posterior);
    backward.Add({j, shapes[k].target}, {i, shapes[k].source}, posterior);
  });
  forward.Apply(parameters, &tables->target_given_source);
  backward.Apply(parameters, &tables->source_given_target);
}

}  // namespace calque::internal
