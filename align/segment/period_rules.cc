// The period: it ends a sentence, an abbreviation, an initial, an ordinal, or two of these at once.
#include "align/base/ascii.h"
#include "align/base/utf8.h"
#include "align/segment/boundary_rules.h"
#include "align/segment/char_class.h"

namespace calque::internal {
namespace {

constexpr std::size_t kOneLetter = 1;

bool NextIsNumber(const BoundaryContext& context) {
  return context.NextIs(CharClass::kDigit) || context.NextIsRoman();
}

// A starter right behind an abbreviation decides for a boundary, but `In` or `No` also stand in
// names: a capital behind them (`The Hague`) makes them weaker.
float ByStarter(const BoundaryContext& context, float otherwise) {
  return context.NextIsStarter() ? kLikely : otherwise;
}

// `Acme Inc. Chief Executive Ann Poe`, but `Acme Inc. Shares fell`: titles stack capitals, a clause
// goes on in lower case.
float MayEnd(const BoundaryContext& context) {
  if (context.NextIsStarter()) return kLikely;
  if (context.candidate.closes_quotation || context.candidate.closes_bracket) return kLikely;
  if (context.profile.roles.Contains(context.NextWord())) return kUnlikely;
  if (context.candidate.opens_dash || context.candidate.opens_bracket) return kUnlikely;
  if (context.candidate.opens_quotation) return kRather;
  if (!context.NextIs(CharClass::kUpper)) return kUnlikely;
  return context.SecondClass() == CharClass::kLower ? kRather : kDoubtful;
}

float Time(const BoundaryContext& context) {
  constexpr int kTooShort = 4;
  if (context.profile.zones.Contains(context.NextWord())) return kUnlikely;
  if (context.NextIs(CharClass::kDigit)) return kUnlikely;
  // `At 5 a.m. Mr. Smith left`: too short to be a sentence of its own.
  return context.WordCount(kTooShort) < kTooShort ? kDoubtful : kLikely;
}

float Abbreviation(const BoundaryContext& context, AbbreviationKind kind) {
  if (kind == AbbreviationKind::kTitle || kind == AbbreviationKind::kContinues) return kNever;
  if (context.NextIs(CharClass::kLower)) {
    const bool opens = context.candidate.opens_quotation && kind == AbbreviationKind::kFinal;
    return opens ? kDoubtful : kNever;
  }
  switch (kind) {
    case AbbreviationKind::kDate:
      if (NextIsNumber(context)) return kNever;
      return MayEnd(context);
    case AbbreviationKind::kTime:
      return Time(context);
    case AbbreviationKind::kAttributive:
      if (context.candidate.opens_quotation) return kRather;
      return ByStarter(context, kUnlikely);
    case AbbreviationKind::kFinal:
      return context.NextIs(CharClass::kDigit) ? kUnlikely : kLikely;
    default:
      return MayEnd(context);
  }
}

// `J. Smith`, `Paul J. Grant`, but `in Group C. Spain won`.
float Initial(const BoundaryContext& context) {
  if (context.NextIs(CharClass::kLower)) return kUnlikely;
  const std::string_view before = context.WordBefore(context.candidate.word.begin);
  if (context.profile.lettered.Contains(before)) return kLikely;
  if (before.empty() || before.ends_with('.')) return kUnlikely;
  if (context.profile.pronouns.Contains(context.Word())) return ByStarter(context, kDoubtful);
  const bool clause = context.SecondClass() != CharClass::kUpper;
  return clause ? ByStarter(context, kUnlikely) : kUnlikely;
}

// Before lower case, where neither boundary nor abbreviation has the better case: the text decides.
float BeforeInformalLower(const BoundaryContext& context) {
  const bool informal = context.SentenceStartsLower() || context.evidence.StartsInLowerCase();
  return informal ? kRather : kDoubtful;
}

// A number: `1.` opens a list item; an ordinal goes on; else the sentence ends.
float Number(const BoundaryContext& context) {
  constexpr std::size_t kLongestItem = 3;
  constexpr std::size_t kLongestOrdinal = 2;
  const std::string_view word = context.Word();
  if (word.size() <= kLongestItem && context.WordOpensSentence()) return kNever;
  if (context.NextIs(CharClass::kLower)) return BeforeInformalLower(context);
  if (context.profile.ordinals && word.size() <= kLongestOrdinal) {
    return ByStarter(context, kUnlikely);
  }
  return kSure;
}

// A word on no list before a lower-case letter: in edited text rather an unknown abbreviation when
// it is short or capitalised, or part of an address when marks join it to more before it; else the
// next sentence begins in lower case (`iRobot`, chat, speech).
float WordBeforeLower(const BoundaryContext& context) {
  constexpr std::size_t kShort = 3;
  constexpr std::size_t kShortName = 4;
  const BoundaryCandidate& candidate = context.candidate;
  if (candidate.closes_quotation || candidate.closes_bracket) return kUnlikely;
  const std::size_t length = CodePointCount(context.Word());
  const bool name = context.WordStart() == CharClass::kUpper;
  const bool is_short = length <= (name ? kShortName : kShort) &&
                        !context.profile.function_words.Contains(context.Word());
  if (!is_short && !context.WordIsGlued()) return kRather;
  return BeforeInformalLower(context);
}

float OrdinaryWord(const BoundaryContext& context) {
  if (context.NextIs(CharClass::kLower)) return WordBeforeLower(context);
  if (context.profile.ordinals && IsRomanNumber(context.Word())) {
    return ByStarter(context, kUnlikely);
  }
  if (context.evidence.IsAbbreviation(context.Word())) return ByStarter(context, kUnlikely);
  return kSure;
}

// `J.-M`, `J.-Ph`: initials of one given name, without their last period.
bool IsDoubleInitial(std::string_view word) {
  constexpr std::size_t kLongestInitial = 2;
  constexpr std::string_view kJoin = ".-";
  const auto is_initial = [](std::string_view part) {
    return !part.empty() && CodePointCount(part) <= kLongestInitial &&
           CharAt(part, 0, static_cast<std::uint32_t>(part.size())).kind == CharClass::kUpper;
  };
  const std::size_t join = word.find(kJoin);
  return join != std::string_view::npos && is_initial(word.substr(0, join)) &&
         is_initial(word.substr(join + kJoin.size()));
}

// `J.-M. Le Pen`, but `in 52 av. J.-C. César came`.
float DoubleInitial(const BoundaryContext& context) {
  const std::string_view before = context.WordBefore(context.candidate.word.begin);
  if (!context.profile.eras.Contains(before)) return Initial(context);
  return Abbreviation(context, AbbreviationKind::kFinal);
}

bool IsDotted(std::string_view word) {
  const std::size_t point = word.find('.');
  return point != std::string_view::npos && point > 0;
}

}  // namespace

float PeriodProbability(const BoundaryContext& context) {
  const std::string_view word = context.Word();
  if (word.empty()) return context.NextIs(CharClass::kLower) ? kRather : kSure;
  if (context.WordStart() == CharClass::kDigit) return Number(context);
  const AbbreviationKind kind = context.profile.abbreviations.Find(word);
  const bool letter = CodePointCount(word) == kOneLetter;
  const bool clitic = letter && context.WordIsElided();
  if (kind == AbbreviationKind::kNumeric && !clitic && NextIsNumber(context)) return kNever;
  const bool capital = letter && context.WordStart() == CharClass::kUpper;
  // `Lee H. Brandt`: an initial, though `20 H.` is an hour.
  const std::string_view before = context.WordBefore(context.candidate.word.begin);
  const bool hour = !before.empty() && IsAsciiDigit(before.back());
  const bool initial = capital && kind == AbbreviationKind::kTime && !hour;
  if (kind != AbbreviationKind::kNone && kind != AbbreviationKind::kNumeric && !initial) {
    return Abbreviation(context, kind);
  }
  if (capital) return Initial(context);
  if (letter && context.WordOpensSentence()) return kNever;  // `a. The first item`
  if (IsDoubleInitial(word)) return DoubleInitial(context);
  if (IsDotted(word)) {
    // `U.S.S.R.`, `example.com.`
    const bool acronym = word.size() - word.rfind('.') <= 3;
    if (acronym) return Abbreviation(context, AbbreviationKind::kAttributive);
  }
  return OrdinaryWord(context);
}

}  // namespace calque::internal
