// The reviews that --review names.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "align/export/review.h"
#include "calque/bitext.h"
#include "tools/calque/common.h"

namespace calque::tools {

// Each review goes to the bitext of its id and digest, those of several reviewers together.
class Reviews {
 public:
  // Throws Error: kMissingInput, kBadInput where a file is no review or two of a bitext disagree.
  explicit Reviews(const std::vector<std::string>& paths);

  void Apply(Bitext* bitext);
  // Says how many marks went to no finding. Throws Error{kBadInput} where a review fitted no
  // bitext.
  void Finish(const Messages& messages) const;

 private:
  struct Given {
    internal::Review review;
    bool applied = false;
    std::size_t lost = 0;  // marks
  };
  std::vector<Given> given_;
  std::map<std::string, std::string> digests_;  // of bitexts whose id had a review, by id
};

}  // namespace calque::tools
