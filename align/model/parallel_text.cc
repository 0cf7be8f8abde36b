#include "align/model/parallel_text.h"

namespace calque::internal {

void TextSide::Add(std::span<const std::string> folded) {
  for (const std::string& word : folded) tokens_.push_back(vocabulary_.Intern(word));
  begin_.push_back(tokens_.size());
}

void ParallelText::Add(std::span<const std::string> source, std::span<const std::string> target,
                       float weight) {
  source_.Add(source);
  target_.Add(target);
  weights_.push_back(weight);
}

}  // namespace calque::internal
