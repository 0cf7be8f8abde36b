// The reviews that --review names.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "align/export/review.h"
#include "calque/bitext.h"

namespace calque::tools {

// Each review goes to the bitext of its id and digest.
class Reviews {
 public:
  // Throws Error: kMissingInput, kBadInput where a file is no review.
  explicit Reviews(const std::vector<std::string>& paths);

  void Apply(Bitext* bitext);
  // Throws Error{kBadInput} where a review fitted no bitext.
  void Finish() const;

 private:
  std::vector<internal::Review> pending_;
  std::map<std::string, std::string> digests_;  // of bitexts whose id had a review, by id
};

}  // namespace calque::tools
