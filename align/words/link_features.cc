#include "align/words/link_features.h"

#include <algorithm>
#include <cmath>

#include "align/base/utf8.h"
#include "align/model/spelling.h"

namespace calque::internal {
namespace {

constexpr float kLeastPosterior = 0.01F;
// Words of a language that make up half of a text are more frequent than this.
const float kSmallWord = std::log(2e-3F);
constexpr float kMostAssociation = 10.0F;
constexpr float kLeastLogProbability = -16.0F;

WordFacts::Fact FactOf(std::string_view word, float probability) {
  WordFacts::Fact fact;
  fact.log_probability = std::max(kLeastLogProbability, std::log(probability));
  fact.is_mark = true;
  for (std::uint32_t at = 0; at < word.size();) {
    const CodePoint c = DecodeAt(word, at);
    if (IsDigit(c.value)) fact.has_digit = true;
    if (IsDigit(c.value) || IsLetter(c.value)) fact.is_mark = false;
    at = c.end;
  }
  return fact;
}

std::vector<WordFacts::Fact> FactsOf(const TextSide& side, const LexiconSide* lexicon) {
  const std::uint32_t size = side.vocabulary().size();
  std::vector<std::uint32_t> count(size, 0);
  for (const TypeId type : side.tokens()) ++count[type];
  const auto total = static_cast<float>(side.tokens().size());
  std::vector<WordFacts::Fact> facts;
  facts.reserve(size);
  for (TypeId type = 0; type < size; ++type) {
    const std::string_view word = side.vocabulary().Word(type);
    const float probability = lexicon != nullptr ? lexicon->Unigram(lexicon->Find(word))
                                                 : static_cast<float>(count[type]) / total;
    facts.push_back(FactOf(word, probability));
  }
  return facts;
}

// Model 1's opinion (Brown et al. 1993): a cell's share of what its row or column may come from.
struct Model1Shares {
  std::vector<float> forward;   // sums over the sources, by target
  std::vector<float> backward;  // sums over the targets, by source
};

class CandidateFinder {
 public:
  CandidateFinder(std::span<const TypeId> source, std::span<const TypeId> target,
                  const ParallelText& text, const PairPosteriors& posteriors,
                  const WordFacts& facts)
      : source_(source), target_(target), text_(text), posteriors_(posteriors), facts_(facts) {
    joint_.Reset(source.size(), target.size());
    shares_.forward.assign(target.size(), 0.0F);
    shares_.backward.assign(source.size(), 0.0F);
    for (std::size_t s = 0; s < source.size(); ++s) {
      for (std::size_t t = 0; t < target.size(); ++t) {
        joint_.Set(s, t, std::sqrt(posteriors.Forward(s, t) * posteriors.Backward(s, t)));
        shares_.forward[t] += ForwardTable(s, t);
        shares_.backward[s] += BackwardTable(s, t);
      }
    }
  }

  [[nodiscard]] std::vector<LinkCandidate> Find() const {
    const SurroundingsFinder surroundings(joint_);
    std::vector<LinkCandidate> candidates;
    for (std::size_t s = 0; s < source_.size(); ++s) {
      const SpellingMatcher matcher(text_.source().vocabulary().Word(source_[s]));
      for (std::size_t t = 0; t < target_.size(); ++t) {
        if (std::max(posteriors_.Forward(s, t), posteriors_.Backward(s, t)) < kLeastPosterior) {
          continue;
        }
        LinkCandidate candidate{
            static_cast<std::uint32_t>(s), static_cast<std::uint32_t>(t), joint_.At(s, t), {}};
        std::size_t next = 0;
        const auto add = [&](float value) { candidate.features[next++] = value; };
        AddPosteriors(s, t, add);
        AddTables(s, t, surroundings.Of(s, t), add);
        AddWords(s, t, matcher, add);
        AddPlaces(s, t, surroundings.Of(s, t), add);
        candidates.push_back(candidate);
      }
    }
    return candidates;
  }

 private:
  [[nodiscard]] float ForwardTable(std::size_t s, std::size_t t) const {
    const Cell cell = posteriors_.CellOf(s, t);
    return cell == kNoCell ? 0.0F : posteriors_.tables().forward[cell];
  }
  [[nodiscard]] float BackwardTable(std::size_t s, std::size_t t) const {
    const Cell cell = posteriors_.CellOf(s, t);
    return cell == kNoCell ? 0.0F : posteriors_.tables().backward[cell];
  }

  template <typename Add>
  void AddPosteriors(std::size_t s, std::size_t t, const Add& add) const {
    const float forward = posteriors_.Forward(s, t);
    const float backward = posteriors_.Backward(s, t);
    add(1.0F);
    add(LogOdds(joint_.At(s, t)));
    add(LogOdds(std::min(forward, backward)));
    add(LogOdds(std::max(forward, backward)));
    add(forward * backward);
  }

  template <typename Add>
  void AddTables(std::size_t s, std::size_t t, const Surroundings& around, const Add& add) const {
    constexpr float kSmallest = 1e-6F;
    const float forward = ForwardTable(s, t);
    const float backward = BackwardTable(s, t);
    const float forward_share = forward / (shares_.forward[t] + kSmallest);
    const float backward_share = backward / (shares_.backward[s] + kSmallest);
    add(LogOdds(std::sqrt(forward_share * backward_share)));
    add(LogOdds(std::min(forward_share, backward_share)));
    const float association =
        0.5F *
        (std::log(forward + kSmallest) + std::log(backward + kSmallest) -
         facts_.Target(target_[t]).log_probability - facts_.Source(source_[s]).log_probability);
    add(std::clamp(association, -kMostAssociation, kMostAssociation));
    add(LogOdds(around.rival));
    add(LogOdds(around.rivals));
    add(posteriors_.forward().NullPosterior(t) + posteriors_.backward().NullPosterior(s));
  }

  template <typename Add>
  void AddWords(std::size_t s, std::size_t t, const SpellingMatcher& matcher,
                const Add& add) const {
    const WordFacts::Fact& source = facts_.Source(source_[s]);
    const WordFacts::Fact& target = facts_.Target(target_[t]);
    const auto similarity =
        static_cast<float>(matcher.Similarity(text_.target().vocabulary().Word(target_[t])));
    const bool is_equal = similarity == 1.0F;
    add(similarity);
    add(is_equal && !source.is_mark ? 1.0F : 0.0F);
    add(is_equal && source.has_digit ? 1.0F : 0.0F);
    add(Position(s, t));
    add(0.5F * (source.log_probability + target.log_probability));
    add(std::abs(source.log_probability - target.log_probability));
    add(source.is_mark && target.is_mark ? 1.0F : 0.0F);
    add(source.is_mark != target.is_mark ? 1.0F : 0.0F);
  }

  template <typename Add>
  void AddPlaces(std::size_t s, std::size_t t, const Surroundings& around, const Add& add) const {
    add(0.5F * (around.before + around.after));
    add(around.crossed);
    add(around.beside);
    const float small = (facts_.Source(source_[s]).log_probability > kSmallWord ? 0.5F : 0.0F) +
                        (facts_.Target(target_[t]).log_probability > kSmallWord ? 0.5F : 0.0F);
    add(small);
    add(small * LogOdds(joint_.At(s, t)));
    add(small * Position(s, t));
  }

  [[nodiscard]] float Position(std::size_t s, std::size_t t) const {
    return std::abs((static_cast<float>(s) + 0.5F) / static_cast<float>(source_.size()) -
                    (static_cast<float>(t) + 0.5F) / static_cast<float>(target_.size()));
  }

  std::span<const TypeId> source_;
  std::span<const TypeId> target_;
  const ParallelText& text_;
  const PairPosteriors& posteriors_;
  const WordFacts& facts_;
  CellGrid joint_;
  Model1Shares shares_;
};

}  // namespace

float LogOdds(float probability) {
  const float least = 1.0F / (1.0F + std::exp(kMostLogOdds));
  const float p = std::clamp(probability, least, 1.0F - least);
  return std::log(p / (1.0F - p));
}

WordFacts::WordFacts(const ParallelText& text, const Model* model)
    : source_(FactsOf(text.source(), model != nullptr ? &model->lexicon().source() : nullptr)),
      target_(FactsOf(text.target(), model != nullptr ? &model->lexicon().target() : nullptr)) {}

void SurroundingsFinder::Best::See(float value, std::size_t position) {
  if (value > first) {
    second = first;
    first = value;
    at = position;
  } else {
    second = std::max(second, value);
  }
}

SurroundingsFinder::SurroundingsFinder(const CellGrid& grid)
    : grid_(grid), rows_(grid.sources()), columns_(grid.targets()) {
  for (std::size_t s = 0; s < grid.sources(); ++s) {
    for (std::size_t t = 0; t < grid.targets(); ++t) {
      rows_[s].See(grid.At(s, t), t);
      columns_[t].See(grid.At(s, t), s);
    }
  }
}

Surroundings SurroundingsFinder::Of(std::size_t source, std::size_t target) const {
  const float row = rows_[source].Without(target);
  const float column = columns_[target].Without(source);
  Surroundings around;
  around.rival = std::max(row, column);
  around.rivals = std::min(row, column);
  around.far_rival = FarRival(source, target);
  around.before = grid_.At(source - 1, target - 1);
  around.after = grid_.At(source + 1, target + 1);
  around.wide_before =
      std::max({around.before, grid_.At(source - 2, target - 1), grid_.At(source - 1, target - 2)});
  around.wide_after =
      std::max({around.after, grid_.At(source + 2, target + 1), grid_.At(source + 1, target + 2)});
  around.crossed = std::max(grid_.At(source - 1, target + 1), grid_.At(source + 1, target - 1));
  around.beside = std::max({grid_.At(source - 1, target), grid_.At(source + 1, target),
                            grid_.At(source, target - 1), grid_.At(source, target + 1)});
  return around;
}

float SurroundingsFinder::FarRival(std::size_t source, std::size_t target) const {
  const auto is_near = [](std::size_t a, std::size_t b) { return a + 1 >= b && b + 1 >= a; };
  float best = 0.0F;
  for (std::size_t t = 0; t < grid_.targets(); ++t) {
    if (!is_near(t, target)) best = std::max(best, grid_.At(source, t));
  }
  for (std::size_t s = 0; s < grid_.sources(); ++s) {
    if (!is_near(s, source)) best = std::max(best, grid_.At(s, target));
  }
  return best;
}

std::vector<LinkCandidate> FindCandidates(const ParallelText& text, std::size_t pair,
                                          const PairPosteriors& posteriors,
                                          const WordFacts& facts) {
  return CandidateFinder(text.source().Sentence(pair), text.target().Sentence(pair), text,
                         posteriors, facts)
      .Find();
}

}  // namespace calque::internal
