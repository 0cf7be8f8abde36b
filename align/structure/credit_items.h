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
    kByline,
    kWith,
    kName,
    kInitials,
    kPlace,
    kDesk,
    kAgency,
    kFunction,
    kAnd,
    kComma,
    kSemicolon,
    kUnknown,
  };

  Kind kind = Kind::kUnknown;
  const Phrase* phrase = nullptr;  // of kRoleBefore, kRoleAfter; the grammar owns it
  ByteSpan span;
  ByteSpan detail;  // place of a desk; organisation of a role; empty where there is none
};

// The items of the line, in order. Words without a meaning of their own (articles, colons, the
// outer brackets) give none, nor does a copyright notice behind them; what is not understood is
// kUnknown, a word each.
[[nodiscard]] std::vector<CreditItem> SplitCreditItems(const CreditLine& line);

}  // namespace calque::internal
