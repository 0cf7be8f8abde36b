#include "align/structure/credit_marks.h"

namespace calque::internal {
namespace {

using Kind = CreditItem::Kind;

// `Anne Roy (AFP)`
bool TakeBracketedAgency(CreditCursor* cursor) {
  const std::size_t begin = cursor->at() + 1;
  const Phrase* agency = cursor->Match(begin, PhraseKind::kAgency);
  if (agency == nullptr || !cursor->IsMarkAt(begin + agency->keys.size(), ')')) return false;
  cursor->SkipTo(begin);
  cursor->Push(Kind::kAgency, begin + agency->keys.size());
  cursor->SkipTo(cursor->at() + 1);
  return true;
}

// `Anne Roy (photos)`
bool TakeBracketedRole(CreditCursor* cursor) {
  const std::size_t begin = cursor->at() + 1;
  const Phrase* role =
      cursor->Match(begin, KindBit(PhraseKind::kRoleBefore) | KindBit(PhraseKind::kAct));
  if (role == nullptr || !cursor->IsMarkAt(begin + role->keys.size(), ')')) return false;
  cursor->SkipTo(begin);
  cursor->Push(Kind::kRoleOfName, begin + role->keys.size()).roles = role->roles;
  cursor->SkipTo(cursor->at() + 1);
  return true;
}

// `Anne Roy (Oslo)`, `Anne Roy (à Oslo)`, `Anne Roy (Oslo, correspondante)`; behind a place its
// country, which adds nothing.
bool TakeBracketedPlace(CreditCursor* cursor) {
  if (!cursor->After(Kind::kName) && !cursor->After(Kind::kPlace)) return false;
  std::size_t begin = cursor->at() + 1;
  if (const Phrase* in = cursor->Match(begin, PhraseKind::kIn)) begin += in->keys.size();
  const std::size_t end = cursor->Holds(begin) ? EndOfPlace(cursor->line(), begin) : begin;
  const bool closed = cursor->IsMarkAt(end, ')');
  if (end == begin || (!closed && !cursor->IsMarkAt(end, ','))) return false;
  if (cursor->After(Kind::kPlace)) {
    cursor->SkipTo(end + 1);
    return closed;
  }
  cursor->SkipTo(begin);
  cursor->Push(Kind::kPlace, end);
  if (closed) cursor->SkipTo(end + 1);
  return true;
}

bool TakeBracket(CreditCursor* cursor) {
  if (!cursor->Word().IsMark('(')) return false;
  if (cursor->After(Kind::kName) && (TakeBracketedAgency(cursor) || TakeBracketedRole(cursor))) {
    return true;
  }
  return TakeBracketedPlace(cursor);
}

// `By Anne Roy | Reuters`, `By Anne Roy - Reuters`
bool AgencyEndsLine(const CreditCursor& cursor) {
  const LineWord& mark = cursor.Word();
  if (!cursor.After(Kind::kName) || !(mark.IsMark('|') || IsDash(mark))) return false;
  const Phrase* agency = cursor.Match(cursor.at() + 1, PhraseKind::kAgency);
  return agency != nullptr && !cursor.Holds(cursor.at() + 1 + agency->keys.size());
}

// `Pim Hallard/Acme`: a person has more than one word.
bool OneWordFollows(const CreditCursor& cursor) {
  const std::size_t next = cursor.at() + 1;
  if (!cursor.After(Kind::kName) || !cursor.Holds(next)) return false;
  const Phrase* agency = cursor.Match(next, PhraseKind::kAgency);
  if (agency != nullptr && agency->keys.size() == 1) return true;
  if (!cursor.IsProperAt(next)) return false;
  return EndOfName(cursor.line(), next) == next + 1 &&
         (!cursor.Holds(next + 1) || !cursor.line().words[next + 1].IsLetters());
}

bool IsClauseMark(const LineWord& word) {
  return word.IsMark(';') || word.IsMark('|') || word.IsMark('.') || word.IsMark('(') ||
         word.IsMark(')') || IsDash(word) || word.key == "·" || word.key == "•";
}

}  // namespace

bool TakeMark(CreditCursor* cursor) {
  const LineWord& word = cursor->Word();
  if (word.IsLetters() || word.shape == WordShape::kNumber) return false;
  if (TakeBracket(cursor)) return true;
  const std::size_t next = cursor->at() + 1;
  if (word.IsMark(',')) {
    cursor->Push(Kind::kComma, next);
  } else if (word.IsMark('/') && OneWordFollows(*cursor)) {
    const bool agency = cursor->Match(next, PhraseKind::kAgency) != nullptr;
    cursor->SkipTo(next);
    cursor->Push(agency ? Kind::kAgency : Kind::kOwner, next + 1);
  } else if (word.IsMark('/') || word.IsMark('+') ||
             cursor->Match(cursor->at(), PhraseKind::kAnd) != nullptr) {
    cursor->Push(Kind::kAnd, next);
  } else if (AgencyEndsLine(*cursor)) {
    cursor->Push(Kind::kComma, next);
  } else if (word.IsMark(':') &&
             (cursor->After(Kind::kRoleBefore) || cursor->After(Kind::kByline))) {
    cursor->SkipTo(next);
  } else if (!IsClauseMark(word)) {
    cursor->Push(Kind::kUnknown, next);
  } else if (cursor->items().empty() || !cursor->Holds(next)) {
    cursor->SkipTo(next);  // parts nothing
  } else {
    cursor->Push(Kind::kSemicolon, next);
  }
  return true;
}

}  // namespace calque::internal
