// The segmenter of a language without a profile: ICU's sentence rules (UAX #29). A line break
// inside a unit is white space, so a break that only a line break made is not taken.
#pragma once

#include <memory>

#include "align/segment/segmenter.h"

namespace calque::internal {

class IcuSegmenter : public Segmenter {
 public:
  explicit IcuSegmenter(const std::string& language);
  ~IcuSegmenter() override;

  [[nodiscard]] SegmentedUnits Segment(std::string_view text, std::span<const ByteSpan> units,
                                       const SegmentOptions& options) const override;

 private:
  struct Prototype;
  std::unique_ptr<Prototype> prototype_;
};

}  // namespace calque::internal
