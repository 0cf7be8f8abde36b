#include "align/structure/credits.h"

#include <algorithm>
#include <optional>
#include <string>

#include "align/base/spacing.h"
#include "align/structure/credit_items.h"
#include "align/structure/pending_names.h"

namespace calque::internal {
namespace {

using Kind = CreditItem::Kind;

constexpr float kSaid = 1.0F;     // the role stands in words
constexpr float kImplied = 0.9F;  // it follows from the place in the tail

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
        return TakeRoleAfter(item, NameReach::kList);
      case Kind::kDuty:
        return TakeRoleAfter(item, DutyReach());
      case Kind::kRoleOfName:
        return names_.SetOwnRoles(item.roles);
      case Kind::kByline:
        reading_.byline = true;
        roles_ = {CreditRole::kReporter};
        return;
      case Kind::kWith:
        Flush();
        role_place_ = {};
        reading_.with = reading_.with || at_ == 0 || BehindBracket();
        if (Next() == Kind::kName || Next() == Kind::kFunction) {
          roles_ = {CreditRole::kContributor};
          role_clause_.reset();
        }
        with_ = true;
        return;
      case Kind::kName:
        return TakeName(item);
      case Kind::kInitials:
        return Emit(CreditRole::kInitials, NameOf(item), kSaid);
      case Kind::kPlace:
        return TakePlace(item);
      case Kind::kDesk:
        return Emit(CreditRole::kDesk, NameOf(item), kSaid);
      case Kind::kAgency:
        ++reading_.agencies;
        return TakeAgency(item);
      case Kind::kOwner:
        return TakeAgency(item);
      case Kind::kSemicolon:
        ++clause_;
        pending_organisation_ = {};
        function_roles_.clear();
        return;
      case Kind::kUnknown:
        ++reading_.unknown;
        return;
      case Kind::kFunction:
        return TakeFunction(item);
      case Kind::kContact:
        ++reading_.contacts;
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

  [[nodiscard]] bool BehindBracket() const {
    return at_ > 0 && text_[items_[at_ - 1].span.begin] == '(';
  }

  [[nodiscard]] static PendingName NameOf(const CreditItem& item) {
    PendingName name;
    name.name = item.span;
    name.place = item.detail;
    return name;
  }

  void TakeRoleBefore(const CreditItem& item) {
    Flush();
    roles_ = item.roles;
    unknown_role_ = item.roles.empty();
    role_clause_ = clause_;
    with_ = false;
    role_place_ = item.detail;
    function_roles_.clear();
    // A role that the grammar does not know is no evidence of credits.
    if (!unknown_role_) ++reading_.role_words;
    if (at_ + 1 == items_.size()) ++reading_.unknown;  // says a role and nobody who has it
  }

  // `photographer Anne Roy`, `Anne Roy, photographer`: that is her role, whatever the line says of
  // the others.
  void TakeFunction(const CreditItem& item) {
    ++reading_.functions;
    if (Next() == Kind::kName) {
      function_roles_ = item.roles;
    } else if (!item.roles.empty()) {
      names_.SetOwnRoles(item.roles);
    }
  }

  void TakeName(const CreditItem& item) {
    PendingName name;
    name.name = item.span;
    name.organisation = pending_organisation_;
    name.place = role_place_;
    name.clause = clause_;
    name.own_roles = function_roles_;
    name.list = Before() == Kind::kAnd;
    name.over_clauses = name.list && at_ > 1 && items_[at_ - 2].kind == Kind::kSemicolon;
    names_.Add(std::move(name));
  }

  // `A and B in Oslo` puts both there; a name that has its own place ends the reach.
  void TakePlace(const CreditItem& item) {
    ++reading_.places;
    if (Before() == Kind::kRoleAfter || Before() == Kind::kDuty) {
      const std::string place = OneLine(item.span);
      for (std::size_t i = placeable_; i < reading_.credits.size(); ++i) {
        reading_.credits[i].place = place;
      }
    }
    // `De nos envoyés spéciaux à Oslo, A et B`
    if (Before() == Kind::kFunction && names_.empty()) role_place_ = item.span;
    names_.SetPlace(item.span, clause_);
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
    if (apposed && !names_.empty() && !with_) return names_.SetOrganisation(item.span);
    Emit(CreditRole::kAgency, NameOf(item), kSaid);
  }

  // `A, B et C pour le service français`: in the first clause, and in one that has said a role, A
  // and B are of what stands before.
  [[nodiscard]] NameReach DutyReach() const {
    return clause_ == 0 || role_clause_ == clause_ ? NameReach::kJoined : NameReach::kClause;
  }

  // The words behind a name give its role. Right behind a role that was said a duty only adds the
  // organisation: `traduit par N pour le service français`.
  void TakeRoleAfter(const CreditItem& item, NameReach reach) {
    ++reading_.role_words;
    const bool role_said = role_clause_ == clause_ && !item.detail.empty();
    const std::size_t first = names_.FirstReached(reach, clause_);
    names_.SetOrganisationFrom(first, item.detail);
    if (role_said && first == 0) return;
    const std::vector<PendingName> reached = names_.TakeFrom(first);
    Flush();
    placeable_ = reading_.credits.size();
    for (const PendingName& name : reached) EmitAll(item.roles, name);
    roles_.clear();
    function_roles_.clear();
    role_place_ = {};
    role_clause_.reset();
  }

  void Flush() {
    for (const PendingName& name : names_.TakeFrom(0)) {
      if (roles_.empty() && name.own_roles.empty()) {
        if (unknown_role_) continue;
        bare_.push_back(reading_.credits.size());
        Emit(CreditRole::kReporter, name, kImplied);
      }
      EmitAll(roles_, name);
    }
    pending_organisation_ = {};
  }

  // Names before any role word gathered the news; but where no other role of the text is said than
  // the editor's, a desk's own story, they wrote it.
  void ResolveBareNames() {
    auto& credits = reading_.credits;
    const auto has = [&](CreditRole role) {
      return std::any_of(credits.begin(), credits.end(),
                         [&](const Credit& credit) { return credit.role == role; });
    };
    const bool placed = std::any_of(bare_.begin(), bare_.end(),
                                    [&](std::size_t i) { return !credits[i].place.empty(); });
    const bool own_story = has(CreditRole::kEditor) && !has(CreditRole::kTranslator) &&
                           !has(CreditRole::kContributor) && !has(CreditRole::kWriter) && !placed;
    for (const std::size_t i : bare_) {
      if (own_story) credits[i].role = CreditRole::kWriter;
    }
    reading_.bare = static_cast<int>(bare_.size());
  }

  void EmitAll(const std::vector<CreditRole>& roles, const PendingName& name) {
    for (const CreditRole role : name.own_roles.empty() ? roles : name.own_roles) {
      Emit(role, name, kSaid);
    }
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

  [[nodiscard]] std::string OneLine(ByteSpan span) const { return SingleSpaced(span.In(text_)); }

  std::string_view text_;
  std::vector<CreditItem> items_;
  std::size_t at_ = 0;
  PendingNames names_;
  std::vector<std::size_t> bare_;           // indices of credits
  std::vector<CreditRole> roles_;           // in force; none before the first role word
  std::optional<std::size_t> role_clause_;  // in which they were said before the names
  ByteSpan pending_organisation_;
  ByteSpan role_place_;  // said before the names: `Propos recueillis à Rome par`
  std::size_t clause_ = 0;
  std::size_t placeable_ = 0;               // first credit of the latest kRoleAfter
  std::vector<CreditRole> function_roles_;  // of the names behind `photographer`
  bool unknown_role_ = false;               // `Fact-checking by`: its names have no role
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

bool GathersOrWrites(CreditRole role) {
  return role == CreditRole::kReporter || role == CreditRole::kWriter ||
         role == CreditRole::kContributor;
}

}  // namespace calque::internal
