// A line of credits cut into what its parts are: role words, names, places, desks, separators.
#pragma once

#include <cstdint>
#include <vector>

#include "align/structure/names.h"
#include "calque/document.h"

namespace calque::internal {

struct CreditItem {
  enum class Kind : std::uint8_t {
    kRoleBefore,
    kRoleAfter,
    kDuty,
    kByline,
    kWith,
    kName,
    kRoleOfName,  // `(photos)` behind a name
    kInitials,
    kPlace,
    kDesk,
    kAgency,
    kOwner,  // `the Courier's` before a name, `/Acme` behind one: an organisation, perhaps
    kFunction,
    kAnd,
    kComma,
    kSemicolon,
    kContact,
    kUnknown,
  };

  Kind kind = Kind::kUnknown;
  std::vector<CreditRole> roles;  // of the three kinds of roles; of a function that says one
  ByteSpan span;
  ByteSpan detail;  // place of a desk or a role; organisation of a duty; empty where there is none
};

// The items of the line, in order. Words without a meaning of their own (articles, colons, the
// outer brackets, dates) give none, nor does a copyright notice behind them; what is not understood
// is kUnknown, a word each.
[[nodiscard]] std::vector<CreditItem> SplitCreditItems(const CreditLine& line);

}  // namespace calque::internal
