// Training a bilingual model from sentence pairs: what `calque learn` does.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "align/model/lexicon_export.h"
#include "align/model/model.h"
#include "align/model/parallel_text.h"
#include "align/model/trainer.h"
#include "align/segment/tokenizer.h"
#include "calque/bitext.h"

namespace calque::internal {

struct LearnOptions {
  std::string source_language;  // BCP 47
  std::string target_language;
  std::string notice;  // origin and licences of the training data, plain text
  TrainerOptions trainer = {.candidates = {.per_type = 120}};
  Prior prior = {.class_strength = 5.0, .spelling_strength = 1.0};
  ExportOptions lexicon = {.threshold = 5e-4F, .least_count = 2.0, .class_threshold = 0.02F};
};

// Takes pairs one at a time and keeps them as numbers: some 8 bytes a word.
class Learner {
 public:
  Learner(std::shared_ptr<const Tokenizer> source, std::shared_ptr<const Tokenizer> target,
          LearnOptions options);
  // With the tokenizers of the two languages. Throws Error{kUsage} where they are no two BCP 47
  // tags of different languages.
  static Learner Of(const std::filesystem::path& data_directory, const LearnOptions& options);

  // A sentence pair, or the two sides of a bead; counts `weight` times. Throws Error{kBadInput}
  // where a text is longer than 64 MiB.
  void Add(std::string_view source, std::string_view target, float weight = 1.0F);
  // Its beads, but for null beads.
  void Add(const Bitext& bitext);
  // Pairs taken so far.
  [[nodiscard]] std::size_t size() const { return text_.size() + waiting_.size(); }
  // Trains. Throws Error{kBadInput} where there was no pair with words on both sides. The same
  // pairs in the same order give the same model, on any number of threads, also where `checkpoint`
  // holds the state of a training of theirs that was stopped.
  [[nodiscard]] ModelContents Finish(const TrainProgress& progress,
                                     const Checkpoint* checkpoint = nullptr);

 private:
  struct WaitingPair {
    std::string source;
    std::string target;
    float weight;
  };

  void Flush();
  [[nodiscard]] LengthStatistics Lengths() const;

  std::shared_ptr<const Tokenizer> source_tokenizer_;
  std::shared_ptr<const Tokenizer> target_tokenizer_;
  LearnOptions options_;
  std::vector<WaitingPair> waiting_;  // to be tokenized together, on all cores
  ParallelText text_;
  // Weighted sums over the pairs with two sides; lengths in code points.
  double pairs_ = 0.0;
  double source_length_ = 0.0;
  double target_length_ = 0.0;
  double square_ratio_ = 0.0;  // Σ target² / source
};

// Folded tokens of a text.
[[nodiscard]] std::vector<std::string> FoldedTokens(const Tokenizer& tokenizer,
                                                    std::string_view text);

}  // namespace calque::internal
