// Roles that stand in words before the names: `Reporting by`, `Text and photos by`.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "align/structure/names.h"
#include "calque/document.h"

namespace calque::internal {

struct RolePhrase {
  std::vector<CreditRole> roles;  // none where the grammar does not know the role
  std::size_t end = 0;            // one past its last word
  ByteSpan place;                 // of `Propos recueillis à Rome par`
};

// The role said at `at`: a phrase of the grammar, or several acts joined (`Reporting, writing and
// editing by`), or an act with its place before the `by`. Nothing where there is none.
[[nodiscard]] std::optional<RolePhrase> RolePhraseAt(const CreditLine& line, std::size_t at);

// A role that the grammar does not know, `Fact-checking by`, `Camera:`: up to four words without a
// mark or another meaning, and a `by` or a colon.
[[nodiscard]] std::optional<RolePhrase> UnknownRoleAt(const CreditLine& line, std::size_t at);

}  // namespace calque::internal
