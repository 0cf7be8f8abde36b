#include "align/structure/credit_names.h"

#include <algorithm>

#include "align/base/utf8.h"
#include "align/structure/desks.h"
#include "align/structure/functions.h"

namespace calque::internal {
namespace {

using Kind = CreditItem::Kind;

// The second `d'` of `Reportage d'Anne Roy et d'Ugo Ferri` belongs to the role, and so does the
// second `by` of `Reporting by Anne Roy and by Ugo Ferri`.
void SkipRepeatedPreposition(CreditCursor* cursor) {
  if (!cursor->After(Kind::kAnd) && !cursor->After(Kind::kComma)) return;
  const std::vector<CreditItem>& items = cursor->items();
  const auto role = std::find_if(items.rbegin(), items.rend(), [](const CreditItem& item) {
    return item.kind == Kind::kRoleBefore || item.kind == Kind::kByline;
  });
  const LineWord& word = cursor->Word();
  if (role == items.rend() || word.IsProper()) return;
  const auto& particles = cursor->line().rules->particles;
  const std::string last = SplitWords(cursor->line().text, role->span).back().key;
  const bool repeated =
      word.key == last || (particles.contains(word.key) && particles.contains(last));
  const std::size_t at = cursor->at();
  if (repeated && cursor->IsProperAt(at + 1) && cursor->IsProperAt(at + 2)) cursor->SkipTo(at + 1);
}

// `Dr.`, `Mme`
void SkipTitle(CreditCursor* cursor) {
  if (!cursor->line().rules->titles.contains(cursor->Word().key)) return;
  const std::size_t next = cursor->at() + 1;
  const std::size_t name = cursor->IsMarkAt(next, '.') ? next + 1 : next;
  if (EndOfName(cursor->line(), name) > name + 1) cursor->SkipTo(name);
}

// `Agence Corvane`, `Corvane News Agency`: one that no list need know.
bool NamesAgency(const CreditLine& line, std::size_t begin, std::size_t end) {
  if (end < begin + 2) return false;
  const auto first = line.words.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = line.words.begin() + static_cast<std::ptrdiff_t>(end);
  return std::any_of(first, last, [&](const LineWord& word) {
    return line.rules->agency_words.contains(word.key);
  });
}

}  // namespace

bool TakeOwner(CreditCursor* cursor) {
  const CreditLine& line = cursor->line();
  const std::size_t end = EndOfOwner(line, cursor->at());
  if (end == cursor->at()) return false;
  const std::size_t last = line.words[end - 1].key == "s" ? end - 2 : end - 1;
  const std::uint32_t apostrophe = DecodeBefore(line.text, line.words[last].span.end).end;
  cursor->Push(Kind::kOwner, end).span.end = apostrophe;
  return true;
}

bool TakeName(CreditCursor* cursor) {
  SkipRepeatedPreposition(cursor);
  SkipTitle(cursor);
  const std::size_t end = EndOfName(cursor->line(), cursor->at());
  if (end == cursor->at()) return false;
  cursor->Push(NamesAgency(cursor->line(), cursor->at(), end) ? Kind::kAgency : Kind::kName, end);
  return true;
}

// A paper has its article, a person a first name before `Le Goff`. Of `Par La rédaction` only the
// article is passed over.
bool SkipPaper(CreditCursor* cursor) {
  const CreditLine& line = cursor->line();
  const std::size_t at = cursor->at();
  const bool opens = cursor->items().empty() || cursor->After(Kind::kByline);
  if (!opens || !cursor->IsProperAt(at) || !line.rules->articles.contains(cursor->Word().key)) {
    return false;
  }
  if (cursor->Match(at, PhraseKind::kAgency) != nullptr) return false;
  if (DeskAt(line, at + 1)) {
    cursor->SkipTo(at + 1);
    return true;
  }
  const std::size_t end = EndOfName(line, at + 1);
  if (end != at + 2 || cursor->IsProperAt(end)) return false;
  cursor->SkipTo(end);
  return true;
}

}  // namespace calque::internal
