#include "align/segment/icu_segmenter.h"

#include "align/base/icu.h"
#include "align/base/marks.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

// Whether the break at `end` stands behind a line break that no terminator calls for.
bool OnlyLineBreak(std::string_view text, ByteSpan piece) {
  const std::string_view trimmed = TrimSpace(piece.In(text));
  const std::string_view gap(
      trimmed.data() + trimmed.size(),
      piece.size() - static_cast<std::size_t>(trimmed.data() - (text.data() + piece.begin)) -
          trimmed.size());
  if (gap.find_first_of("\n\r") == std::string_view::npos || trimmed.empty()) return false;
  return TerminatorOf(DecodeBefore(trimmed, trimmed.size()).value) == TerminatorKind::kNone;
}

// Collects pieces between breaks, joined where a break is not taken, without white space.
class SentenceCollector {
 public:
  SentenceCollector(std::string_view text, std::vector<Sentence>* sentences)
      : text_(text), sentences_(sentences) {}

  void Add(ByteSpan piece, bool ends_sentence) {
    pending_ = pending_.empty() ? piece : ByteSpan{pending_.begin, piece.end};
    if (ends_sentence) Flush();
  }
  void Flush() {
    const std::string_view sentence = TrimSpace(pending_.In(text_));
    pending_ = {};
    if (sentence.empty()) return;
    const auto begin = static_cast<std::uint32_t>(sentence.data() - text_.data());
    sentences_->push_back({{begin, begin + static_cast<std::uint32_t>(sentence.size())}, {}, 1.0F});
  }

 private:
  std::string_view text_;
  std::vector<Sentence>* sentences_;
  ByteSpan pending_;
};

}  // namespace

struct IcuSegmenter::Prototype {
  std::unique_ptr<icu::BreakIterator> iterator;
};

IcuSegmenter::IcuSegmenter(const std::string& language)
    : prototype_(std::make_unique<Prototype>(Prototype{NewSentenceIterator(language)})) {}
IcuSegmenter::~IcuSegmenter() = default;

SegmentedUnits IcuSegmenter::Segment(std::string_view text, std::span<const ByteSpan> units,
                                     const SegmentOptions& /*options*/) const {
  const std::unique_ptr<icu::BreakIterator> iterator(prototype_->iterator->clone());
  SegmentedUnits result;
  for (const ByteSpan unit : units) {
    const auto first = static_cast<std::uint32_t>(result.sentences.size());
    Utf8UText unit_text(unit.In(text));
    UErrorCode status = U_ZERO_ERROR;
    iterator->setText(unit_text.get(), status);
    CheckIcu(status, "read text");
    SentenceCollector collector(text, &result.sentences);
    std::uint32_t begin = unit.begin;
    iterator->first();
    for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
         end = iterator->next()) {
      const ByteSpan piece{begin, unit.begin + static_cast<std::uint32_t>(end)};
      collector.Add(piece, !OnlyLineBreak(text, piece));
      begin = piece.end;
    }
    collector.Flush();
    result.units.push_back({first, static_cast<std::uint32_t>(result.sentences.size())});
  }
  return result;
}

}  // namespace calque::internal
