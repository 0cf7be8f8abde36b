#include "align/structure/pending_names.h"

#include <iterator>
#include <utility>

namespace calque::internal {

void PendingNames::Add(PendingName name) { names_.push_back(std::move(name)); }

void PendingNames::SetOwnRoles(const std::vector<CreditRole>& roles) {
  if (!names_.empty()) names_.back().own_roles = roles;
}

void PendingNames::SetPlace(ByteSpan place, std::size_t clause) {
  for (auto name = names_.rbegin(); name != names_.rend(); ++name) {
    if (!name->place.empty() || name->clause != clause) break;
    name->place = place;
  }
}

void PendingNames::SetOrganisation(ByteSpan organisation) {
  for (PendingName& name : names_) {
    if (name.organisation.empty()) name.organisation = organisation;
  }
}

void PendingNames::SetOrganisationFrom(std::size_t first, ByteSpan organisation) {
  if (first >= names_.size()) return;
  const ByteSpan shared = names_.back().over_clauses ? names_[first].organisation : organisation;
  for (std::size_t i = first; i < names_.size(); ++i) {
    if (names_[i].organisation.empty()) names_[i].organisation = shared;
  }
}

std::size_t PendingNames::FirstReached(NameReach reach, std::size_t clause) const {
  const bool over_clauses =
      reach == NameReach::kList && !names_.empty() && names_.back().over_clauses;
  std::size_t first = names_.size();
  while (first > 0 && (names_[first - 1].clause == clause || over_clauses)) {
    --first;
    if (reach == NameReach::kJoined && !names_[first].list) break;
  }
  return first;
}

std::vector<PendingName> PendingNames::TakeFrom(std::size_t first) {
  const auto begin = names_.begin() + static_cast<std::ptrdiff_t>(first);
  std::vector<PendingName> taken(std::make_move_iterator(begin),
                                 std::make_move_iterator(names_.end()));
  names_.resize(first);
  return taken;
}

}  // namespace calque::internal
