#include "align/beads/bead_aligner.h"

#include <algorithm>
#include <memory>

#include "align/beads/adaptation.h"
#include "align/beads/bead_estimator.h"
#include "align/beads/blank_sentences.h"
#include "align/beads/coarse.h"
#include "align/beads/lattice.h"
#include "align/beads/match_scores.h"
#include "align/beads/moved_sentences.h"
#include "align/beads/null_runs.h"
#include "align/beads/parameters.h"
#include "align/beads/sound_match.h"
#include "align/beads/string_match.h"
#include "align/beads/translation_score.h"
#include "align/beads/word_chance.h"

namespace calque::internal {
namespace {

constexpr float kLikely = 1e-4F;       // beads below it are not looked at again
constexpr std::uint32_t kMargin = 2;   // sentences on both sides of what is likely
constexpr std::uint32_t kFarther = 8;  // the same where the words are still to be learned

// Fitted to news documents of 1 to 25 sentences, half of them with lines merged, dropped and
// inserted, and to shuffled ones. Related subjects share words that a model knows.
constexpr Calibration kWithModel = {.slope = 5.0, .middle = 0.75};
constexpr Calibration kWithoutModel = {.slope = 10.0, .middle = 0.0};
constexpr double kTranslation = 0.5;  // score of two texts from which on they are translations
// Of single sentences: fitted to the left-over sentences of news of 2009 of which 8 % were moved,
// which gave middles of 0.1 and 0.2. They are set higher, for desks move less than that.
constexpr Calibration kMovedWithModel = {.slope = 7.0, .middle = 0.3};
constexpr Calibration kMovedWithoutModel = {.slope = 13.0, .middle = 0.3};

// Words that look or sound alike.
std::vector<StringMatch> Matches(const SideWords& source, const SideWords& target) {
  std::vector<StringMatch> matches = MatchStrings(source.vocabulary, target.vocabulary);
  const std::vector<StringMatch> sounds = MatchSounds(source, target);
  matches.insert(matches.end(), sounds.begin(), sounds.end());
  return matches;
}

// One alignment: posteriors that get better as more is known of the words.
class Alignment {
 public:
  Alignment(const SideWords& source, const SideWords& target, const Lexicon* model,
            const BeadOptions& options, const BeadParameters& parameters)
      : source_(source),
        target_(target),
        model_(model),
        parameters_(parameters),
        find_moved_(options.find_moved),
        typical_(BeadPrior::Typical(options.max_side, parameters.max_long,
                                    {parameters.run_open, parameters.run_extend})),
        estimator_(source, target, parameters),
        matches_(Matches(source, target)),
        tables_(MakeWordTables(source, target, matches_, model, model, parameters.words)) {}

  [[nodiscard]] BeadAlignment Run(BeadOptions::Adapt adapt) {
    if (model_ == nullptr) {
      StartByLengths();
    } else {
      band_ = FindBand(source_, target_, tables_, parameters_.coarse);
      Score();
    }
    const int rounds = AdaptRounds(adapt);
    for (int round = 0; round < rounds; ++round) {
      LearnFromBeads();
      Score();
    }
    ScoreInDetail();
    const double score =
        TranslationProbability(posteriors_.log_total, source_.words.size() + target_.words.size(),
                               model_ == nullptr ? kWithoutModel : kWithModel);
    std::vector<Bead> beads = Lattice(band_, typical_.shapes).Best(posteriors_);
    // In two texts that are no translations, whatever is alike is so by chance.
    if (find_moved_ && score >= kTranslation) beads = PairMoved(beads);
    return {JoinNullRuns(beads), static_cast<float>(score)};
  }

 private:
  [[nodiscard]] int AdaptRounds(BeadOptions::Adapt adapt) const {
    const bool asked = adapt == BeadOptions::Adapt::kAlways ||
                       (adapt == BeadOptions::Adapt::kWithoutModel && model_ == nullptr);
    const std::uint32_t sentences = std::min(source_.sentence_count(), target_.sentence_count());
    if (!asked || sentences < parameters_.adapt.least_sentences) return 0;
    return model_ == nullptr ? parameters_.adapt.rounds_alone : parameters_.adapt.rounds_with_model;
  }

  [[nodiscard]] const Knowledge& Knows() const {
    return model_ == nullptr ? parameters_.unknown : parameters_.known;
  }

  // A way by lengths, marks and what strings look alike, in a wide band of few shapes; then all
  // shapes near that way.
  void StartByLengths() {
    const BeadPrior few =
        BeadPrior::Typical(2, parameters_.max_long, {parameters_.run_open, parameters_.run_extend});
    band_ = FindBandByLengths(source_, target_, tables_, parameters_.coarse);
    posteriors_ = estimator_.Estimate(
        band_, few, ScoreWords(source_, target_, tables_, band_, few.shapes), Knows());
    band_ = LikelyPart(band_, few.shapes, posteriors_, kLikely, kFarther);
    Score();
  }

  void Score() {
    posteriors_ = estimator_.Estimate(
        band_, typical_, ScoreWords(source_, target_, tables_, band_, typical_.shapes), Knows());
  }

  void LearnFromBeads() {
    learned_ = LearnWords(source_, target_, band_, typical_.shapes, posteriors_, model_,
                          parameters_.adapt);
    tables_ = MakeWordTables(source_, target_, matches_, learned_.get(), model_, parameters_.words);
    Narrow(kFarther);
  }

  // What only pays once few beads are left to choose from: how reliable each word is, and the order
  // of words.
  void ScoreInDetail() {
    EstimateChance(source_, target_, band_, typical_.shapes, posteriors_, parameters_.chance,
                   &tables_);
    Narrow(kMargin);
    BeadGrid scores = ScoreWords(source_, target_, tables_, band_, typical_.shapes);
    KeepWordOrder(source_, target_, tables_, band_, typical_.shapes, &scores);
    posteriors_ = estimator_.Estimate(band_, typical_, scores, Knows());
  }

  [[nodiscard]] std::vector<Bead> PairMoved(const std::vector<Bead>& beads) const {
    return PairMovedSentences(
        beads, {.source = source_,
                .target = target_,
                .tables = tables_,
                .estimator = estimator_,
                .length_weight = Knows().length_weight,
                .calibration = model_ == nullptr ? kMovedWithoutModel : kMovedWithModel});
  }

  void Narrow(std::uint32_t margin) {
    band_ = LikelyPart(band_, typical_.shapes, posteriors_, kLikely, margin);
  }

  const SideWords& source_;
  const SideWords& target_;
  const Lexicon* model_;
  const BeadParameters& parameters_;
  const bool find_moved_;
  const BeadPrior typical_;
  BeadEstimator estimator_;
  std::vector<StringMatch> matches_;
  WordTables tables_;
  Band band_;
  BeadPosteriors posteriors_;
  std::unique_ptr<Lexicon> learned_;
};

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
  const WordUnit unit = lexicon == nullptr ? WordUnit::kIdeograph : WordUnit::kToken;
  const SideWords source = WordsOf(source_document, unit);
  const SideWords target = WordsOf(target_document, unit);
  return Alignment(source, target, lexicon, options, parameters).Run(options.adapt);
}

}  // namespace calque::internal
