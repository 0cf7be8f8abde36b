// What is to become of the mentions and entity links of a bitext: collected while they are still
// looked at, done at once in the end, as links know mentions by their place.
#pragma once

#include <optional>
#include <vector>

#include "calque/bitext.h"
#include "calque/engine.h"

namespace calque::internal {

class MentionChanges {
 public:
  // The bitext must outlive it.
  explicit MentionChanges(Bitext* bitext) : bitext_(*bitext) {}

  // By mention of a side: whether an entity link holds it.
  [[nodiscard]] std::vector<bool> LinkedOn(Side side) const;
  // The mentions, `except` apart, that a new extent would swallow: `tchèque` in `Bureau de la
  // statistique tchèque`; nothing where one of them is linked, a value, or reaches out of it.
  [[nodiscard]] std::optional<std::vector<ByteSpan>> PartsOf(Side side, ByteSpan span,
                                                             const Mention* except) const;
  // Whether a link that is to be added has `mention` on its `side`, or on the other something that
  // overlaps `there`.
  [[nodiscard]] bool HoldsLink(Side side, ByteSpan mention, ByteSpan there) const;

  void Remove(Side side, const std::vector<ByteSpan>& mentions);
  // Mentions that a side does not have are added to it.
  void AddLink(Mention source, Mention target, float score);
  // Does it all; mentions stay in text order, links in that of the mentions.
  void Apply();

 private:
  struct NewLink {
    Mention source;
    Mention target;
    float score = 0.0F;
  };

  Bitext& bitext_;
  std::vector<NewLink> added_;
  std::vector<ByteSpan> removed_[2];
};

}  // namespace calque::internal
