#include "align/model/learner.h"

#include <algorithm>
#include <utility>

#include "align/base/language_tag.h"
#include "align/base/printable.h"
#include "align/base/utf8.h"
#include "align/io/data_directory.h"
#include "align/io/file.h"
#include "align/model/parallel.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kBatch = 16'384;
constexpr std::size_t kPairsPerBlock = 256;

}  // namespace

std::vector<std::string> FoldedTokens(const Tokenizer& tokenizer, std::string_view text) {
  std::vector<std::string> folded;
  const ByteSpan whole{0, static_cast<std::uint32_t>(text.size())};
  for (const Token& token : tokenizer.Tokens(text, whole)) {
    folded.push_back(Fold(token.span.In(text)));
  }
  return folded;
}

Learner::Learner(std::shared_ptr<const Tokenizer> source, std::shared_ptr<const Tokenizer> target,
                 LearnOptions options)
    : source_tokenizer_(std::move(source)),
      target_tokenizer_(std::move(target)),
      options_(std::move(options)) {}

Learner Learner::Of(const std::filesystem::path& data_directory, const LearnOptions& options) {
  for (const std::string& language : {options.source_language, options.target_language}) {
    if (IsLanguageTag(language)) continue;
    throw Error(ErrorCode::kUsage,
                "`" + Printable(language) + "` is no code of a language, such as fr");
  }
  if (options.source_language == options.target_language) {
    throw Error(ErrorCode::kUsage,
                "both sides are in " + options.source_language + "; a model is of two languages");
  }
  const auto tokenizer = [&](const std::string& language) {
    return Tokenizer::FromJson(LoadLanguageFile(data_directory, language), language);
  };
  return {tokenizer(options.source_language), tokenizer(options.target_language), options};
}

void Learner::Add(std::string_view source, std::string_view target, float weight) {
  if (std::max(source.size(), target.size()) > kDefaultDocumentLimit) {
    throw Error(ErrorCode::kBadInput, "a sentence of more than 64 MiB; split the text first");
  }
  waiting_.push_back({std::string(source), std::string(target), weight});
  if (waiting_.size() >= kBatch) Flush();
}

void Learner::Flush() {
  struct Tokens {
    std::vector<std::string> source;
    std::vector<std::string> target;
  };
  std::vector<Tokens> tokens(waiting_.size());
  ForEachBlock(waiting_.size(), kPairsPerBlock, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      tokens[i].source = FoldedTokens(*source_tokenizer_, waiting_[i].source);
      tokens[i].target = FoldedTokens(*target_tokenizer_, waiting_[i].target);
    }
  });
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    const float weight = waiting_[i].weight;
    text_.Add(tokens[i].source, tokens[i].target, weight);
    if (tokens[i].source.empty() || tokens[i].target.empty()) continue;
    const auto source = static_cast<double>(CodePointCount(waiting_[i].source));
    const auto target = static_cast<double>(CodePointCount(waiting_[i].target));
    pairs_ += weight;
    source_length_ += weight * source;
    target_length_ += weight * target;
    square_ratio_ += weight * target * target / source;
  }
  waiting_.clear();
}

void Learner::Add(const Bitext& bitext) {
  for (const Bead& bead : bitext.beads) {
    if (!bead.IsNull()) Add(bitext.source.TextOf(bead.source), bitext.target.TextOf(bead.target));
  }
}

// With r = Σ t / Σ s, the mean of (t − r s)² / s.
LengthStatistics Learner::Lengths() const {
  constexpr double kLeastVariance = 0.1;
  const double ratio = target_length_ / source_length_;
  const double squares =
      square_ratio_ - 2.0 * ratio * target_length_ + ratio * ratio * source_length_;
  return {.ratio = ratio, .variance = std::max(kLeastVariance, squares / pairs_)};
}

ModelContents Learner::Finish(const TrainProgress& progress, const Checkpoint* checkpoint) {
  Flush();
  if (pairs_ <= 0.0) {
    throw Error(ErrorCode::kBadInput,
                "no sentence pair with words on both sides; a model needs some thousand pairs");
  }
  const TrainedTables trained =
      TrainTables(text_, options_.trainer, options_.prior, JumpTables(), progress, checkpoint);
  ModelContents contents;
  contents.source_language = options_.source_language;
  contents.target_language = options_.target_language;
  contents.notice = options_.notice;
  contents.lexicon = ExportLexicon(text_, trained.candidates, trained.tables, options_.lexicon);
  contents.jumps = trained.jumps;
  contents.lengths = Lengths();
  return contents;
}

}  // namespace calque::internal
