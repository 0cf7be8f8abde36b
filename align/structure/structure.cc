#include "align/structure/structure.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "align/structure/blocks.h"
#include "align/structure/lines.h"
#include "align/structure/person_key.h"

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
      if (credit.span == typed.span) block.stated.push_back(credit.role);
    }
    blocks.push_back(block);
  }
  AppendLaidOut(raw.text, {at, static_cast<std::uint32_t>(raw.text.size())}, grammar, &blocks);
  return blocks;
}

bool GathersOrWrites(CreditRole role) {
  return role == CreditRole::kReporter || role == CreditRole::kWriter ||
         role == CreditRole::kContributor;
}

// Whether a line of the text credits the person with the role as well; who wrote may be called
// reporter in one place and writer in the other.
bool IsSaidInText(const RawDocument& raw, const StatedCredit& stated,
                  const std::vector<Credit>& credits) {
  const std::string person = PersonKey(stated.span.In(raw.text));
  return std::any_of(credits.begin(), credits.end(), [&](const Credit& credit) {
    const bool element =
        std::any_of(raw.credits.begin(), raw.credits.end(),
                    [&](const StatedCredit& other) { return other.span == credit.span; });
    const bool role = credit.role == stated.role ||
                      (GathersOrWrites(credit.role) && GathersOrWrites(stated.role));
    return !element && role && PersonKey(credit.name) == person;
  });
}

void EraseBlock(RawDocument* raw, ByteSpan span) {
  std::uint32_t begin = span.begin;
  while (begin > 0 && raw->text[begin - 1] == '\n') --begin;
  const std::uint32_t size = span.end - begin;
  raw->text.erase(begin, size);
  std::erase_if(raw->blocks, [&](const TypedBlock& block) { return block.span == span; });
  for (TypedBlock& block : raw->blocks) {
    if (block.span.begin > begin) block.span = {block.span.begin - size, block.span.end - size};
  }
  for (StatedCredit& credit : raw->credits) {
    if (credit.span.begin > begin) credit.span = {credit.span.begin - size, credit.span.end - size};
  }
}

// Leaves out what elements of the format say of persons and lines of its text say as well. Whether
// it was anything.
bool DropSaidInText(RawDocument* raw, const std::vector<Credit>& credits) {
  std::vector<StatedCredit> kept;
  std::vector<ByteSpan> dropped;
  for (const StatedCredit& stated : raw->credits) {
    if (IsSaidInText(*raw, stated, credits)) {
      dropped.push_back(stated.span);
    } else {
      kept.push_back(stated);
    }
  }
  raw->credits = std::move(kept);
  for (auto span = dropped.rbegin(); span != dropped.rend(); ++span) {
    const bool other_role =
        std::any_of(raw->credits.begin(), raw->credits.end(),
                    [&](const StatedCredit& credit) { return credit.span == *span; });
    const bool again = span != dropped.rbegin() && *std::prev(span) == *span;
    if (!other_role && !again) EraseBlock(raw, *span);
  }
  return !dropped.empty();
}

}  // namespace

Document AnalyseStructure(RawDocument raw, const DispatchGrammar& grammar) {
  TypedBlocks typed = TypeBlocks(raw.text, BlocksOf(raw, grammar), grammar);
  if (!raw.credits.empty() && DropSaidInText(&raw, typed.credits)) {
    typed = TypeBlocks(raw.text, BlocksOf(raw, grammar), grammar);
  }
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
