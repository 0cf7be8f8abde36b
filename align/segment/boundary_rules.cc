// Terminators other than the period.
#include "align/segment/boundary_rules.h"

#include "align/segment/char_class.h"

namespace calque::internal {
namespace {

// `… ?" asked Ann`, `… ! a-t-il dit`: the sentence goes on with its attribution.
bool IsAttribution(const BoundaryContext& context) {
  const WordSet& attributions = context.profile.attributions;
  return attributions.Contains(context.NextWord()) ||
         attributions.Contains(context.NextWord(BoundaryContext::Joined::kYes));
}

// `?` and `!` before a lower-case letter. A quotation goes on; a name may hold its own mark
// (`Yahoo! in`); a short one opens the sentence it belongs to (`Ah ! que`, `Pourquoi? parce que`).
float BeforeLower(const BoundaryContext& context) {
  const BoundaryCandidate& candidate = context.candidate;
  if (candidate.closes_quotation || candidate.closes_bracket) return kUnlikely;
  if (IsAttribution(context)) return kUnlikely;
  constexpr int kInterjection = 2;
  if (context.SentenceStartsLower()) return kRather;
  const bool name = candidate.kind == CandidateKind::kExclamation &&
                    context.WordStart() == CharClass::kUpper && !context.WordOpensSentence();
  if (name) return kUnlikely;
  return context.WordCount(kInterjection + 1) <= kInterjection ? kDoubtful : kRather;
}

float QuestionOrExclamation(const BoundaryContext& context) {
  if (context.NextIs(CharClass::kLower)) return BeforeLower(context);
  const bool name = context.candidate.kind == CandidateKind::kExclamation &&
                    context.profile.exclaiming.Contains(context.Word());
  if (name) return context.NextIsStarter() ? kLikely : kUnlikely;
  return kSure;
}

// `。` and its like end a sentence, but not inside brackets, nor where a quotation is carried on.
float Full(const BoundaryContext& context) {
  if (context.IsEnclosed(context.profile.enclosing)) return kUnlikely;
  const bool carried_on = context.candidate.closes_quotation &&
                          context.NextIsOneOf(context.profile.quote_continuations);
  return carried_on ? kUnlikely : kSure;
}

// An ellipsis ends a sentence before a capital, unless the capital would stand there anyway.
float Ellipsis(const BoundaryContext& context) {
  if (context.NextIs(CharClass::kLower)) {
    const bool opens = context.candidate.opens_quotation && !context.candidate.closes_quotation;
    return opens ? kDoubtful : kUnlikely;
  }
  if (context.NextIs(CharClass::kDigit)) return kDoubtful;
  return context.profile.pronouns.Contains(context.NextWord()) ? kDoubtful : kLikely;
}

}  // namespace

float BoundaryProbability(const BoundaryContext& context) {
  switch (context.candidate.kind) {
    case CandidateKind::kSemicolon:
    case CandidateKind::kEmoticon:
    case CandidateKind::kRule:
    case CandidateKind::kAddress:
    case CandidateKind::kUnmarked:
      return UnmarkedProbability(context);
    default:
      break;
  }
  if (context.NextContinues() || context.WordCount(1) == 0) return kNever;
  switch (context.candidate.kind) {
    case CandidateKind::kPeriod:
      return PeriodProbability(context);
    case CandidateKind::kEllipsis:
      return Ellipsis(context);
    case CandidateKind::kFull:
      return Full(context);
    default:
      return QuestionOrExclamation(context);
  }
}

}  // namespace calque::internal
