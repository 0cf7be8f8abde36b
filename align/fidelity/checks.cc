// The table of checks: a new one is a file and a line here.
#include <array>

#include "align/fidelity/builtin_checks.h"
#include "align/fidelity/check.h"

namespace calque::internal {

std::span<const Check> Checks() {
  static const std::array kChecks{
      kConsistencyCheck, kCreditsCheck,      kDoubledCheck,  kHedgeCheck,        kLanguageCheck,
      kLengthCheck,      kNamesCheck,        kNegationCheck, kOmissionCheck,     kOppositesCheck,
      kQuotationCheck,   kRatesCheck,        kRelationCheck, kSentencesCheck,    kSpeakerCheck,
      kSpellingCheck,    kSwappedNamesCheck, kTermsCheck,    kUntranslatedCheck, kValuesCheck};
  return kChecks;
}

}  // namespace calque::internal
