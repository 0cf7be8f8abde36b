// Sentences that a desk put elsewhere. A path of beads cannot cross itself, so it leaves them out
// on both sides; here what it left out is paired.
#pragma once

#include <vector>

#include "align/beads/bead_estimator.h"
#include "align/beads/side_words.h"
#include "align/beads/translation_score.h"
#include "align/beads/word_table.h"
#include "calque/bitext.h"

namespace calque::internal {

// Least probability of a moved sentence.
inline constexpr double kMoved = 0.5;

// Evidence for a bead, by what the aligner weighs.
struct BeadEvidence {
  const SideWords& source;
  const SideWords& target;
  const WordTables& tables;
  const BeadEstimator& estimator;
  double length_weight;
  Calibration calibration;
};

// `beads`, a path in text order with null beads of one sentence, with its null beads paired where
// they translate each other: one sentence with one, or with two that follow each other. Such a bead
// is marked as crossing and stands where its source stands; its score is the probability that its
// sides translate each other and that the path was right to leave both out. Each sentence is in one
// bead still; the others are as they were.
[[nodiscard]] std::vector<Bead> PairMovedSentences(const std::vector<Bead>& beads,
                                                   const BeadEvidence& evidence);

}  // namespace calque::internal
