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

// A person has more than one word.
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

// A mark that parts nothing: the colon behind a role or a desk, what opens or ends the line.
bool IsIdle(const CreditCursor& cursor) {
  if (cursor.Word().IsMark(':')) {
    for (const Kind kind : {Kind::kRoleBefore, Kind::kByline, Kind::kDesk}) {
      if (cursor.After(kind)) return true;
    }
  }
  const bool at_edge = cursor.items().empty() || !cursor.Holds(cursor.at() + 1);
  return at_edge && IsClauseMark(cursor.Word());
}

Kind KindOfMark(const CreditCursor& cursor) {
  const LineWord& mark = cursor.Word();
  if (mark.IsMark(',') || AgencyEndsLine(cursor)) return Kind::kComma;
  const bool joins = mark.IsMark('/') || mark.IsMark('+') ||
                     cursor.Match(cursor.at(), PhraseKind::kAnd) != nullptr;
  if (joins) return Kind::kAnd;
  return IsClauseMark(mark) ? Kind::kSemicolon : Kind::kUnknown;
}

// `Pim Hallard/Acme`
bool TakeEmployer(CreditCursor* cursor) {
  if (!cursor->Word().IsMark('/') || !OneWordFollows(*cursor)) return false;
  cursor->SkipTo(cursor->at() + 1);
  const bool agency = cursor->Match(cursor->at(), PhraseKind::kAgency) != nullptr;
  cursor->Push(agency ? Kind::kAgency : Kind::kOwner, cursor->at() + 1);
  return true;
}

}  // namespace

bool TakeMark(CreditCursor* cursor) {
  const LineWord& word = cursor->Word();
  if (word.IsLetters() || word.shape == WordShape::kNumber) return false;
  if (TakeBracket(cursor) || TakeEmployer(cursor)) return true;
  const std::size_t next = cursor->at() + 1;
  if (IsIdle(*cursor)) {
    cursor->SkipTo(next);
  } else {
    cursor->Push(KindOfMark(*cursor), next);
  }
  return true;
}

}  // namespace calque::internal
