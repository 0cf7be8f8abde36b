#include "align/segment/rule_segmenter.h"

#include "align/base/utf8.h"
#include "align/segment/boundary_rules.h"
#include "align/segment/candidate.h"
#include "align/segment/document_evidence.h"
#include "align/segment/enumeration.h"
#include "align/segment/quotations.h"

namespace calque::internal {
namespace {

ByteSpan WithoutSpace(std::string_view text, ByteSpan unit) {
  const std::string_view inner = TrimSpace(unit.In(text));
  const auto begin = static_cast<std::uint32_t>(inner.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

// One text on its way through the rules.
class UnitSegmenter {
 public:
  UnitSegmenter(const SegmentProfile& profile, std::string_view text,
                std::span<const ByteSpan> units, const SegmentOptions& options)
      : profile_(profile), text_(text), options_(options), evidence_(text, units) {}

  void Add(ByteSpan unit);
  [[nodiscard]] SegmentedUnits Take() { return std::move(result_); }

 private:
  void AddItem(ByteSpan item);
  [[nodiscard]] bool IsQuoted(const BoundaryCandidate& candidate);

  const SegmentProfile& profile_;
  std::string_view text_;
  const SegmentOptions& options_;
  DocumentEvidence evidence_;
  std::vector<ByteSpan> quotations_;  // of the unit at hand, where they are kept whole
  std::size_t quotation_ = 0;         // the first that does not end before the candidate at hand
  SegmentedUnits result_;
};

void UnitSegmenter::Add(ByteSpan unit) {
  const auto first = static_cast<std::uint32_t>(result_.sentences.size());
  const ByteSpan trimmed = WithoutSpace(text_, unit);
  if (options_.quotations == SegmentOptions::Quotations::kWhole) {
    quotations_ = FindQuotations(text_, trimmed);
    quotation_ = 0;
  }
  if (options_.enumerations == SegmentOptions::Enumerations::kWhole) {
    AddItem(trimmed);
  } else {
    for (const ByteSpan item : SplitEnumeration(text_, trimmed)) AddItem(item);
  }
  result_.units.push_back({first, static_cast<std::uint32_t>(result_.sentences.size())});
}

void UnitSegmenter::AddItem(ByteSpan item) {
  constexpr float kBoundary = 0.5F;
  if (item.empty()) return;
  std::uint32_t begin = item.begin;
  CandidateFinder finder(text_, item, profile_.unmarked);
  while (const auto candidate = finder.Next(begin)) {
    const BoundaryContext context(profile_, evidence_, text_, item, begin, *candidate);
    const float probability = BoundaryProbability(context);
    if (probability < kBoundary || IsQuoted(*candidate)) continue;
    result_.sentences.push_back({{begin, candidate->end}, {}, probability});
    begin = candidate->next;
  }
  result_.sentences.push_back({{begin, item.end}, {}, 1.0F});
}

// Whether the candidate stands inside a quotation that goes on behind it.
bool UnitSegmenter::IsQuoted(const BoundaryCandidate& candidate) {
  while (quotation_ < quotations_.size() && quotations_[quotation_].end <= candidate.end) {
    ++quotation_;
  }
  return quotation_ < quotations_.size() && quotations_[quotation_].begin < candidate.end;
}

}  // namespace

SegmentedUnits RuleSegmenter::Segment(std::string_view text, std::span<const ByteSpan> units,
                                      const SegmentOptions& options) const {
  UnitSegmenter segmenter(profile_, text, units, options);
  for (const ByteSpan unit : units) segmenter.Add(unit);
  return segmenter.Take();
}

}  // namespace calque::internal
