// The names of a credit line whose roles may still be said behind them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "calque/document.h"

namespace calque::internal {

struct PendingName {
  ByteSpan name;
  ByteSpan place;
  ByteSpan organisation;
  std::vector<CreditRole> own_roles = {};  // said of this person alone: `photographer`, `(photos)`
  std::size_t clause = 0;                  // counted from 0, by semicolons
  bool list = false;                       // joined to the name before it by `and`, not by a comma
  bool over_clauses = false;  // `A in Oslo; B in Bonn; and C in Graz`: the last of a long list
};

// How far back a role reaches that is said behind names.
enum class NameReach : std::uint8_t {
  kList,    // to the begin of the clause, or of the list over several clauses that ends here
  kClause,  // to the begin of the clause
  kJoined,  // to the first name that a comma parts from the next: it may stand for a semicolon
};

class PendingNames {
 public:
  [[nodiscard]] bool empty() const { return names_.empty(); }
  void Add(PendingName name);

  // Of the last name; nothing where there is none.
  void SetOwnRoles(const std::vector<CreditRole>& roles);
  // Of the last names of a clause: `A and B in Oslo` puts both there; a name that has its own place
  // ends the reach.
  void SetPlace(ByteSpan place, std::size_t clause);
  // Of the names from `first` on that have none; those of a list over several clauses share what
  // its first name has.
  void SetOrganisationFrom(std::size_t first, ByteSpan organisation);
  // Of all names that have none.
  void SetOrganisation(ByteSpan organisation);

  // The first of the names that a role behind them, in `clause`, is said of.
  [[nodiscard]] std::size_t FirstReached(NameReach reach, std::size_t clause) const;
  // The names from `first` on, which are pending no longer.
  [[nodiscard]] std::vector<PendingName> TakeFrom(std::size_t first);

 private:
  std::vector<PendingName> names_;  // in text order
};

}  // namespace calque::internal
