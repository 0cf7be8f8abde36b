#include "align/archive/document_pairing.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

#include "align/archive/divided_stories.h"
#include "align/archive/document_candidates.h"
#include "align/archive/language_resources.h"
#include "align/archive/model_store.h"
#include "align/archive/near_duplicates.h"
#include "align/archive/side_reader.h"
#include "align/archive/story_counts.h"
#include "align/archive/takes.h"
#include "align/archive/workers.h"
#include "align/base/language_tag.h"
#include "align/io/data_directory.h"

namespace calque::internal {
namespace {

constexpr double kUsualRatio = 1.1;  // of lengths, where there is no model to ask
constexpr std::size_t kGrain = 16;
constexpr double kHopeless = -40.0;  // log-odds of a candidate that is no rival to any
// Of the memory, sketches and index get one part each. Both grow by doubling, which takes as much
// again for a moment.
constexpr std::size_t kParts = 4;

// Everything a pairing is made with.
class Pairer {
 public:
  Pairer(const PairingOptions& options, const PairingProgress& progress)
      : options_(options),
        progress_(progress),
        data_directory_(options.data_directory.empty()
                            ? DefaultDataDirectory()
                            : std::filesystem::path(options.data_directory)),
        languages_(data_directory_, options.names),
        models_(data_directory_, options.model),
        weights_(LoadPairWeights(data_directory_)),
        workers_(options.jobs),
        sketches_(options.memory / kParts) {}

  ArchivePairing Pair(const std::vector<ArchiveFile>& sources,
                      const std::vector<ArchiveFile>& targets) {
    const SideLanguage from = LanguageOr(options_.source_language, sources);
    const SideLanguage to = LanguageOr(options_.target_language, targets);
    if (options_.use_model) model_ = models_.Get(from.language, to.language);
    ArchivePairing result;
    result.used_model = model_ != nullptr;
    total_files_ = sources.size() + targets.size();
    SideRead source = Read(sources, from, model_ ? &model_->lexicon().source() : nullptr);
    SideRead target = Read(targets, to, model_ ? &model_->lexicon().target() : nullptr);
    result.source = std::move(source.side);
    result.target = std::move(target.side);
    result.source_skipped = std::move(source.skipped);
    result.target_skipped = std::move(target.skipped);
    result.failures = std::move(source.failures);
    result.failures.insert(result.failures.end(), target.failures.begin(), target.failures.end());
    Say("finding versions", 0.0);
    FindVersions(sketches_, &result.source);
    FindVersions(sketches_, &result.target);
    CountVersionsOnce(sketches_, &result.source);
    CountVersionsOnce(sketches_, &result.target);
    Decide(&result);
    return result;
  }

 private:
  [[nodiscard]] const Lexicon* lexicon() const { return model_ ? &model_->lexicon() : nullptr; }
  [[nodiscard]] const PairWeights& weights() const {
    return model_ ? weights_.with_model : weights_.without_model;
  }
  [[nodiscard]] double Ratio() const { return model_ ? model_->lengths().ratio : kUsualRatio; }
  void Say(const std::string& what, double share) const {
    if (progress_) progress_(what, share);
  }

  static SideLanguage LanguageOr(const std::string& given, const std::vector<ArchiveFile>& files) {
    SideLanguage side = LanguageOfFiles(files);
    if (given.empty()) return side;
    // A folder of all languages may be named as both sides.
    const bool other = side.language != "und" && side.language != PrimaryLanguage(given);
    return {given, side.is_mixed || other};
  }

  SideRead Read(const std::vector<ArchiveFile>& files, const SideLanguage& language,
                const LexiconSide* side) {
    const auto resources = languages_.Get(language.language);
    const Sketcher sketcher(
        resources, side, options_.explain ? Sketcher::Surfaces::kKept : Sketcher::Surfaces::kNone);
    return ReadSide(files, language, *resources, sketcher, &sketches_, &workers_, [&] {
      const std::lock_guard lock(progress_mutex_);
      ++files_read_;
      Say("reading documents",
          static_cast<double>(files_read_) / static_cast<double>(total_files_));
    });
  }

  void Decide(ArchivePairing* result) {
    RetrievalOptions options;
    options.window = options_.window;
    options.budget = options_.memory / kParts;
    Say("looking for candidates", 0.0);
    const auto candidates =
        FindCandidates(result->source, result->target, sketches_, lexicon(), options, &workers_);
    Say("comparing documents", 0.0);
    const std::vector<ScoredCandidate> scored = Score(result, candidates);
    std::vector<ScoredCandidate> hopeful;
    std::copy_if(scored.begin(), scored.end(), std::back_inserter(hopeful),
                 [](const ScoredCandidate& candidate) { return candidate.strength >= kHopeless; });
    result->pairs = DecidePairs(std::move(hopeful), result->source, result->target, weights(),
                                options_.least_probability);
    if (options_.find_takes) {
      const TakeContext context{result->source, result->target, sketches_,
                                lexicon(),      Ratio(),        weights()};
      AddDividedStories(scored, context, options_.least_probability, &workers_, &result->pairs);
      AddTakes(scored, context, options_.least_probability, &workers_, &result->pairs);
    }
    if (options_.explain) Explain(result);
  }

  void Explain(ArchivePairing* result) {
    for (const DocumentPair& pair : result->pairs) {
      result->evidence.push_back(
          FindSharedEvidence(sketches_.Read(result->source.documents[pair.source].sketch),
                             sketches_.Read(result->target.documents[pair.target].sketch),
                             result->source, result->target, lexicon()));
    }
  }

  std::vector<ScoredCandidate> Score(
      ArchivePairing* result, const std::vector<std::vector<DocumentCandidate>>& candidates) {
    std::vector<std::vector<CandidateEvidence>> scored(candidates.size());
    workers_.ForEachRange(candidates.size(), kGrain, [&](std::size_t begin, std::size_t end) {
      PairScorer scorer(result->source, result->target, lexicon(), Ratio());
      for (std::size_t i = begin; i < end; ++i) {
        const DocumentSketch source = sketches_.Read(result->source.documents[i].sketch);
        scorer.SetSource(source);
        for (const DocumentCandidate& candidate : candidates[i]) {
          const DocumentSketch target =
              sketches_.Read(result->target.documents[candidate.target].sketch);
          const PairEvidence evidence = scorer.Compare(target);
          const double strength = weights().Strength(evidence);
          const bool is_asked = options_.keep_candidates || options_.find_takes;
          if (!is_asked && strength < kHopeless) continue;
          scored[i].push_back(
              {{static_cast<std::uint32_t>(i), candidate.target, strength}, evidence});
        }
      }
    });
    std::vector<ScoredCandidate> all;
    for (const auto& list : scored) {
      for (const CandidateEvidence& scored_candidate : list)
        all.push_back(scored_candidate.candidate);
      if (options_.keep_candidates) {
        result->candidates.insert(result->candidates.end(), list.begin(), list.end());
      }
    }
    return all;
  }

  PairingOptions options_;
  PairingProgress progress_;
  std::filesystem::path data_directory_;
  LanguageStore languages_;
  ModelStore models_;
  PairWeightSets weights_;
  Workers workers_;
  SketchStore sketches_;
  std::shared_ptr<const Model> model_;
  std::mutex progress_mutex_;
  std::size_t files_read_ = 0;
  std::size_t total_files_ = 0;
};

}  // namespace

ArchivePairing PairArchives(const std::vector<ArchiveFile>& sources,
                            const std::vector<ArchiveFile>& targets, const PairingOptions& options,
                            const PairingProgress& progress) {
  return Pairer(options, progress).Pair(sources, targets);
}

}  // namespace calque::internal
