// The table of checks. How to add one: README, "How the code is organised".
#include <array>

#include "align/fidelity/check.h"

// A line for each: `Rates` is kRatesCheck, which rates.cc defines.
#define CALQUE_CHECKS(X) \
  X(Claims)              \
  X(Consistency)         \
  X(Credits)             \
  X(Doubled)             \
  X(Hedge)               \
  X(Language)            \
  X(Length)              \
  X(Modality)            \
  X(Names)               \
  X(Negation)            \
  X(Omission)            \
  X(Opposites)           \
  X(Quotation)           \
  X(Rates)               \
  X(Relation)            \
  X(Sentences)           \
  X(Sources)             \
  X(Speaker)             \
  X(Spelling)            \
  X(SwappedNames)        \
  X(Terms)               \
  X(Untranslated)        \
  X(Values)

namespace calque::internal {

#define CALQUE_DECLARE(name) extern const Check k##name##Check;
CALQUE_CHECKS(CALQUE_DECLARE)

std::span<const Check> Checks() {
#define CALQUE_LIST(name) k##name##Check,
  static const std::array kChecks{CALQUE_CHECKS(CALQUE_LIST)};
  return kChecks;
}

}  // namespace calque::internal
