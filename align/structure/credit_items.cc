#include "align/structure/credit_items.h"

#include <optional>
#include <utility>

#include "align/base/utf8.h"
#include "align/structure/credit_cursor.h"
#include "align/structure/credit_marks.h"
#include "align/structure/credit_names.h"
#include "align/structure/credit_noise.h"
#include "align/structure/desks.h"
#include "align/structure/functions.h"
#include "align/structure/role_phrases.h"

namespace calque::internal {
namespace {

using Kind = CreditItem::Kind;

constexpr PhraseKinds kSimple = KindBit(PhraseKind::kRoleAfter) | KindBit(PhraseKind::kDuty) |
                                KindBit(PhraseKind::kWith) | KindBit(PhraseKind::kAnd) |
                                KindBit(PhraseKind::kAgency);
constexpr PhraseKinds kFunctions =
    KindBit(PhraseKind::kFunction) | KindBit(PhraseKind::kFunctionOf);

Kind KindOf(PhraseKind kind) {
  switch (kind) {
    case PhraseKind::kRoleAfter:
      return Kind::kRoleAfter;
    case PhraseKind::kDuty:
      return Kind::kDuty;
    case PhraseKind::kWith:
      return Kind::kWith;
    case PhraseKind::kAnd:
      return Kind::kAnd;
    case PhraseKind::kAgency:
      return Kind::kAgency;
    default:
      return Kind::kUnknown;
  }
}

// `AP's` names AP, `the Associated Press` without a capital the same as without the article.
void BareAgency(const CreditCursor& cursor, std::size_t begin, std::size_t end, CreditItem* item) {
  const CreditLine& line = cursor.line();
  if (end > begin + 1 && !line.words[begin].IsProper() &&
      cursor.Match(begin, PhraseKind::kFiller) != nullptr) {
    item->span.begin = line.words[begin + 1].span.begin;
  }
  if (end < begin + 2 || line.words[end - 1].key != "s") return;
  const LineWord& owner = line.words[end - 2];
  if (!owner.key.ends_with('\'')) return;
  item->span.end = DecodeBefore(line.text, owner.span.end).end;
}

// Takes what is next as one kind of item or another; every function is false, and changes nothing,
// where it is none.
class Splitter {
 public:
  explicit Splitter(const CreditLine& line) : line_(line), cursor_(line) {}

  std::vector<CreditItem> Split() && {
    while (!cursor_.AtEnd() && (cursor_.items().empty() || !OpensRights(line_, cursor_.at()))) {
      if (!(SkipNoise() || TakeMark(&cursor_) || TakeByline() || TakeDesk() || TakeRole() ||
            SkipPaper(&cursor_) || TakePhrase() || TakePlace() || TakeInitials() ||
            TakeFunction() || TakeOtherRole() || TakeOwner(&cursor_) || TakeName(&cursor_))) {
        cursor_.Push(Kind::kUnknown, cursor_.at() + 1);
      }
    }
    return std::move(cursor_).TakeItems();
  }

 private:
  bool SkipNoise() {
    const Noise noise = NoiseAt(line_, cursor_.at());
    if (noise.end == cursor_.at()) return false;
    if (noise.contact) {
      cursor_.Push(Kind::kContact, noise.end);
    } else {
      cursor_.SkipTo(noise.end);
    }
    return true;
  }

  bool TakeByline() {
    const Phrase* phrase =
        cursor_.items().empty() ? cursor_.Match(cursor_.at(), PhraseKind::kByline) : nullptr;
    if (phrase == nullptr) return false;
    cursor_.Push(Kind::kByline, cursor_.at() + phrase->keys.size());
    return true;
  }

  bool TakeRole() {
    auto role = RolePhraseAt(line_, cursor_.at());
    if (!role) return false;
    PushRole(std::move(*role));
    return true;
  }

  // `Fact-checking by`
  bool TakeOtherRole() {
    if (!cursor_.OpensClause()) return false;
    auto role = UnknownRoleAt(line_, cursor_.at());
    if (!role) return false;
    PushRole(std::move(*role));
    return true;
  }

  void PushRole(RolePhrase role) {
    CreditItem& item = cursor_.Push(Kind::kRoleBefore, role.end);
    item.roles = std::move(role.roles);
    item.detail = role.place;
  }

  // The `Le` of `Le Thanh Ha` is no article.
  [[nodiscard]] bool OpensNameWithArticle() const {
    const std::size_t next = cursor_.at() + 1;
    return cursor_.Word().IsProper() && line_.rules->articles.contains(cursor_.Word().key) &&
           cursor_.IsProperAt(next) && cursor_.Match(next, PhraseKind::kAgency) == nullptr;
  }

  bool SkipFiller() {
    if (OpensNameWithArticle()) return false;
    const Phrase* filler = cursor_.Match(cursor_.at(), PhraseKind::kFiller);
    if (filler == nullptr) return false;
    cursor_.SkipTo(cursor_.at() + filler->keys.size());
    return true;
  }

  bool TakePhrase() {
    const Phrase* phrase = cursor_.Match(cursor_.at(), kSimple | kFunctions);
    if (phrase == nullptr) return SkipFiller();
    if ((KindBit(phrase->kind) & kFunctions) != 0) return false;
    const std::size_t begin = cursor_.at();
    std::size_t end = begin + phrase->keys.size();
    // `reported from`: the place is read as after any other `from`.
    if (phrase->kind == PhraseKind::kRoleAfter && phrase->keys.size() > 1 &&
        cursor_.Match(end - 1, PhraseKind::kIn) != nullptr) {
      --end;
    }
    CreditItem& item = cursor_.Push(KindOf(phrase->kind), end);
    item.roles = phrase->roles;
    if (phrase->kind == PhraseKind::kAgency) BareAgency(cursor_, begin, end, &item);
    if (phrase->organisation_end > phrase->organisation_begin) {
      item.detail =
          line_.Span(begin + phrase->organisation_begin, begin + phrase->organisation_end);
    }
    return true;
  }

  // One item for a list of places: `in Oslo and Bergen`, `in Portland, Maine`.
  bool TakePlace() {
    const Phrase* in = cursor_.Match(cursor_.at(), PhraseKind::kIn);
    if (in == nullptr) return false;
    const std::size_t begin = cursor_.at() + in->keys.size();
    const std::size_t end = cursor_.Holds(begin) ? EndOfPlace(line_, begin) : begin;
    if (end == begin) return false;
    cursor_.SkipTo(begin);
    cursor_.Push(Kind::kPlace, EndOfPlaceList(line_, end));
    return true;
  }

  bool TakeDesk() {
    std::optional<Desk> desk;
    if (cursor_.After(Kind::kByline)) desk = BylineDeskAt(line_, cursor_.at());
    if (!desk) desk = DeskAt(line_, cursor_.at());
    // `Great service` opens a line as well as `Courier staff`.
    if (!desk || (desk->team && cursor_.items().empty())) return false;
    cursor_.SkipTo(desk->begin);
    cursor_.Push(Kind::kDesk, desk->end).detail = desk->place;
    return true;
  }

  bool TakeInitials() {
    if (!cursor_.items().empty()) return false;
    const std::size_t end = EndOfInitials(line_, cursor_.at());
    if (end == cursor_.at()) return false;
    cursor_.Push(Kind::kInitials, end);
    return true;
  }

  bool TakeFunction() {
    auto function = FunctionAt(line_, cursor_.at());
    if (!function) return false;
    cursor_.Push(Kind::kFunction, function->end).roles = std::move(function->roles);
    return true;
  }

  const CreditLine& line_;
  CreditCursor cursor_;
};

}  // namespace

std::vector<CreditItem> SplitCreditItems(const CreditLine& line) { return Splitter(line).Split(); }

}  // namespace calque::internal
