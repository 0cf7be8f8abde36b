#include "align/beads/blank_sentences.h"

#include <algorithm>

namespace calque::internal {
namespace {

IndexRange<Sentence> Original(IndexRange<Sentence> range, const DenseDocument& side,
                              std::uint32_t next) {
  if (range.empty()) return {next, next};
  return {side.place[range.begin], side.place[range.end - 1] + 1};
}

// Target sentences that beads out of order hold, blank ones between them included.
std::vector<bool> MovedTargets(const std::vector<Bead>& beads, const DenseDocument& target) {
  std::vector<bool> moved(target.original_count, false);
  for (const Bead& bead : beads) {
    if (!bead.crossing) continue;
    const IndexRange<Sentence> range = Original(bead.target, target, 0);
    for (std::uint32_t j = range.begin; j < range.end; ++j) moved[j] = true;
  }
  return moved;
}

}  // namespace

bool HasBlankSentence(const Document& document) {
  return std::any_of(document.sentences.begin(), document.sentences.end(),
                     [](const Sentence& sentence) { return sentence.tokens.empty(); });
}

DenseDocument WithoutBlankSentences(const Document& document) {
  DenseDocument dense{document, {}, static_cast<std::uint32_t>(document.sentences.size())};
  dense.document.sentences.clear();
  dense.document.paragraphs.clear();  // their sentence numbers no longer hold
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i) {
    if (document.sentences[i].tokens.empty()) continue;
    dense.document.sentences.push_back(document.sentences[i]);
    dense.place.push_back(i);
  }
  return dense;
}

std::vector<Bead> WithBlankSentences(const std::vector<Bead>& beads, const DenseDocument& source,
                                     const DenseDocument& target) {
  std::vector<Bead> out;
  const std::vector<bool> moved = MovedTargets(beads, target);
  std::uint32_t next_source = 0;
  std::uint32_t next_target = 0;
  const auto add_blanks = [&](std::uint32_t source_end, std::uint32_t target_end) {
    for (; next_source < source_end; ++next_source) {
      out.push_back({{next_source, next_source + 1}, {next_target, next_target}, 1.0F, false});
    }
    for (; next_target < target_end; ++next_target) {
      if (moved[next_target]) continue;
      out.push_back({{next_source, next_source}, {next_target, next_target + 1}, 1.0F, false});
    }
  };
  for (const Bead& bead : beads) {
    Bead original = bead;
    original.source = Original(bead.source, source, next_source);
    original.target = Original(bead.target, target, next_target);
    add_blanks(original.source.begin, bead.crossing ? next_target : original.target.begin);
    next_source = original.source.end;
    if (!bead.crossing) next_target = original.target.end;
    out.push_back(original);
  }
  add_blanks(source.original_count, target.original_count);
  return out;
}

}  // namespace calque::internal
