#include "align/structure/credit_lines.h"

#include <algorithm>

#include "align/base/marks.h"
#include "align/base/utf8.h"
#include "align/structure/credits.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kMaxLine = 2000;  // bytes; no desk writes longer tails
constexpr float kNotAllUnderstood = 0.7F;
constexpr int kMaxUnknown = 3;     // words of a tail whose other clauses are plain credits
constexpr int kMaxCandidates = 6;  // sentence starts tried for `… N contributed to this report.`

bool HasSeveralWords(const Credit& credit) {
  return credit.name.find(' ') != std::string::npos || credit.name.find('.') != std::string::npos;
}

bool EveryPersonHasSeveralWords(const CreditReading& reading) {
  return std::all_of(reading.credits.begin(), reading.credits.end(), [](const Credit& credit) {
    return credit.role >= CreditRole::kDesk || HasSeveralWords(credit);
  });
}

bool HasOrganisation(const CreditReading& reading) {
  return reading.agencies > 0 ||
         std::any_of(reading.credits.begin(), reading.credits.end(), [](const Credit& credit) {
           return credit.role == CreditRole::kDesk || credit.role == CreditRole::kAgency;
         });
}

// A tail that says roles in words.
bool IsTail(const CreditReading& reading, LinePlace place, bool bracketed) {
  if (reading.credits.empty()) return false;
  // Without capitals any word may pass for a name.
  if (reading.lower_case && (reading.role_words < 2 || !EveryPersonHasSeveralWords(reading))) {
    return false;
  }
  if (reading.unknown > 0) {
    return bracketed && reading.role_words >= 2 && reading.unknown <= kMaxUnknown;
  }
  if (bracketed || reading.role_words >= 2) return true;
  // `Norway contributed.`, `Translated by Acme`
  if (reading.places == 0 && !EveryPersonHasSeveralWords(reading)) return false;
  return place != LinePlace::kBody && place != LinePlace::kTop;
}

// A line without a role word: a byline, a signature, a bare list of names.
bool IsSignature(const CreditReading& reading, LinePlace place, bool bracketed, bool bare_list) {
  if (reading.unknown > 0) return false;
  if (place == LinePlace::kBody || place == LinePlace::kSentence) return false;
  if (!EveryPersonHasSeveralWords(reading)) return false;
  if (place == LinePlace::kStated) return !reading.credits.empty();
  if (reading.byline) return !reading.credits.empty();
  // Without capitals any word may pass for a name.
  if (reading.lower_case && reading.persons > 0) return false;
  if (place == LinePlace::kTop) return false;
  if (reading.with && place == LinePlace::kTail && reading.persons > 0) return true;
  if (reading.functions > 0) {
    return place == LinePlace::kHead || reading.places > 0 || (bare_list && bracketed);
  }
  // A desk and its telephone number are a contact.
  if (reading.persons == 0) return reading.contacts == 0 && HasOrganisation(reading);
  if (HasOrganisation(reading)) return true;
  return bare_list && bracketed && reading.places > 0 && place == LinePlace::kTail;
}

bool IsCreditLine(const CreditReading& reading, LinePlace place, bool bracketed, bool bare_list) {
  if (reading.role_words > 0) return IsTail(reading, place, bracketed);
  return IsSignature(reading, place, bracketed, bare_list);
}

// Whether a sentence ends right before `at`, white space and closers aside.
bool SentenceEndsBefore(std::string_view text, ByteSpan paragraph, std::uint32_t at) {
  bool space = false;
  while (at > paragraph.begin) {
    const CodePoint c = DecodeBefore(text, at);
    if (IsSpace(c.value)) {
      space = true;
    } else if (!IsCloser(c.value)) {
      return space && TerminatorOf(c.value) != TerminatorKind::kNone;
    }
    at = c.end;
  }
  return false;
}

// The bracket that opens the one closing the paragraph; `paragraph.end` where there is none.
std::uint32_t OpeningBracket(std::string_view text, ByteSpan paragraph) {
  int depth = 0;
  const std::uint32_t floor = paragraph.end - std::min(paragraph.end - paragraph.begin, kMaxLine);
  for (std::uint32_t at = paragraph.end; at > floor; --at) {
    if (text[at - 1] == ')') ++depth;
    if (text[at - 1] == '(' && --depth == 0) return at - 1;
  }
  return paragraph.end;
}

// The farthest of the last sentences' starts from which the rest reads as credits: an initial's
// point is no sentence end.
std::uint32_t TrailingSentence(std::string_view text, ByteSpan paragraph,
                               const DispatchGrammar& grammar) {
  std::uint32_t found = paragraph.end;
  int candidates = 0;
  const std::uint32_t floor = paragraph.end - std::min(paragraph.end - paragraph.begin, kMaxLine);
  for (std::uint32_t at = paragraph.end; at > floor + 1 && candidates < kMaxCandidates; --at) {
    const bool opens_word =
        text[at - 1] == ' ' && at < paragraph.end && !IsSpace(DecodeAt(text, at).value);
    if (!opens_word || !SentenceEndsBefore(text, paragraph, at)) continue;
    ++candidates;
    if (CreditsOfLine(text, {at, paragraph.end}, LinePlace::kSentence, grammar)) found = at;
  }
  return found;
}

}  // namespace

std::optional<std::vector<Credit>> CreditsOfLine(std::string_view text, ByteSpan line,
                                                 LinePlace place, const DispatchGrammar& grammar) {
  if (line.empty() || line.size() > kMaxLine) return std::nullopt;
  const bool bracketed = text[line.begin] == '(';
  // Inside the story and on top only a bracket or a role word can open credits.
  if (!bracketed && (place == LinePlace::kBody || place == LinePlace::kTop) &&
      !grammar.hints().credit_openers.contains(FirstWordKey(text, line))) {
    return std::nullopt;
  }
  bool own = true;
  for (const auto& rules : grammar.rule_sets()) {
    CreditReading reading = ReadCredits(text, line, *rules);
    if (IsCreditLine(reading, place, bracketed, own && rules->bare_list)) {
      for (Credit& credit : reading.credits) {
        if (reading.unknown > 0) credit.probability = kNotAllUnderstood;
      }
      return std::move(reading.credits);
    }
    own = false;
  }
  return std::nullopt;
}

std::uint32_t BeginOfTrailingCredits(std::string_view text, ByteSpan paragraph, LinePlace place,
                                     const DispatchGrammar& grammar) {
  if (text[paragraph.end - 1] == ')') {
    const std::uint32_t open = OpeningBracket(text, paragraph);
    if (open > paragraph.begin && open < paragraph.end &&
        SentenceEndsBefore(text, paragraph, open) &&
        CreditsOfLine(text, {open, paragraph.end}, LinePlace::kBody, grammar)) {
      return open;
    }
  }
  return place == LinePlace::kTail ? TrailingSentence(text, paragraph, grammar) : paragraph.end;
}

}  // namespace calque::internal
