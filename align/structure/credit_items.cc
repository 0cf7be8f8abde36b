#include "align/structure/credit_items.h"

#include <algorithm>
#include <optional>

#include "align/base/utf8.h"
#include "align/structure/credit_noise.h"

namespace calque::internal {
namespace {

using Kind = CreditItem::Kind;

constexpr std::size_t kMaxFunctionWords = 8;
constexpr std::size_t kMaxDeskWords = 4;
constexpr std::size_t kMaxInitials = 4;

constexpr PhraseKinds kSimple = KindBit(PhraseKind::kRoleBefore) | KindBit(PhraseKind::kRoleAfter) |
                                KindBit(PhraseKind::kWith) | KindBit(PhraseKind::kAnd) |
                                KindBit(PhraseKind::kAgency);

Kind KindOf(PhraseKind kind) {
  switch (kind) {
    case PhraseKind::kRoleBefore:
      return Kind::kRoleBefore;
    case PhraseKind::kRoleAfter:
      return Kind::kRoleAfter;
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

class Splitter {
 public:
  explicit Splitter(const CreditLine& line) : line_(line) {}

  std::vector<CreditItem> Split() && {
    while (at_ < line_.words.size() && (items_.empty() || !OpensRights(line_, at_))) {
      if (!(SkipNoise() || TakeMark() || TakeByline() || TakeDeskAfter() || TakePhrase() ||
            TakePlace() || TakeDesk() || TakeInitials() || TakeFunction() || TakeName())) {
        Push(Kind::kUnknown, at_ + 1);
      }
    }
    return std::move(items_);
  }

 private:
  [[nodiscard]] const LineWord& Word() const { return line_.words[at_]; }
  [[nodiscard]] const Phrase* Match(std::size_t at, PhraseKind kind) const {
    return at < line_.words.size() ? PhraseAt(line_, at, KindBit(kind)) : nullptr;
  }
  [[nodiscard]] bool After(Kind kind) const {
    return !items_.empty() && items_.back().kind == kind;
  }

  CreditItem& Push(Kind kind, std::size_t end) {
    CreditItem item;
    item.kind = kind;
    item.span = line_.Span(at_, end);
    items_.push_back(item);
    at_ = end;
    return items_.back();
  }

  bool SkipNoise() {
    const std::size_t end = EndOfNoise(line_, at_);
    const bool noise = end > at_;
    at_ = end;
    return noise;
  }

  bool TakeMark() {
    if (Word().IsLetters() || Word().shape == WordShape::kNumber) return false;
    if (TakeBracketedPlace()) return true;
    const bool last = at_ + 1 == line_.words.size();
    if (Word().IsMark(',')) {
      Push(Kind::kComma, at_ + 1);
    } else if (Word().IsMark('/') && OneWordFollows()) {
      ++at_;
      Push(Kind::kAgency, at_ + 1);
    } else if (Match(at_, PhraseKind::kAnd) != nullptr) {
      Push(Kind::kAnd, at_ + 1);
    } else if (Word().IsMark('/') || Word().IsMark('+')) {
      Push(Kind::kAnd, at_ + 1);
    } else if (Word().IsMark(':') && (After(Kind::kRoleBefore) || After(Kind::kByline))) {
      ++at_;
    } else if (Word().IsMark(';') || Word().IsMark('|') || Word().IsMark('.') ||
               Word().IsMark('(') || Word().IsMark(')') || IsDash(Word()) || Word().key == "·" ||
               Word().key == "•") {
      if (items_.empty() || last) {
        ++at_;
      } else {
        Push(Kind::kSemicolon, at_ + 1);
      }
    } else {
      Push(Kind::kUnknown, at_ + 1);
    }
    return true;
  }

  // `Pim Hallard/Acme`: a person has more than one word.
  [[nodiscard]] bool OneWordFollows() const {
    const std::size_t next = at_ + 1;
    if (!After(Kind::kName) || next >= line_.words.size() || !line_.words[next].IsProper()) {
      return false;
    }
    return EndOfName(line_, next) == next + 1 &&
           (next + 1 == line_.words.size() || !line_.words[next + 1].IsLetters());
  }

  // `Anne Roy (Oslo)`, `Anne Roy (à Oslo)`
  bool TakeBracketedPlace() {
    if (!Word().IsMark('(') || !After(Kind::kName)) return false;
    std::size_t begin = at_ + 1;
    if (const Phrase* in = Match(begin, PhraseKind::kIn)) begin += in->keys.size();
    const std::size_t end = EndOfPlace(line_, begin);
    if (end == begin || end >= line_.words.size() || !line_.words[end].IsMark(')')) return false;
    at_ = begin;
    Push(Kind::kPlace, end);
    ++at_;
    return true;
  }

  bool TakeByline() {
    const Phrase* phrase = items_.empty() ? Match(at_, PhraseKind::kByline) : nullptr;
    if (phrase == nullptr) return false;
    Push(Kind::kByline, at_ + phrase->keys.size());
    return true;
  }

  bool TakePhrase() {
    const Phrase* phrase = PhraseAt(line_, at_, kSimple);
    if (phrase == nullptr) {
      phrase = Match(at_, PhraseKind::kFiller);
      if (phrase != nullptr) at_ += phrase->keys.size();
      return phrase != nullptr;
    }
    const std::size_t begin = at_;
    std::size_t end = begin + phrase->keys.size();
    // `reported from`: the place is read as after any other `from`.
    if (phrase->kind == PhraseKind::kRoleAfter && phrase->keys.size() > 1 &&
        Match(end - 1, PhraseKind::kIn) != nullptr) {
      --end;
    }
    CreditItem& item = Push(KindOf(phrase->kind), end);
    item.phrase = phrase;
    if (phrase->kind == PhraseKind::kAgency) DropPossessive(begin, end, &item);
    if (phrase->organisation_end > phrase->organisation_begin) {
      item.detail =
          line_.Span(begin + phrase->organisation_begin, begin + phrase->organisation_end);
    }
    return true;
  }

  // `AP's` names AP.
  void DropPossessive(std::size_t begin, std::size_t end, CreditItem* item) const {
    if (end < begin + 2 || line_.words[end - 1].key != "s") return;
    const LineWord& owner = line_.words[end - 2];
    if (!owner.key.ends_with('\'')) return;
    item->span.end = DecodeBefore(line_.text, owner.span.end).end;
  }

  // One item for a list of places: `in Oslo and Bergen`, `in Portland, Maine`.
  bool TakePlace() {
    const Phrase* in = Match(at_, PhraseKind::kIn);
    if (in == nullptr) return false;
    const std::size_t begin = at_ + in->keys.size();
    const std::size_t end = begin < line_.words.size() ? EndOfPlace(line_, begin) : begin;
    if (end == begin) return false;
    at_ = begin;
    Push(Kind::kPlace, EndOfPlaceList(end));
    return true;
  }

  // A list goes on with a single proper word that no place or further name follows: two words are
  // the next person.
  [[nodiscard]] std::size_t EndOfPlaceList(std::size_t end) const {
    while (end + 1 < line_.words.size()) {
      std::size_t next = end;
      if (line_.words[next].IsMark(',')) ++next;
      if (const Phrase* conjunction = Match(next, PhraseKind::kAnd)) {
        next += conjunction->keys.size();
      }
      if (next == end || next >= line_.words.size() || !line_.words[next].IsProper()) break;
      if (PhraseAt(line_, next, kSimple) != nullptr) break;
      const std::size_t item_end = EndOfPlace(line_, next);
      if (item_end != next + 1 || Match(item_end, PhraseKind::kIn) != nullptr) break;
      end = item_end;
    }
    return end;
  }

  // `Bengaluru newsroom`
  bool TakeDeskAfter() {
    const std::size_t end = EndOfDeskAfter();
    if (end == at_) return false;
    PushDeskAfter(end);
    return true;
  }

  // `bureau de Manille`, `rédactions de Lyon et Nantes`, `service économique`
  bool TakeDesk() {
    const Phrase* head = Match(at_, PhraseKind::kDeskBefore);
    if (head == nullptr) return false;
    const std::size_t begin = at_ + head->keys.size();
    const std::size_t place = begin < line_.words.size() ? EndOfPlace(line_, begin) : begin;
    if (place > begin) {
      const std::size_t end = EndOfPlaceList(place);
      Push(Kind::kDesk, end).detail = line_.Span(begin, end);
      return true;
    }
    std::size_t end = begin;
    while (end < line_.words.size() && end - begin < kMaxDeskWords &&
           line_.words[end].IsLetters() && PhraseAt(line_, end, kSimple) == nullptr) {
      ++end;
    }
    Push(Kind::kDesk, end);
    return true;
  }

  [[nodiscard]] std::size_t EndOfDeskAfter() const {
    std::size_t at = at_;
    while (at < line_.words.size() && at - at_ <= kMaxDeskWords && line_.words[at].IsLetters()) {
      const Phrase* tail = at > at_ ? Match(at, PhraseKind::kDeskAfter) : nullptr;
      if (tail != nullptr) return at + tail->keys.size();
      const Phrase* stop = PhraseAt(line_, at, kSimple);
      if (stop != nullptr && stop->kind != PhraseKind::kAgency) break;
      ++at;
    }
    return at_;
  }

  void PushDeskAfter(std::size_t end) {
    if (const Phrase* article = Match(at_, PhraseKind::kFiller)) at_ += article->keys.size();
    const bool agency = Match(at_, PhraseKind::kAgency) != nullptr;
    const std::size_t begin = at_;
    const std::size_t place = EndOfPlace(line_, begin);
    CreditItem& item = Push(Kind::kDesk, end);
    if (!agency && place > begin && place < end) item.detail = line_.Span(begin, place);
  }

  // `(XX avec AFP)`
  bool TakeInitials() {
    if (!items_.empty() || Word().key.size() < 2 || Word().key.size() > kMaxInitials) return false;
    if (!Word().IsLetters() || Match(at_ + 1, PhraseKind::kWith) == nullptr) return false;
    const bool capitals = IsAllCapitals(line_.text, Word().span);
    if (!capitals && Word().shape != WordShape::kLower) return false;
    Push(Kind::kInitials, at_ + 1);
    return true;
  }

  // Everything up to the last word that says what a person is: `AP Business Writer`.
  bool TakeFunction() {
    std::size_t end = at_;
    for (std::size_t at = at_; at < line_.words.size() && at - at_ < kMaxFunctionWords;) {
      if (!line_.words[at].IsLetters()) break;
      const Phrase* phrase =
          PhraseAt(line_, at, kSimple | KindBit(PhraseKind::kIn) | KindBit(PhraseKind::kFunction));
      if (phrase != nullptr && phrase->kind == PhraseKind::kFunction)
        end = at + phrase->keys.size();
      if (phrase != nullptr && phrase->kind != PhraseKind::kFunction) break;
      ++at;
    }
    if (end == at_) return false;
    Push(Kind::kFunction, end);
    return true;
  }

  // The second `d'` of `Reportage d'Anne Roy et d'Ugo Ferri` belongs to the role.
  void SkipRepeatedPreposition() {
    if (!After(Kind::kAnd) && !After(Kind::kComma)) return;
    const auto role = std::find_if(items_.rbegin(), items_.rend(), [](const CreditItem& item) {
      return item.kind == Kind::kRoleBefore;
    });
    if (role == items_.rend() || role->phrase->keys.size() < 2) return;
    const auto& particles = line_.rules->particles;
    const bool repeated = !Word().IsProper() && particles.contains(Word().key) &&
                          particles.contains(role->phrase->keys.back());
    const bool name = at_ + 2 < line_.words.size() && line_.words[at_ + 1].IsProper() &&
                      line_.words[at_ + 2].IsProper();
    if (repeated && name) ++at_;
  }

  bool TakeName() {
    SkipRepeatedPreposition();
    const std::size_t end = EndOfName(line_, at_);
    if (end == at_) return false;
    Push(Kind::kName, end);
    return true;
  }

  const CreditLine& line_;
  std::size_t at_ = 0;
  std::vector<CreditItem> items_;
};

}  // namespace

std::vector<CreditItem> SplitCreditItems(const CreditLine& line) { return Splitter(line).Split(); }

}  // namespace calque::internal
