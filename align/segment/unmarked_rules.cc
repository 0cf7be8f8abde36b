// Boundaries that no terminator marks: a capital that nothing but a new unit explains, behind a
// semicolon, an emoticon, a bracket or a bare word (headings and list items run on).
#include "align/base/ascii.h"
#include "align/segment/boundary_rules.h"
#include "align/segment/char_class.h"

namespace calque::internal {
namespace {

bool IsOpenBracket(char bracket) { return bracket == '(' || bracket == '['; }

// A starter with a capital, followed by lower case: `Il a`, not `Il Corriere`.
bool NextBeginsClause(const BoundaryContext& context) {
  return context.NextIs(CharClass::kUpper) && context.NextIsStarter() &&
         context.SecondClass() == CharClass::kLower &&
         !context.profile.pronouns.Contains(context.NextWord()) &&
         !IsOpenBracket(context.LastBracket(context.candidate.end));
}

// Behind a word that can end a heading, or a pair of brackets (empty `before`). A number or bracket
// needs more before it to be the end of anything: `En 1940 Il a`, `1.1 What is`, `OSLO (NTB) La`.
float BareWord(const BoundaryContext& context) {
  constexpr int kHeading = 4;
  if (!NextBeginsClause(context)) return kNever;
  const std::string_view before = context.WordBefore(context.candidate.end);
  if (context.profile.function_words.Contains(before) || context.IsAddressee(before)) return kNever;
  if (before.empty() && !IsOpenBracket(context.LastBracket(context.candidate.end - 1))) {
    return kNever;  // `2) The second item`
  }
  const bool bare = before.empty() || IsAsciiDigit(before.back());
  return bare && context.WordCount(kHeading) < kHeading ? kUnlikely : kRather;
}

// An address is followed by lower case where the sentence goes on.
float Address(const BoundaryContext& context) {
  const bool listed = context.candidate.opens_dash;
  if (listed || IsOpenBracket(context.LastBracket(context.candidate.end))) return kUnlikely;
  const std::string_view next = context.NextWord();
  const bool address = next == "http" || next == "https" || next == "www";
  return address || context.NextIs(CharClass::kUpper) ? kRather : kUnlikely;
}

}  // namespace

float UnmarkedProbability(const BoundaryContext& context) {
  switch (context.candidate.kind) {
    case CandidateKind::kEmoticon:
      return context.NextIs(CharClass::kUpper) ? kRather : kUnlikely;
    case CandidateKind::kRule:
      return kRather;
    case CandidateKind::kAddress:
      return Address(context);
    case CandidateKind::kSemicolon:
      return NextBeginsClause(context) ? kRather : kNever;
    default:
      return BareWord(context);
  }
}

}  // namespace calque::internal
