#include "align/segment/rule_segmenter.h"

#include "align/segment/boundary_rules.h"
#include "align/segment/candidate.h"

namespace calque::internal {
namespace {

ByteSpan WithoutSpace(std::string_view text, ByteSpan unit) {
  const std::string_view inner = TrimSpace(unit.In(text));
  const auto begin = static_cast<std::uint32_t>(inner.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

}  // namespace

SegmentedUnits RuleSegmenter::Segment(std::string_view text, std::span<const ByteSpan> units,
                                      const SegmentOptions& /*options*/) const {
  SegmentedUnits result;
  for (const ByteSpan unit : units) {
    const auto begin = static_cast<std::uint32_t>(result.sentences.size());
    SegmentUnit(text, WithoutSpace(text, unit), &result.sentences);
    result.units.push_back({begin, static_cast<std::uint32_t>(result.sentences.size())});
  }
  return result;
}

void RuleSegmenter::SegmentUnit(std::string_view text, ByteSpan unit,
                                std::vector<Sentence>* sentences) const {
  constexpr float kBoundary = 0.5F;
  if (unit.empty()) return;
  std::uint32_t begin = unit.begin;
  std::uint32_t at = NextTerminator(text, begin, unit.end);
  while (at < unit.end) {
    if (const auto candidate = CandidateAt(text, unit, begin, at, &at)) {
      const float probability = BoundaryProbability(profile_, text, unit, begin, *candidate);
      if (probability >= kBoundary) {
        sentences->push_back({{begin, candidate->end}, {}, probability});
        begin = candidate->next;
      }
    }
    at = NextTerminator(text, at, unit.end);
  }
  sentences->push_back({{begin, unit.end}, {}, 1.0F});
}

}  // namespace calque::internal
