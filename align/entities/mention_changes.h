// What is to become of the mentions and entity links of a bitext: collected while they are still
// looked at, done at once in the end, as links know mentions by their place.
#pragma once

#include <optional>
#include <vector>

#include "align/entities/sides.h"
#include "align/entities/span_index.h"
#include "calque/bitext.h"
#include "calque/side.h"

namespace calque::internal {

class MentionChanges {
 public:
  // The bitext must outlive it, and until Apply() nothing else may change its mentions' extents.
  explicit MentionChanges(Bitext* bitext);

  // By mention of a side: whether an entity link holds it.
  [[nodiscard]] const std::vector<bool>& LinkedOn(Side side) const {
    return linked_[IndexOf(side)];
  }
  // The mentions that a new one would swallow: `tchèque` in `Bureau de la statistique tchèque`;
  // nothing where one of them is linked, a value, or reaches out of it.
  [[nodiscard]] std::optional<std::vector<ByteSpan>> PartsOf(Side side, ByteSpan span) const {
    return PartsOf(side, span, nullptr);
  }
  // Whether a link that is to be added has `mention` on its `side`, or on the other something that
  // overlaps `there`.
  [[nodiscard]] bool HoldsLink(Side side, ByteSpan mention, ByteSpan there) const;

  // Gives a mention of the bitext a larger extent, where that swallows none but such parts.
  void Extend(Side side, ByteSpan span, Mention* mention);
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

  [[nodiscard]] std::optional<std::vector<ByteSpan>> PartsOf(Side side, ByteSpan span,
                                                             const Mention* except) const;

  Bitext& bitext_;
  SpanIndex mentions_[2];  // of the bitext, by index
  std::vector<bool> linked_[2];
  std::vector<NewLink> added_;
  SpanIndex added_spans_[2];  // of the links added, by index
  std::vector<ByteSpan> removed_[2];
};

}  // namespace calque::internal
