#include "align/segment/rule_segmenter.h"

#include "align/segment/boundary_rules.h"
#include "align/segment/candidate.h"
#include "align/segment/enumeration.h"

namespace calque::internal {
namespace {

ByteSpan WithoutSpace(std::string_view text, ByteSpan unit) {
  const std::string_view inner = TrimSpace(unit.In(text));
  const auto begin = static_cast<std::uint32_t>(inner.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

}  // namespace

SegmentedUnits RuleSegmenter::Segment(std::string_view text, std::span<const ByteSpan> units,
                                      const SegmentOptions& options) const {
  const DocumentEvidence evidence(text, units);
  SegmentedUnits result;
  for (const ByteSpan unit : units) {
    const auto begin = static_cast<std::uint32_t>(result.sentences.size());
    const ByteSpan trimmed = WithoutSpace(text, unit);
    if (options.enumerations == SegmentOptions::Enumerations::kWhole) {
      SegmentUnit(text, trimmed, evidence, &result.sentences);
    } else {
      for (const ByteSpan item : SplitEnumeration(text, trimmed)) {
        SegmentUnit(text, item, evidence, &result.sentences);
      }
    }
    result.units.push_back({begin, static_cast<std::uint32_t>(result.sentences.size())});
  }
  return result;
}

void RuleSegmenter::SegmentUnit(std::string_view text, ByteSpan unit,
                                const DocumentEvidence& evidence,
                                std::vector<Sentence>* sentences) const {
  constexpr float kBoundary = 0.5F;
  if (unit.empty()) return;
  std::uint32_t begin = unit.begin;
  CandidateFinder finder(text, unit, profile_.unmarked);
  while (const auto candidate = finder.Next(begin)) {
    const BoundaryContext context(profile_, evidence, text, unit, begin, *candidate);
    const float probability = BoundaryProbability(context);
    if (probability < kBoundary) continue;
    sentences->push_back({{begin, candidate->end}, {}, probability});
    begin = candidate->next;
  }
  sentences->push_back({{begin, unit.end}, {}, 1.0F});
}

}  // namespace calque::internal
