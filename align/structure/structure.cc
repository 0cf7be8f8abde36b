#include "align/structure/structure.h"

#include <utility>

#include "align/structure/blocks.h"

namespace calque::internal {
namespace {

ParagraphKind KindOf(Block::Shape shape) {
  switch (shape) {
    case Block::Shape::kListItem:
      return ParagraphKind::kListItem;
    case Block::Shape::kTableRow:
      return ParagraphKind::kTableRow;
    case Block::Shape::kText:
      break;
  }
  return ParagraphKind::kBody;
}

void AppendLaidOut(const std::string& text, ByteSpan part, const DispatchGrammar& grammar,
                   std::vector<DispatchBlock>* blocks) {
  if (part.empty()) return;
  for (const Block& block : LayOut(text, part, grammar)) {
    blocks->push_back({block, KindOf(block.shape), false, {}});
  }
}

// One block for each typed block of the wire format; what lies between them is laid out.
std::vector<DispatchBlock> BlocksOf(const RawDocument& raw, const DispatchGrammar& grammar) {
  std::vector<DispatchBlock> blocks;
  std::uint32_t at = 0;
  for (const TypedBlock& typed : raw.blocks) {
    AppendLaidOut(raw.text, {at, typed.span.begin}, grammar, &blocks);
    at = typed.span.end;
    const std::vector<Line> lines = SplitLines(raw.text, typed.span);
    if (lines.empty()) continue;
    DispatchBlock block;
    block.block.span = {lines.front().span.begin, lines.back().span.end};
    block.block.width = lines.size() == 1 ? lines.front().width : 0;
    block.block.gap_before = true;
    block.kind = typed.kind;
    block.fixed = typed.kind != ParagraphKind::kBody;
    for (const StatedCredit& credit : raw.credits) {
      if (credit.span == typed.span) block.stated = credit.role;
    }
    blocks.push_back(block);
  }
  AppendLaidOut(raw.text, {at, static_cast<std::uint32_t>(raw.text.size())}, grammar, &blocks);
  return blocks;
}

}  // namespace

Document AnalyseStructure(RawDocument raw, const DispatchGrammar& grammar) {
  TypedBlocks typed = TypeBlocks(raw.text, BlocksOf(raw, grammar), grammar);
  Document document;
  document.id = std::move(raw.id);
  document.language = raw.language.empty() ? grammar.rules().language : std::move(raw.language);
  document.text = std::move(raw.text);
  document.date = raw.date;
  document.metadata = std::move(raw.metadata);
  document.diagnostics = std::move(raw.diagnostics);
  document.credits = std::move(typed.credits);
  if (typed.dateline) {
    document.dateline = typed.dateline->dateline;
    if (!document.date) document.date = typed.dateline->date;
  }
  document.paragraphs.reserve(typed.blocks.size());
  for (const DispatchBlock& block : typed.blocks) {
    document.paragraphs.push_back({block.block.span, {}, block.kind});
    if (block.kind == ParagraphKind::kHeadline && document.headline.empty()) {
      document.headline = block.block.span;
    }
  }
  return document;
}

}  // namespace calque::internal
