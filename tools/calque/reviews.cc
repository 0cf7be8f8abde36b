#include "tools/calque/reviews.h"

#include <cstddef>

#include "align/io/file.h"
#include "calque/error.h"

namespace calque::tools {

Reviews::Reviews(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    pending_.push_back(internal::ParseReview(internal::ReadFile(path), {path}));
  }
}

// Several bitexts may carry one id: the digest decides.
void Reviews::Apply(Bitext* bitext) {
  if (pending_.empty()) return;
  const std::string digest = internal::ReviewDigest(*bitext);
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    if (pending_[i].id != bitext->id) continue;
    if (pending_[i].digest != digest) {
      digests_[bitext->id] = digest;
      continue;
    }
    internal::ApplyReview(pending_[i], bitext);
    pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

void Reviews::Finish() const {
  if (pending_.empty()) return;
  const internal::Review& review = pending_.front();
  const auto other = digests_.find(review.id);
  throw Error(ErrorCode::kBadInput, review.location,
              other == digests_.end()
                  ? "no bitext here has the id \"" + review.id + "\" of this review"
                  : "was made on another version of bitext \"" + review.id + "\" (digest " +
                        review.digest + ", here " + other->second +
                        "); review a page made from this file");
}

}  // namespace calque::tools
