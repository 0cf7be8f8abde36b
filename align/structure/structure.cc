#include "align/structure/structure.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "align/base/iso_date.h"
#include "align/structure/blocks.h"
#include "align/structure/credits.h"
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
  std::map<ByteSpan, std::vector<CreditRole>> stated;
  for (const StatedCredit& credit : raw.credits) stated[credit.span].push_back(credit.role);
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
    const auto roles = stated.find(typed.span);
    if (roles != stated.end()) block.stated = roles->second;
    blocks.push_back(block);
  }
  AppendLaidOut(raw.text, {at, static_cast<std::uint32_t>(raw.text.size())}, grammar, &blocks);
  return blocks;
}

// Persons in roles; who wrote may be called reporter in one place and writer in the other.
class PersonsInRoles {
 public:
  void Add(std::string_view name, CreditRole role) { known_.insert(Entry(name, role)); }
  [[nodiscard]] bool Contains(std::string_view name, CreditRole role) const {
    return known_.contains(Entry(name, role));
  }

 private:
  static std::pair<std::string, CreditRole> Entry(std::string_view name, CreditRole role) {
    return {PersonKey(name), GathersOrWrites(role) ? CreditRole::kWriter : role};
  }

  std::set<std::pair<std::string, CreditRole>> known_;
};

// Moves the spans of items in text order to where they are when `cuts` are gone from the text.
template <typename Item>
void Shift(const std::vector<ByteSpan>& cuts, std::vector<Item>* items) {
  std::uint32_t gone = 0;
  auto cut = cuts.begin();
  for (Item& item : *items) {
    for (; cut != cuts.end() && cut->begin < item.span.begin; ++cut) gone += cut->size();
    item.span = {item.span.begin - gone, item.span.end - gone};
  }
}

// Takes the blocks of these spans out of the text, each with the line ends before it.
void EraseBlocks(const std::set<ByteSpan>& spans, RawDocument* raw) {
  std::string text;
  std::vector<ByteSpan> cuts;
  std::uint32_t end = 0;  // of the cut before
  for (const ByteSpan span : spans) {
    std::uint32_t begin = span.begin;
    while (begin > end && raw->text[begin - 1] == '\n') --begin;
    text.append(raw->text, end, begin - end);
    end = span.end;
    cuts.push_back({begin, end});
  }
  text.append(raw->text, end);
  raw->text = std::move(text);
  std::erase_if(raw->blocks, [&](const TypedBlock& block) { return spans.contains(block.span); });
  Shift(cuts, &raw->blocks);
  Shift(cuts, &raw->credits);
}

// Leaves out what elements of the format say of persons and lines of its text say as well. Whether
// it was anything.
bool DropSaidInText(RawDocument* raw, const std::vector<Credit>& credits) {
  std::set<ByteSpan> elements;
  for (const StatedCredit& stated : raw->credits) elements.insert(stated.span);
  PersonsInRoles said;
  for (const Credit& credit : credits) {
    if (!elements.contains(credit.span)) said.Add(credit.name, credit.role);
  }
  const std::size_t before = raw->credits.size();
  std::erase_if(raw->credits, [&](const StatedCredit& stated) {
    return said.Contains(stated.span.In(raw->text), stated.role);
  });
  // An element stays for a role that no line says.
  for (const StatedCredit& kept : raw->credits) elements.erase(kept.span);
  EraseBlocks(elements, raw);
  return raw->credits.size() < before;
}

void TakeDate(const DatelineReading& reading, const std::string& file, Document* document) {
  if (!reading.date || IsDay(*reading.date)) {
    document->date = reading.date;
    return;
  }
  const std::string_view stated = reading.dateline.date.In(document->text);
  document->diagnostics.push_back({"no-such-day",
                                   "its dateline names a day that does not exist, \"" +
                                       std::string(stated) + "\"; read without a date",
                                   {file}});
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
    if (!document.date) TakeDate(*typed.dateline, raw.file, &document);
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
