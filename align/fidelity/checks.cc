// The table of checks. A new one has a line here, a declaration in builtin_checks.h, its categories
// in categories.cc and, where it learns, its weights in corpora/models/fidelity.json.
#include <array>

#include "align/fidelity/builtin_checks.h"
#include "align/fidelity/check.h"

namespace calque::internal {

std::span<const Check> Checks() {
  static const std::array kChecks{
      kClaimsCheck,    kConsistencyCheck,  kCreditsCheck,   kDoubledCheck,  kHedgeCheck,
      kLanguageCheck,  kLengthCheck,       kModalityCheck,  kNamesCheck,    kNegationCheck,
      kOmissionCheck,  kOppositesCheck,    kQuotationCheck, kRatesCheck,    kRelationCheck,
      kSentencesCheck, kSourcesCheck,      kSpeakerCheck,   kSpellingCheck, kSwappedNamesCheck,
      kTermsCheck,     kUntranslatedCheck, kValuesCheck};
  return kChecks;
}

}  // namespace calque::internal
