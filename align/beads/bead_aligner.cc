#include "align/beads/bead_aligner.h"

#include <algorithm>
#include <memory>

#include "align/base/log_math.h"
#include "align/beads/adaptation.h"
#include "align/beads/bead_estimator.h"
#include "align/beads/blank_sentences.h"
#include "align/beads/coarse.h"
#include "align/beads/lattice.h"
#include "align/beads/parameters.h"

namespace calque::internal {
namespace {

int AdaptRounds(const Lexicon* lexicon, BeadOptions::Adapt adapt,
                const AdaptParameters& parameters) {
  const bool adapts = adapt == BeadOptions::Adapt::kAlways ||
                      (adapt == BeadOptions::Adapt::kWithoutModel && lexicon == nullptr);
  return adapts ? parameters.rounds : 0;
}

}  // namespace

BeadAlignment AlignSentences(const Document& source_document, const Document& target_document,
                             const Lexicon* lexicon, const BeadOptions& options) {
  return AlignSentences(source_document, target_document, lexicon, options, BeadParameters{});
}

BeadAlignment AlignSentences(const Document& source_document, const Document& target_document,
                             const Lexicon* lexicon, const BeadOptions& options,
                             const BeadParameters& parameters) {
  if (HasBlankSentence(source_document) || HasBlankSentence(target_document)) {
    const DenseDocument source = WithoutBlankSentences(source_document);
    const DenseDocument target = WithoutBlankSentences(target_document);
    BeadAlignment alignment =
        AlignSentences(source.document, target.document, lexicon, options, parameters);
    alignment.beads = WithBlankSentences(alignment.beads, source, target);
    return alignment;
  }
  const SideWords source = WordsOf(source_document);
  const SideWords target = WordsOf(target_document);
  const BeadPrior typical = BeadPrior::Typical(options.max_side, parameters.max_long,
                                               {parameters.run_open, parameters.run_extend});
  WordTables tables = MakeWordTables(source, target, lexicon, parameters.words);
  const Band band = FindBand(source, target, tables, parameters.coarse);
  BeadEstimator estimator(source, target, band, typical, parameters);

  std::unique_ptr<Lexicon> learned;
  BeadPosteriors posteriors;
  const int rounds = AdaptRounds(lexicon, options.adapt, parameters.adapt);
  for (int round = 0; round <= rounds; ++round) {
    posteriors = estimator.Estimate(ScoreWords(source, target, tables, band, typical.shapes));
    if (round == rounds) break;
    learned =
        LearnWords(source, target, band, typical.shapes, posteriors, lexicon, parameters.adapt);
    tables = MakeWordTables(source, target, learned.get(), parameters.words);
  }
  // The lattice weighs evidence against chance, so its total is the log odds that the two sides
  // belong together.
  const auto score = static_cast<float>(Logistic(posteriors.log_total));
  return {Lattice(band, typical.shapes).Best(posteriors), score};
}

}  // namespace calque::internal
