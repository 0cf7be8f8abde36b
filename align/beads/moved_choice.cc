#include "align/beads/moved_choice.h"

#include <cmath>
#include <iterator>
#include <numeric>

#include "align/beads/moved_sentences.h"

namespace calque::internal {
namespace {

// A value for each sentence left over on either side; a candidate covers some of them.
template <typename Value>
class BySentence {
 public:
  BySentence(const LeftOver& source, const LeftOver& target, Value value)
      : source_(source.size(), value), target_(target.size(), value) {}

  [[nodiscard]] Value Least(const MovedCandidate& candidate) const {
    return std::min(*std::min_element(Begin(source_, candidate.source),
                                      Begin(source_, candidate.source + candidate.shape.source)),
                    *std::min_element(Begin(target_, candidate.target),
                                      Begin(target_, candidate.target + candidate.shape.target)));
  }
  void Set(const MovedCandidate& candidate, Value value) {
    std::fill_n(source_.begin() + candidate.source, candidate.shape.source, value);
    std::fill_n(target_.begin() + candidate.target, candidate.shape.target, value);
  }

 private:
  static auto Begin(const std::vector<Value>& values, std::uint32_t at) {
    return values.begin() + static_cast<std::ptrdiff_t>(at);
  }

  std::vector<Value> source_;
  std::vector<Value> target_;
};

// By candidate: the next one that has a sentence of it, too; their number where there is none.
std::vector<std::size_t> NextRivals(const std::vector<MovedCandidate>& candidates,
                                    const LeftOver& source, const LeftOver& target) {
  BySentence<std::size_t> next(source, target, candidates.size());
  std::vector<std::size_t> rivals(candidates.size());
  for (std::size_t c = candidates.size(); c-- > 0;) {
    rivals[c] = next.Least(candidates[c]);
    next.Set(candidates[c], c);
  }
  return rivals;
}

// Each sentence in one.
std::vector<MovedCandidate> Choose(const std::vector<MovedCandidate>& candidates,
                                   const LeftOver& source, const LeftOver& target) {
  constexpr std::uint8_t kTaken = 0;
  constexpr std::uint8_t kFree = 1;
  const std::vector<std::size_t> rivals = NextRivals(candidates, source, target);
  BySentence<std::uint8_t> sentences(source, target, kFree);
  std::vector<MovedCandidate> chosen;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    MovedCandidate candidate = candidates[c];
    if (sentences.Least(candidate) == kTaken) continue;
    if (rivals[c] < candidates.size()) {
      const MovedCandidate& rival = candidates[rivals[c]];
      candidate.probability /= 1.0 + std::exp(rival.evidence - candidate.evidence);
    }
    if (candidate.probability < kMoved) continue;
    sentences.Set(candidate, kTaken);
    chosen.push_back(candidate);
  }
  return chosen;
}

// By sentence of the source left over: the last target of those chosen before it, and the first of
// those chosen behind it.
struct Neighbours {
  std::vector<std::uint32_t> last_before;   // one past it; 0 where there is none
  std::vector<std::uint32_t> first_behind;  // all targets where there is none
};
Neighbours NeighboursOf(const std::vector<MovedCandidate>& chosen, const LeftOver& source,
                        const LeftOver& target) {
  Neighbours around{std::vector<std::uint32_t>(source.size(), 0),
                    std::vector<std::uint32_t>(source.size(), target.size())};
  for (const MovedCandidate& one : chosen) {
    around.last_before[one.source] = one.target + 1;
    around.first_behind[one.source] = one.target;
  }
  std::exclusive_scan(around.last_before.begin(), around.last_before.end(),
                      around.last_before.begin(), std::uint32_t{0},
                      [](std::uint32_t a, std::uint32_t b) { return std::max(a, b); });
  std::exclusive_scan(around.first_behind.rbegin(), around.first_behind.rend(),
                      around.first_behind.rbegin(), target.size(),
                      [](std::uint32_t a, std::uint32_t b) { return std::min(a, b); });
  return around;
}

// Those that cross a bead with two sides or each other.
std::vector<MovedCandidate> Crossing(const std::vector<MovedCandidate>& chosen,
                                     const LeftOver& source, const LeftOver& target) {
  const Neighbours around = NeighboursOf(chosen, source, target);
  std::vector<MovedCandidate> crossing;
  std::copy_if(chosen.begin(), chosen.end(), std::back_inserter(crossing),
               [&](const MovedCandidate& one) {
                 return source[one.source].pairs_before != target[one.target].pairs_before ||
                        around.last_before[one.source] > one.target ||
                        around.first_behind[one.source] < one.target;
               });
  return crossing;
}

}  // namespace

std::vector<MovedCandidate> ChooseMoved(const std::vector<MovedCandidate>& candidates,
                                        const LeftOver& source, const LeftOver& target) {
  return Crossing(Choose(candidates, source, target), source, target);
}

}  // namespace calque::internal
