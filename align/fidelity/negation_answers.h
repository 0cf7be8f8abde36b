// Which cues of one side of a bead answer which of the other.
#pragma once

#include <span>
#include <vector>

#include "align/fidelity/negation_cues.h"

namespace calque::internal {

// The cues of a bead seen from one side. Each strong cue there answers the strong cue here that it
// stands nearest to, in the order of distance. The view must outlive it.
class NegationAnswers {
 public:
  NegationAnswers(const View& view, IndexRange<Token> here, IndexRange<Token> there);
  // The same where the cues of both sides (FindNegations) are known.
  NegationAnswers(const View& view, IndexRange<Token> here, IndexRange<Token> there,
                  std::vector<NegationCue> ours, std::vector<NegationCue> theirs);

  [[nodiscard]] std::span<const NegationCue> ours() const { return ours_; }
  [[nodiscard]] std::span<const NegationCue> theirs() const { return theirs_; }
  // The strong cues here that no strong cue there answers. They live as long as this.
  [[nodiscard]] std::span<const NegationCue* const> unanswered() const { return unanswered_; }

  // How near a cue there stands to where the answer is expected, in [0, 1]; 0 where there is none:
  // a weak one that renders nothing here, one that renders a cue here that is no strong one
  // (`failed`, `échoué`), a loose one.
  [[nodiscard]] float FreeWeakNear(const NegationCue& cue) const;
  [[nodiscard]] float TakenWeakNear(const NegationCue& cue) const;
  [[nodiscard]] float LooseNear(const NegationCue& cue) const;
  // The same of a strong one, which answers another or stands apart.
  [[nodiscard]] float StrongNear(const NegationCue& cue) const;

  // The weak cues here that say what follows is not so, `refused to`, and that no cue there is
  // linked to; none where a strong one there is free.
  [[nodiscard]] std::vector<const NegationCue*> LostDenials() const;

  // Whether it negates a weak cue that nothing renders: two negations that affirm.
  [[nodiscard]] bool DeniesDenial(const NegationCue& strong) const;
  // Whether it negates such a weak cue that is rendered: `did not rule out` and `exclut`.
  [[nodiscard]] bool DeniesRendered(const NegationCue& strong) const;

 private:
  [[nodiscard]] double Distance(const NegationCue& ours, const NegationCue& theirs) const;
  template <typename Asked>
  [[nodiscard]] const NegationCue* Nearest(const NegationCue& ours, const Asked& asked) const;
  [[nodiscard]] const NegationCue* NearestStrong(const NegationCue& ours) const;
  template <typename Asked>
  [[nodiscard]] float Nearness(const NegationCue& ours, const Asked& asked) const;
  void Pair();
  void PairDenied();
  void PairWeak();
  [[nodiscard]] bool IsLimited(const NegationCue& strong) const;
  [[nodiscard]] bool IsHeld(const NegationCue& ours, const NegationCue& theirs) const;
  [[nodiscard]] bool Apart(const NegationCue& ours, const NegationCue& theirs) const;
  [[nodiscard]] bool NegateTheSame(const NegationCue& ours, const NegationCue& theirs) const;
  [[nodiscard]] bool AreLinked(const NegationCue& ours, const NegationCue& theirs) const;
  [[nodiscard]] bool IsTaken(const NegationCue& theirs) const;
  [[nodiscard]] bool IsRendered(const NegationCue& ours) const;

  const View& view_;
  IndexRange<Token> here_;
  IndexRange<Token> there_;
  std::vector<NegationCue> ours_;
  std::vector<NegationCue> theirs_;
  std::vector<bool> free_;  // by cue there: it answers none
  // By cue there: the weak cue here that a strong one denies and that it renders, or null.
  std::vector<const NegationCue*> renders_;
  std::vector<const NegationCue*> holder_;  // by weak cue there: the one here that it may answer
  std::vector<const NegationCue*> unanswered_;
};

}  // namespace calque::internal
