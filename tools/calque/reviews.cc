#include "tools/calque/reviews.h"

#include <algorithm>
#include <utility>

#include "align/io/file.h"
#include "calque/error.h"

namespace calque::tools {

Reviews::Reviews(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    internal::Review review = internal::ParseReview(internal::ReadFile(path), {path});
    const auto same = std::find_if(given_.begin(), given_.end(), [&](const Given& given) {
      return given.review.id == review.id && given.review.digest == review.digest;
    });
    if (same == given_.end()) {
      given_.push_back({std::move(review)});
    } else {
      internal::AddReview(review, &same->review);
    }
  }
}

// Several bitexts may carry one id: the digest decides.
void Reviews::Apply(Bitext* bitext) {
  if (given_.empty()) return;
  const std::string digest = internal::ReviewDigest(*bitext);
  for (Given& given : given_) {
    if (given.review.id != bitext->id) continue;
    if (given.review.digest != digest) {
      digests_[bitext->id] = digest;
      continue;
    }
    given.lost = internal::ApplyReview(given.review, bitext);
    given.applied = true;
    return;
  }
}

void Reviews::Finish(const Messages& messages) const {
  for (const auto& [review, applied, lost] : given_) {
    if (applied) {
      if (lost == 0) continue;
      messages.Say("review of bitext \"" + review.id +
                   "\": marks on findings that it does not hold: " + std::to_string(lost));
      continue;
    }
    const auto other = digests_.find(review.id);
    throw Error(ErrorCode::kBadInput, review.location,
                other == digests_.end()
                    ? "no bitext here has the id \"" + review.id + "\" of this review"
                    : "was made on another version of bitext \"" + review.id + "\" (digest " +
                          review.digest + ", here " + other->second +
                          "); review a page made from this file");
  }
}

}  // namespace calque::tools
