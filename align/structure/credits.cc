#include "align/structure/credits.h"

#include <algorithm>
#include <optional>
#include <string>

#include "align/base/utf8.h"
#include "align/structure/credit_items.h"

namespace calque::internal {
namespace {

using Kind = CreditItem::Kind;

constexpr float kSaid = 1.0F;     // the role stands in words
constexpr float kImplied = 0.9F;  // it follows from the place in the tail

// A person whose role may still be open.
struct PendingName {
  ByteSpan name;
  ByteSpan place;
  ByteSpan organisation;
  std::size_t clause = 0;  // counted from 0, by semicolons
  bool list = false;       // joined to the name before it by `and`, not by a comma
};

class RoleReader {
 public:
  RoleReader(std::string_view text, std::vector<CreditItem> items)
      : text_(text), items_(std::move(items)) {}

  CreditReading Read() && {
    for (at_ = 0; at_ < items_.size(); ++at_) Take(items_[at_]);
    Flush();
    ResolveBareNames();
    std::stable_sort(reading_.credits.begin(), reading_.credits.end(),
                     [](const Credit& a, const Credit& b) { return a.span.begin < b.span.begin; });
    return std::move(reading_);
  }

 private:
  void Take(const CreditItem& item) {
    switch (item.kind) {
      case Kind::kRoleBefore:
        return TakeRoleBefore(item);
      case Kind::kRoleAfter:
        return TakeRoleAfter(item);
      case Kind::kByline:
        reading_.byline = true;
        roles_ = {CreditRole::kReporter};
        return;
      case Kind::kWith:
        Flush();
        if (Next() == Kind::kName || Next() == Kind::kFunction) {
          roles_ = {CreditRole::kContributor};
          role_clause_.reset();
        }
        with_ = true;
        return;
      case Kind::kName:
        return TakeName(item);
      case Kind::kInitials:
        return Emit(CreditRole::kInitials, {item.span, {}, {}, 0, false}, kSaid);
      case Kind::kPlace:
        return TakePlace(item);
      case Kind::kDesk:
        return Emit(CreditRole::kDesk, {item.span, item.detail, {}, 0, false}, kSaid);
      case Kind::kAgency:
        return TakeAgency(item);
      case Kind::kSemicolon:
        ++clause_;
        pending_organisation_ = {};
        return;
      case Kind::kUnknown:
        ++reading_.unknown;
        return;
      case Kind::kFunction:
        ++reading_.functions;
        return;
      case Kind::kAnd:
      case Kind::kComma:
        return;
    }
  }

  [[nodiscard]] Kind Next() const {
    return at_ + 1 < items_.size() ? items_[at_ + 1].kind : Kind::kSemicolon;
  }
  [[nodiscard]] Kind Before() const { return at_ > 0 ? items_[at_ - 1].kind : Kind::kSemicolon; }

  void TakeRoleBefore(const CreditItem& item) {
    Flush();
    roles_ = item.phrase->roles;
    role_clause_ = clause_;
    with_ = false;
    ++reading_.role_words;
  }

  void TakeName(const CreditItem& item) {
    PendingName name;
    name.name = item.span;
    name.organisation = pending_organisation_;
    name.place = pending_place_;
    pending_place_ = {};
    name.clause = clause_;
    name.list = Before() == Kind::kAnd;
    group_.push_back(name);
  }

  // `A and B in Oslo` puts both there; a name that has its own place ends the reach.
  void TakePlace(const CreditItem& item) {
    ++reading_.places;
    if (Before() == Kind::kRoleAfter) {
      const std::string place = OneLine(item.span);
      for (std::size_t i = placeable_; i < reading_.credits.size(); ++i) {
        reading_.credits[i].place = place;
      }
    }
    if (Before() == Kind::kFunction && group_.empty()) pending_place_ = item.span;
    for (auto name = group_.rbegin(); name != group_.rend(); ++name) {
      if (!name->place.empty() || name->clause != clause_) break;
      name->place = item.span;
    }
  }

  // `AP writer Marta Ruckle`: what a person is may stand between.
  [[nodiscard]] bool NameFollows() const {
    std::size_t next = at_ + 1;
    while (next < items_.size() && items_[next].kind == Kind::kFunction) ++next;
    return next < items_.size() && items_[next].kind == Kind::kName;
  }

  void TakeAgency(const CreditItem& item) {
    if (NameFollows()) {
      pending_organisation_ = item.span;
      return;
    }
    const bool apposed = Before() == Kind::kComma || Before() == Kind::kName;
    if (apposed && !group_.empty() && !with_) {
      for (PendingName& name : group_) {
        if (name.organisation.empty()) name.organisation = item.span;
      }
      return;
    }
    Emit(CreditRole::kAgency, {item.span, {}, {}, 0, false}, kSaid);
  }

  // The words behind a name give its role. They reach back over the list it closes: all of its
  // clause; but in the first clause, and in one that has said a role, only over what `and` joins,
  // since a comma may stand there for a semicolon. Right behind a role that was said they only add
  // the organisation: `traduit par N pour le service français`.
  void TakeRoleAfter(const CreditItem& item) {
    ++reading_.role_words;
    const bool role_said = role_clause_ == clause_ && !item.detail.empty();
    const bool joined_only = (clause_ == 0 || role_said) && !item.detail.empty();
    std::size_t first = group_.size();
    while (first > 0 && group_[first - 1].clause == clause_) {
      --first;
      if (joined_only && !group_[first].list) break;
    }
    for (std::size_t i = first; i < group_.size(); ++i) {
      group_[i].organisation =
          group_[i].organisation.empty() ? item.detail : group_[i].organisation;
    }
    if (role_said && first == 0) return;
    const std::vector<PendingName> reached(group_.begin() + static_cast<std::ptrdiff_t>(first),
                                           group_.end());
    group_.resize(first);
    Flush();
    placeable_ = reading_.credits.size();
    for (const PendingName& name : reached) EmitAll(item.phrase->roles, name);
    roles_.clear();
    role_clause_.reset();
  }

  void Flush() {
    for (const PendingName& name : group_) {
      if (roles_.empty()) {
        bare_.push_back(reading_.credits.size());
        Emit(CreditRole::kReporter, name, kImplied);
      }
      EmitAll(roles_, name);
    }
    group_.clear();
    pending_organisation_ = {};
  }

  // Names before any role word gathered the news; but where the only role said is the editor's, a
  // desk's own story, they wrote it.
  void ResolveBareNames() {
    auto& credits = reading_.credits;
    const auto has = [&](CreditRole role) {
      return std::any_of(credits.begin(), credits.end(),
                         [&](const Credit& credit) { return credit.role == role; });
    };
    const bool placed = std::any_of(bare_.begin(), bare_.end(),
                                    [&](std::size_t i) { return !credits[i].place.empty(); });
    const bool own_story = has(CreditRole::kEditor) && !has(CreditRole::kTranslator) &&
                           !has(CreditRole::kContributor) && !placed;
    for (const std::size_t i : bare_) {
      if (own_story) credits[i].role = CreditRole::kWriter;
    }
    reading_.bare = static_cast<int>(bare_.size());
  }

  void EmitAll(const std::vector<CreditRole>& roles, const PendingName& name) {
    for (const CreditRole role : roles) Emit(role, name, kSaid);
  }

  void Emit(CreditRole role, const PendingName& name, float probability) {
    Credit credit;
    credit.role = role;
    credit.name = OneLine(name.name);
    credit.place = OneLine(name.place);
    credit.organisation = OneLine(name.organisation);
    credit.span = name.name;
    credit.probability = probability;
    if (role < CreditRole::kDesk) ++reading_.persons;
    reading_.credits.push_back(std::move(credit));
  }

  // As written, but a line break or a run of blanks inside a name is one space.
  [[nodiscard]] std::string OneLine(ByteSpan span) const {
    std::string line;
    bool gap = false;
    for (std::uint32_t at = span.begin; at < span.end;) {
      const CodePoint c = DecodeAt(text_, at);
      if (IsSpace(c.value)) {
        gap = true;
      } else {
        if (gap) line += ' ';
        gap = false;
        line.append(text_.substr(at, c.end - at));
      }
      at = c.end;
    }
    return line;
  }

  std::string_view text_;
  std::vector<CreditItem> items_;
  std::size_t at_ = 0;
  std::vector<PendingName> group_;
  std::vector<std::size_t> bare_;           // indices of credits
  std::vector<CreditRole> roles_;           // in force; none before the first role word
  std::optional<std::size_t> role_clause_;  // in which they were said before the names
  ByteSpan pending_organisation_;
  ByteSpan pending_place_;
  std::size_t clause_ = 0;
  std::size_t placeable_ = 0;  // first credit of the latest kRoleAfter
  bool with_ = false;
  CreditReading reading_;
};

}  // namespace

CreditReading ReadCredits(std::string_view text, ByteSpan line, const DispatchRules& rules) {
  const CreditLine words = MakeCreditLine(text, line, rules);
  CreditReading reading = RoleReader(text, SplitCreditItems(words)).Read();
  reading.lower_case = words.letter_case == CreditLine::Case::kLower;
  return reading;
}

}  // namespace calque::internal
