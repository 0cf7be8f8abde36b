// Quotation marks lost or added.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "align/fidelity/check.h"
#include "align/fidelity/message.h"
#include "align/fidelity/quotation_marks.h"
#include "align/fidelity/runs.h"
#include "align/fidelity/two_sides.h"
#include "align/segment/quotations.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "words",   // log(1 + words between the marks of this side)
    "share",   // of the words of the bead
    "marks",   // quotation marks of this side
    "saying",  // this side has a verb of saying
    "near",    // marks in the neighbouring beads of the other side
};
const EvidenceModel kLost{"quotation-lost", kFeatures};
const EvidenceModel kAdded{"quotation-added", kFeatures};

// From the first mark to the last; a single mark opens or closes a quotation that other beads hold.
IndexRange<Token> QuotedRange(const std::vector<std::uint32_t>& marks, IndexRange<Token> tokens) {
  if (marks.size() > 1) return {marks.front() + 1, marks.back()};
  const bool opens = marks.front() - tokens.begin < tokens.end - marks.front();
  return opens ? IndexRange<Token>{marks.front() + 1, tokens.end}
               : IndexRange<Token>{tokens.begin, marks.front()};
}

bool Says(const SideView& side, IndexRange<Token> tokens) {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (side.rules().says.Contains(side.words()[i].folded)) return true;
  }
  return false;
}

// Of each paragraph, in text order. Lines stand alone: none goes on with the quotation of another.
std::vector<ByteSpan> QuotationsOf(const Document& document, FidelityScope scope) {
  std::vector<ByteSpan> quotations;
  if (scope == FidelityScope::kLines) return quotations;
  for (const Paragraph& paragraph : document.paragraphs) {
    for (const ByteSpan quotation : FindQuotations(document.text, paragraph.span)) {
      quotations.push_back(quotation);
    }
  }
  return quotations;
}

// Whether one of them, in text order, opened before the span and closes behind it.
bool IsInQuotation(const std::vector<ByteSpan>& quotations, ByteSpan span) {
  const auto behind = std::ranges::partition_point(
      quotations, [&](ByteSpan quotation) { return quotation.begin <= span.begin; });
  return behind != quotations.begin() && std::prev(behind)->Contains(span);
}

std::vector<Candidate> RunSide(const View& view, FidelityScope scope) {
  const std::vector<Bead>& beads = view.scene().bitext().beads;
  const auto marks_there = [&](std::size_t bead) {
    return bead < beads.size() ? QuotationMarksIn(view.there(), view.There(beads[bead])).size() : 0;
  };
  const std::vector<ByteSpan> quotations = QuotationsOf(view.there().document(), scope);
  std::vector<Candidate> found;
  for (std::uint32_t i = 0; i < beads.size(); ++i) {
    const IndexRange<Token> here = view.Here(beads[i]);
    const IndexRange<Token> there = view.There(beads[i]);
    const std::vector<std::uint32_t> marks = QuotationMarksIn(view.here(), here);
    if (marks.empty() || there.empty() || marks_there(i) > 0) continue;
    const ByteSpan span_there = view.there().SpanOf(there);
    if (IsInQuotation(quotations, span_there)) continue;
    if (HasSingleQuotation(view.there().Text(span_there))) continue;
    const IndexRange<Token> quoted = QuotedRange(marks, here);
    const auto words = static_cast<float>(CountWords(view.here(), quoted));
    const bool near = scope == FidelityScope::kDocument &&
                      (marks_there(i + 1) > 0 || (i > 0 && marks_there(i - 1) > 0));
    Candidate candidate;
    candidate.category = view.from_source() ? "quotation-lost" : "quotation-added";
    candidate.model = view.from_source() ? &kLost : &kAdded;
    candidate.features = {std::log1p(words),
                          words / static_cast<float>(std::max(1U, CountWords(view.here(), here))),
                          static_cast<float>(marks.size()), Says(view.here(), here) ? 1.0F : 0.0F,
                          near ? 1.0F : 0.0F};
    candidate.bead = i;
    const ByteSpan span = view.here().SpanOf(quoted);
    SetSpans(view, span, span_there, &candidate);
    const std::string text = Quoted(view.here().Text(span));
    candidate.message =
        view.from_source()
            ? "The source quotes " + text + "; the translation has no quotation marks."
            : "The translation quotes " + text + "; the source does not.";
    found.push_back(std::move(candidate));
  }
  return found;
}

std::vector<Candidate> Run(const CheckInput& input) {
  return FromBothSides(input.scene, [&](const View& view) { return RunSide(view, input.scope); });
}

constexpr const EvidenceModel* kModels[] = {&kLost, &kAdded};

}  // namespace

extern const Check kQuotationCheck{"quotation", &Run, kModels};

}  // namespace calque::internal
