// The segmenter of a language with a profile: one linear scan for terminators, a decision at each.
#pragma once

#include <utility>

#include "align/segment/segment_profile.h"
#include "align/segment/segmenter.h"

namespace calque::internal {

class RuleSegmenter : public Segmenter {
 public:
  explicit RuleSegmenter(SegmentProfile profile) : profile_(std::move(profile)) {}

  [[nodiscard]] SegmentedUnits Segment(std::string_view text, std::span<const ByteSpan> units,
                                       const SegmentOptions& options) const override;

 private:
  SegmentProfile profile_;
};

}  // namespace calque::internal
