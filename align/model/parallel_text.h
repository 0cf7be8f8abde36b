// Sentence pairs as numbers: what every training step reads.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "align/model/vocabulary.h"

namespace calque::internal {

// The tokens of one side, sentence after sentence.
class TextSide {
 public:
  void Add(std::span<const std::string> folded);

  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  [[nodiscard]] const std::vector<TypeId>& tokens() const { return tokens_; }
  [[nodiscard]] std::span<const TypeId> Sentence(std::size_t index) const {
    return std::span(tokens_).subspan(begin_[index], begin_[index + 1] - begin_[index]);
  }
  [[nodiscard]] std::size_t sentence_count() const { return begin_.size() - 1; }

 private:
  Vocabulary vocabulary_;
  std::vector<TypeId> tokens_;
  std::vector<std::size_t> begin_ = {0};
};

// Pairs of sentences (or of beads, joined), each with the weight of its counts.
class ParallelText {
 public:
  // Tokens are folded (Fold of utf8.h). Either side may be empty; such a pair teaches unigrams
  // only. Precondition: weight >= 0.
  void Add(std::span<const std::string> source, std::span<const std::string> target,
           float weight = 1.0F);

  [[nodiscard]] std::size_t size() const { return weights_.size(); }
  [[nodiscard]] const TextSide& source() const { return source_; }
  [[nodiscard]] const TextSide& target() const { return target_; }
  [[nodiscard]] float weight(std::size_t pair) const { return weights_[pair]; }

 private:
  TextSide source_;
  TextSide target_;
  std::vector<float> weights_;
};

}  // namespace calque::internal
