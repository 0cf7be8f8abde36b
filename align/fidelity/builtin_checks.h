// The checks, one a file; checks.cc lists them.
#pragma once

#include "align/fidelity/check.h"

namespace calque::internal {

extern const Check kClaimsCheck;
extern const Check kConsistencyCheck;
extern const Check kCreditsCheck;
extern const Check kDoubledCheck;
extern const Check kHedgeCheck;
extern const Check kLanguageCheck;
extern const Check kLengthCheck;
extern const Check kModalityCheck;
extern const Check kNamesCheck;
extern const Check kNegationCheck;
extern const Check kOmissionCheck;
extern const Check kOppositesCheck;
extern const Check kQuotationCheck;
extern const Check kRatesCheck;
extern const Check kRelationCheck;
extern const Check kSentencesCheck;
extern const Check kSourcesCheck;
extern const Check kSpeakerCheck;
extern const Check kSpellingCheck;
extern const Check kSwappedNamesCheck;
extern const Check kTermsCheck;
extern const Check kUntranslatedCheck;
extern const Check kValuesCheck;

}  // namespace calque::internal
