#include "align/beads/moved_sentences.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "align/base/log_math.h"
#include "align/beads/match_scores.h"
#include "align/beads/moved_choice.h"

namespace calque::internal {
namespace {

// How far a sentence may move: so many beads. It keeps the work linear in the document, and no desk
// moves text farther.
constexpr std::size_t kFarthest = 400;

constexpr std::uint32_t kMostTogether = 2;  // sentences of one side that move as one bead

// The same words, of these sentences only.
SideWords Only(const LeftOver& left, const SideWords& side) {
  SideWords out;
  out.vocabulary = side.vocabulary;
  for (const LeftOver::Place& place : left) {
    const auto words = side.Sentence(place.sentence);
    out.words.insert(out.words.end(), words.begin(), words.end());
    out.begin.push_back(static_cast<std::uint32_t>(out.words.size()));
    out.length.push_back(side.length[place.sentence]);
  }
  return out;
}

// What is left over on both sides and near enough to each other.
Band Reach(const LeftOver& source, const LeftOver& target) {
  std::vector<std::uint32_t> first(source.size() + 1, 0);
  std::vector<std::uint32_t> last(source.size() + 1, target.size());
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  for (std::uint32_t i = 0; i < source.size(); ++i) {
    while (from < target.size() && target[from].bead + kFarthest < source[i].bead) ++from;
    while (to < target.size() && target[to].bead <= source[i].bead + kFarthest) ++to;
    if (i > 0) first[i] = from;
    last[i] = to;
  }
  first[source.size()] = from;
  return Band::FromRows(first, last);
}

std::size_t CountWords(const SideWords& side, std::uint32_t begin, std::uint32_t count) {
  return side.begin[begin + count] - side.begin[begin];
}

// What the aligner would say of beads between such sentences.
class Scores {
 public:
  // All references must outlive the scores.
  Scores(const LeftOver& source, const LeftOver& target, Band band, const BeadEvidence& evidence)
      : source_(source),
        target_(target),
        evidence_(evidence),
        prior_(BeadPrior::Typical(kMostTogether, kMostTogether, {})),
        band_(std::move(band)),
        source_words_(Only(source, evidence.source)),
        target_words_(Only(target, evidence.target)),
        grid_(ScoreWords(source_words_, target_words_, evidence.tables, band_, prior_.shapes)) {}

  // Calls `visit(candidate)` for every bead of sentences that follow each other on both sides.
  template <typename Visit>
  void ForEach(const Visit& visit) const {
    ForEachBead(band_, prior_.shapes, [&](std::uint32_t i, std::uint32_t j, std::size_t k) {
      const BeadShape shape = prior_.shapes[k];
      if (!source_.AreOneRun(i, shape.source) || !target_.AreOneRun(j, shape.target)) return;
      visit(Of(i, j, k));
    });
  }

 private:
  [[nodiscard]] MovedCandidate Of(std::uint32_t i, std::uint32_t j, std::size_t k) const {
    const BeadShape shape = prior_.shapes[k];
    const double weight =
        std::log(prior_.shape[k]) +
        evidence_.estimator.Weight(source_[i].sentence, target_[j].sentence, shape,
                                   grid_.At(band_.At(i, j), k), evidence_.length_weight);
    const std::size_t words =
        CountWords(source_words_, i, shape.source) + CountWords(target_words_, j, shape.target);
    return {.source = i,
            .target = j,
            .shape = shape,
            .evidence = weight,
            .probability = TranslationProbability(weight, words, evidence_.calibration)};
  }

  const LeftOver& source_;
  const LeftOver& target_;
  const BeadEvidence& evidence_;
  const BeadPrior prior_;
  const Band band_;
  const SideWords source_words_;
  const SideWords target_words_;
  const BeadGrid grid_;
};

// The probability of a moved sentence. A path without crossings has it left over with `left_over`;
// that it has a partner after all, `paired`, makes such paths the more likely, by its odds.
double LeftOverAndPaired(double left_over, double paired) {
  const double moved = left_over * paired;
  return moved / (moved + 1.0 - paired);
}

std::vector<MovedCandidate> FindCandidates(const LeftOver& source, const LeftOver& target,
                                           const BeadEvidence& evidence) {
  std::vector<MovedCandidate> found;
  Scores(source, target, Reach(source, target), evidence).ForEach([&](MovedCandidate candidate) {
    if (candidate.shape.source == 2 && candidate.shape.target == 2) return;  // rather two beads
    const double left_over = std::min(source.LowestScore(candidate.source, candidate.shape.source),
                                      target.LowestScore(candidate.target, candidate.shape.target));
    candidate.probability = LeftOverAndPaired(left_over, candidate.probability);
    if (candidate.probability >= kMoved) found.push_back(candidate);
  });
  std::sort(found.begin(), found.end(), [](const MovedCandidate& a, const MovedCandidate& b) {
    return std::tuple(-a.evidence, a.source, a.target) <
           std::tuple(-b.evidence, b.source, b.target);
  });
  return found;
}

// The path with its left-over sentences paired.
std::vector<Bead> PairLeftOver(const std::vector<Bead>& beads, const BeadEvidence& evidence) {
  LeftOver source;
  LeftOver target;
  std::size_t pairs = 0;
  for (std::size_t at = 0; at < beads.size(); ++at) {
    const Bead& bead = beads[at];
    const auto left_over = [&](std::uint32_t sentence) {
      return LeftOver::Place{
          .sentence = sentence, .bead = at, .pairs_before = pairs, .score = bead.score};
    };
    if (bead.target.empty()) source.Add(left_over(bead.source.begin));
    if (bead.source.empty()) target.Add(left_over(bead.target.begin));
    if (!bead.IsNull()) ++pairs;
  }
  if (source.size() == 0 || target.size() == 0) return beads;
  std::vector<Bead> out = beads;
  for (const MovedCandidate& moved :
       ChooseMoved(FindCandidates(source, target, evidence), source, target)) {
    for (std::uint32_t i = 0; i < moved.shape.source; ++i) out[source[moved.source + i].bead] = {};
    for (std::uint32_t j = 0; j < moved.shape.target; ++j) out[target[moved.target + j].bead] = {};
    const std::uint32_t i = source[moved.source].sentence;
    const std::uint32_t j = target[moved.target].sentence;
    out[source[moved.source].bead] = {{i, i + moved.shape.source},
                                      {j, j + moved.shape.target},
                                      static_cast<float>(moved.probability),
                                      true};
  }
  out.erase(std::remove(out.begin(), out.end(), Bead{}), out.end());
  return out;
}

bool IsTwoToTwo(const Bead& bead) { return bead.source.size() == 2 && bead.target.size() == 2; }

// Of pairs of sentences, all pairs within each: those of the n-th are the indices 2n and 2n + 1.
Band WithinPairs(std::uint32_t sentences) {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> last;
  for (std::uint32_t i = 0; i <= sentences; ++i) {
    const std::uint32_t even = i - i % 2;
    first.push_back(i % 2 == 1 || i == 0 ? even : even - 2);
    last.push_back(std::min(even + 2, sentences));
  }
  return Band::FromRows(first, last);
}

// Two sentences that changed places are one bead of a path: where each of them translates the one
// opposite far better than both together do, they are two.
std::vector<Bead> SplitSwapped(const std::vector<Bead>& beads, const BeadEvidence& evidence) {
  LeftOver source;
  LeftOver target;
  for (std::size_t at = 0; at < beads.size(); ++at) {
    if (!IsTwoToTwo(beads[at])) continue;
    LeftOver::Place place{.bead = at, .pairs_before = at, .score = beads[at].score};
    for (const std::uint32_t offset : {0U, 1U}) {
      place.sentence = beads[at].source.begin + offset;
      source.Add(place);
      place.sentence = beads[at].target.begin + offset;
      target.Add(place);
    }
  }
  if (source.size() == 0) return beads;
  // By two-to-two bead: evidence for its sentences crosswise, and for whatever else it may be.
  std::vector<double> crosswise(source.size() / 2, 0.0);
  std::vector<double> together(source.size() / 2, 0.0);
  std::vector<double> straight(source.size() / 2, 0.0);
  std::vector<double> probability(source.size() / 2, 1.0);
  Scores(source, target, WithinPairs(source.size()), evidence)
      .ForEach([&](const MovedCandidate& c) {
        const std::uint32_t pair = c.source / 2;
        if (c.shape.source == 2 && c.shape.target == 2) {
          if (c.source % 2 == 0) together[pair] = c.evidence;
        } else if (c.shape.source == 1 && c.shape.target == 1 && c.target / 2 == pair) {
          if (c.source == c.target) {
            straight[pair] += c.evidence;
            return;
          }
          crosswise[pair] += c.evidence;
          probability[pair] = std::min(probability[pair], c.probability);
        }
      });
  std::vector<Bead> out;
  std::uint32_t pair = 0;
  for (const Bead& bead : beads) {
    if (!IsTwoToTwo(bead)) {
      out.push_back(bead);
      continue;
    }
    const double rival = std::max(together[pair], straight[pair]);
    const double swapped = probability[pair] * Logistic(crosswise[pair] - rival);
    ++pair;
    if (swapped < kMoved) {
      out.push_back(bead);
      continue;
    }
    const auto score = static_cast<float>(swapped);
    const std::uint32_t i = bead.source.begin;
    const std::uint32_t j = bead.target.begin;
    out.push_back({{i, i + 1}, {j + 1, j + 2}, score, true});
    out.push_back({{i + 1, i + 2}, {j, j + 1}, score, true});
  }
  return out;
}

}  // namespace

std::vector<Bead> PairMovedSentences(const std::vector<Bead>& beads, const BeadEvidence& evidence) {
  return PairLeftOver(SplitSwapped(beads, evidence), evidence);
}

}  // namespace calque::internal
