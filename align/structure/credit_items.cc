#include "align/structure/credit_items.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "align/base/utf8.h"
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

class Splitter {
 public:
  explicit Splitter(const CreditLine& line) : line_(line) {}

  std::vector<CreditItem> Split() && {
    while (at_ < line_.words.size() && (items_.empty() || !OpensRights(line_, at_))) {
      if (!(SkipNoise() || TakeMark() || TakeByline() || TakeDesk() || TakeRole() || SkipPaper() ||
            TakePhrase() || TakePlace() || TakeInitials() || TakeFunction() || TakeOtherRole() ||
            TakeOwner() || TakeName())) {
        Push(Kind::kUnknown, at_ + 1);
      }
    }
    return std::move(items_);
  }

 private:
  [[nodiscard]] const LineWord& Word() const { return line_.words[at_]; }
  [[nodiscard]] bool IsMarkAt(std::size_t at, char mark) const {
    return at < line_.words.size() && line_.words[at].IsMark(mark);
  }
  [[nodiscard]] const Phrase* Match(std::size_t at, PhraseKind kind) const {
    return at < line_.words.size() ? PhraseAt(line_, at, KindBit(kind)) : nullptr;
  }
  [[nodiscard]] bool After(Kind kind) const {
    return !items_.empty() && items_.back().kind == kind;
  }
  // Whether a new clause or item of a list starts here.
  [[nodiscard]] bool OpensClause() const {
    return items_.empty() || After(Kind::kSemicolon) || After(Kind::kComma) || After(Kind::kAnd);
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
    const Noise noise = NoiseAt(line_, at_);
    if (noise.end == at_) return false;
    if (noise.contact) {
      Push(Kind::kContact, noise.end);
    } else {
      at_ = noise.end;
    }
    return true;
  }

  bool TakeMark() {
    if (Word().IsLetters() || Word().shape == WordShape::kNumber) return false;
    if (TakeBracket()) return true;
    const bool last = at_ + 1 == line_.words.size();
    if (Word().IsMark(',')) {
      Push(Kind::kComma, at_ + 1);
    } else if (Word().IsMark('/') && OneWordFollows()) {
      ++at_;
      Push(Match(at_, PhraseKind::kAgency) != nullptr ? Kind::kAgency : Kind::kOwner, at_ + 1);
    } else if (Match(at_, PhraseKind::kAnd) != nullptr) {
      Push(Kind::kAnd, at_ + 1);
    } else if (Word().IsMark('/') || Word().IsMark('+')) {
      Push(Kind::kAnd, at_ + 1);
    } else if (AgencyEndsLine()) {
      Push(Kind::kComma, at_ + 1);
    } else if (Word().IsMark(':') && (After(Kind::kRoleBefore) || After(Kind::kByline))) {
      ++at_;
    } else if (IsClauseMark()) {
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

  // `By Anne Roy | Reuters`, `By Anne Roy - Reuters`
  [[nodiscard]] bool AgencyEndsLine() const {
    if (!After(Kind::kName) || !(Word().IsMark('|') || IsDash(Word()))) return false;
    const Phrase* agency = Match(at_ + 1, PhraseKind::kAgency);
    return agency != nullptr && at_ + 1 + agency->keys.size() == line_.words.size();
  }

  [[nodiscard]] bool IsClauseMark() const {
    return Word().IsMark(';') || Word().IsMark('|') || Word().IsMark('.') || Word().IsMark('(') ||
           Word().IsMark(')') || IsDash(Word()) || Word().key == "·" || Word().key == "•";
  }

  // `Pim Hallard/Acme`: a person has more than one word.
  [[nodiscard]] bool OneWordFollows() const {
    const std::size_t next = at_ + 1;
    if (!After(Kind::kName) || next >= line_.words.size()) return false;
    const Phrase* agency = Match(next, PhraseKind::kAgency);
    if (agency != nullptr && agency->keys.size() == 1) return true;
    if (!line_.words[next].IsProper()) return false;
    return EndOfName(line_, next) == next + 1 &&
           (next + 1 == line_.words.size() || !line_.words[next + 1].IsLetters());
  }

  bool TakeBracket() {
    if (!Word().IsMark('(')) return false;
    if (After(Kind::kName) && (TakeBracketedAgency() || TakeBracketedRole())) return true;
    return TakeBracketedPlace();
  }

  // `Anne Roy (AFP)`
  bool TakeBracketedAgency() {
    const Phrase* agency = Match(at_ + 1, PhraseKind::kAgency);
    if (agency == nullptr || !IsMarkAt(at_ + 1 + agency->keys.size(), ')')) return false;
    ++at_;
    Push(Kind::kAgency, at_ + agency->keys.size());
    ++at_;
    return true;
  }

  // `Anne Roy (photos)`
  bool TakeBracketedRole() {
    constexpr PhraseKinds kRoles = KindBit(PhraseKind::kRoleBefore) | KindBit(PhraseKind::kAct);
    const std::size_t begin = at_ + 1;
    const Phrase* role = begin < line_.words.size() ? PhraseAt(line_, begin, kRoles) : nullptr;
    if (role == nullptr || !IsMarkAt(begin + role->keys.size(), ')')) return false;
    at_ = begin;
    Push(Kind::kRoleOfName, begin + role->keys.size()).roles = role->roles;
    ++at_;
    return true;
  }

  // `Anne Roy (Oslo)`, `Anne Roy (à Oslo)`, `Anne Roy (Oslo, correspondante)`; behind a place its
  // country, which adds nothing.
  bool TakeBracketedPlace() {
    if (!After(Kind::kName) && !After(Kind::kPlace)) return false;
    std::size_t begin = at_ + 1;
    if (const Phrase* in = Match(begin, PhraseKind::kIn)) begin += in->keys.size();
    const std::size_t end = begin < line_.words.size() ? EndOfPlace(line_, begin) : begin;
    if (end == begin || (!IsMarkAt(end, ')') && !IsMarkAt(end, ','))) return false;
    if (After(Kind::kPlace)) {
      at_ = end + 1;
      return IsMarkAt(end, ')');
    }
    at_ = begin;
    Push(Kind::kPlace, end);
    if (IsMarkAt(at_, ')')) ++at_;
    return true;
  }

  bool TakeByline() {
    const Phrase* phrase = items_.empty() ? Match(at_, PhraseKind::kByline) : nullptr;
    if (phrase == nullptr) return false;
    Push(Kind::kByline, at_ + phrase->keys.size());
    return true;
  }

  bool TakeRole() {
    auto role = RolePhraseAt(line_, at_);
    if (!role) return false;
    PushRole(std::move(*role));
    return true;
  }

  // `Fact-checking by`
  bool TakeOtherRole() {
    if (!OpensClause()) return false;
    auto role = UnknownRoleAt(line_, at_);
    if (!role) return false;
    PushRole(std::move(*role));
    return true;
  }

  void PushRole(RolePhrase role) {
    CreditItem& item = Push(Kind::kRoleBefore, role.end);
    item.roles = std::move(role.roles);
    item.detail = role.place;
  }

  // The `Le` of `Le Thanh Ha` is no article.
  [[nodiscard]] bool OpensNameWithArticle() const {
    const bool article = Word().IsProper() && line_.rules->articles.contains(Word().key);
    return article && at_ + 1 < line_.words.size() && line_.words[at_ + 1].IsProper() &&
           Match(at_ + 1, PhraseKind::kAgency) == nullptr;
  }

  bool TakePhrase() {
    const Phrase* phrase = PhraseAt(line_, at_, kSimple | kFunctions);
    if (phrase == nullptr) {
      phrase = OpensNameWithArticle() ? nullptr : Match(at_, PhraseKind::kFiller);
      if (phrase != nullptr) at_ += phrase->keys.size();
      return phrase != nullptr;
    }
    if ((KindBit(phrase->kind) & kFunctions) != 0) return false;
    const std::size_t begin = at_;
    std::size_t end = begin + phrase->keys.size();
    // `reported from`: the place is read as after any other `from`.
    if (phrase->kind == PhraseKind::kRoleAfter && phrase->keys.size() > 1 &&
        Match(end - 1, PhraseKind::kIn) != nullptr) {
      --end;
    }
    CreditItem& item = Push(KindOf(phrase->kind), end);
    item.roles = phrase->roles;
    if (phrase->kind == PhraseKind::kAgency) BareAgency(begin, end, &item);
    if (phrase->organisation_end > phrase->organisation_begin) {
      item.detail =
          line_.Span(begin + phrase->organisation_begin, begin + phrase->organisation_end);
    }
    return true;
  }

  // `AP's` names AP, `the Associated Press` without a capital the same as without the article.
  void BareAgency(std::size_t begin, std::size_t end, CreditItem* item) const {
    if (end > begin + 1 && !line_.words[begin].IsProper() &&
        Match(begin, PhraseKind::kFiller) != nullptr) {
      item->span.begin = line_.words[begin + 1].span.begin;
    }
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
    Push(Kind::kPlace, EndOfPlaceList(line_, end));
    return true;
  }

  bool TakeDesk() {
    std::optional<Desk> desk = After(Kind::kByline) ? BylineDeskAt(line_, at_) : std::nullopt;
    if (!desk) desk = DeskAt(line_, at_);
    // `Great service` opens a line as well as `Courier staff`.
    if (!desk || (desk->team && items_.empty())) return false;
    at_ = desk->begin;
    Push(Kind::kDesk, desk->end).detail = desk->place;
    return true;
  }

  bool TakeInitials() {
    if (!items_.empty()) return false;
    const std::size_t end = EndOfInitials(line_, at_);
    if (end == at_) return false;
    Push(Kind::kInitials, end);
    return true;
  }

  bool TakeFunction() {
    auto function = FunctionAt(line_, at_);
    if (!function) return false;
    Push(Kind::kFunction, function->end).roles = std::move(function->roles);
    return true;
  }

  // `Le Courrier avec AFP`: a paper has its article, a person a first name before `Le Goff`. Of
  // `Par La rédaction` only the article is skipped.
  bool SkipPaper() {
    const bool opens = items_.empty() || After(Kind::kByline);
    if (!opens || !Word().IsProper() || !line_.rules->articles.contains(Word().key)) return false;
    if (Match(at_, PhraseKind::kAgency) != nullptr) return false;
    if (DeskAt(line_, at_ + 1)) {
      ++at_;
      return true;
    }
    const std::size_t end = EndOfName(line_, at_ + 1);
    if (end != at_ + 2 || (end < line_.words.size() && line_.words[end].IsProper())) return false;
    at_ = end;
    return true;
  }

  // The second `d'` of `Reportage d'Anne Roy et d'Ugo Ferri` belongs to the role, and so does the
  // second `by` of `Reporting by Anne Roy and by Ugo Ferri`.
  void SkipRepeatedPreposition() {
    if (!After(Kind::kAnd) && !After(Kind::kComma)) return;
    const auto role = std::find_if(items_.rbegin(), items_.rend(), [](const CreditItem& item) {
      return item.kind == Kind::kRoleBefore || item.kind == Kind::kByline;
    });
    if (role == items_.rend() || Word().IsProper()) return;
    const auto& particles = line_.rules->particles;
    const std::vector<LineWord> words = SplitWords(line_.text, role->span);
    const std::string& last = words.back().key;
    const bool repeated =
        Word().key == last || (particles.contains(Word().key) && particles.contains(last));
    const bool name = at_ + 2 < line_.words.size() && line_.words[at_ + 1].IsProper() &&
                      line_.words[at_ + 2].IsProper();
    if (repeated && name) ++at_;
  }

  // `Dr.`, `Mme`
  void SkipTitle() {
    if (!line_.rules->titles.contains(Word().key)) return;
    const std::size_t name = IsMarkAt(at_ + 1, '.') ? at_ + 2 : at_ + 1;
    if (EndOfName(line_, name) > name + 1) at_ = name;
  }

  bool TakeOwner() {
    const std::size_t end = EndOfOwner(line_, at_);
    if (end == at_) return false;
    const std::size_t last = line_.words[end - 1].key == "s" ? end - 2 : end - 1;
    const std::uint32_t apostrophe = DecodeBefore(line_.text, line_.words[last].span.end).end;
    Push(Kind::kOwner, end).span.end = apostrophe;
    return true;
  }

  bool TakeName() {
    SkipRepeatedPreposition();
    SkipTitle();
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
