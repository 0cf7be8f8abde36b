#include "align/segment/candidate.h"

#include <array>

#include "align/segment/address.h"
#include "align/segment/candidate_reader.h"
#include "align/segment/char_class.h"
#include "align/segment/emoticon.h"

namespace calque::internal {
namespace {

// What a byte may begin: the scan stops nowhere else.
enum class Trigger : std::uint8_t { kNone, kTerminator, kMark, kCapital };

constexpr std::array<Trigger, 256> Triggers() {
  std::array<Trigger, 256> triggers{};
  for (const char c : {'.', '!', '?'}) {
    triggers[static_cast<unsigned char>(c)] = Trigger::kTerminator;
  }
  for (const char c : {';', ':', '=', '@', '_', '*', '-'}) {
    triggers[static_cast<unsigned char>(c)] = Trigger::kMark;
  }
  for (unsigned char c = 'A'; c <= 'Z'; ++c) triggers[c] = Trigger::kCapital;
  triggers[0xC3] = Trigger::kCapital;  // `À`, `É`
  // First bytes of the terminators of other scripts.
  for (const int lead :
       {0xCD, 0xD6, 0xD8, 0xDB, 0xDC, 0xDF, 0xE0, 0xE1, 0xE2, 0xE3, 0xEA, 0xEF, 0xF0}) {
    triggers[static_cast<std::size_t>(lead)] = Trigger::kTerminator;
  }
  return triggers;
}
constexpr std::array<Trigger, 256> kTriggers = Triggers();

Trigger TriggerAt(std::string_view text, std::uint32_t at) {
  return kTriggers[static_cast<unsigned char>(text[at])];
}

// The end of a line drawn at `at` with at least five of one mark, or `at`.
std::uint32_t RuleEnd(std::string_view text, std::uint32_t at, std::uint32_t end) {
  constexpr std::uint32_t kShortestRule = 5;
  std::uint32_t after = at;
  while (after < end && text[after] == text[at]) ++after;
  return after - at >= kShortestRule && text[at] != ';' ? after : at;
}

// Whether `://` or the `@` of an e-mail address stands at `at`.
bool IsAddressMark(std::string_view text, std::uint32_t at, ByteSpan unit) {
  if (text.substr(0, unit.end).substr(at).starts_with("://")) return true;
  return text[at] == '@' && CharBefore(text, at, unit.begin).kind != CharClass::kSpace;
}

// Whether the asterisk at `at` is glued to what it closes; a bullet stands by itself.
bool ClosesAside(std::string_view text, std::uint32_t at, std::uint32_t sentence) {
  return at > sentence && CharBefore(text, at, sentence).kind != CharClass::kSpace;
}

}  // namespace

std::optional<BoundaryCandidate> CandidateFinder::Next(std::uint32_t sentence) {
  while (at_ < unit_.end) {
    if (TriggerAt(text_, at_) == Trigger::kNone) {
      ++at_;
      continue;
    }
    std::uint32_t resume = at_ + 1;
    std::optional<BoundaryCandidate> candidate = Read(sentence, &resume);
    at_ = resume;
    if (candidate) return candidate;
  }
  return std::nullopt;
}

std::optional<BoundaryCandidate> CandidateFinder::Read(std::uint32_t sentence,
                                                       std::uint32_t* resume) const {
  const Trigger trigger = TriggerAt(text_, at_);
  if (trigger == Trigger::kCapital) return ReadUnmarked(sentence);
  if (trigger == Trigger::kMark) return ReadMark(sentence, resume);
  const ClassifiedChar c = CharAt(text_, at_, unit_.end);
  *resume = c.end;
  if (TerminatorOf(c.value) == TerminatorKind::kNone) return std::nullopt;
  CandidateReader reader(text_, unit_, sentence);
  std::optional<BoundaryCandidate> candidate = reader.AtTerminator(at_);
  *resume = reader.resume();
  return candidate;
}

// `;`, an emoticon, an address or a rule.
std::optional<BoundaryCandidate> CandidateFinder::ReadMark(std::uint32_t sentence,
                                                           std::uint32_t* resume) const {
  CandidateKind kind = CandidateKind::kSemicolon;
  std::uint32_t end = at_ + 1;
  if (const std::uint32_t face = EmoticonEnd(text_, at_, unit_.end); face > at_) {
    kind = CandidateKind::kEmoticon;
    end = face;
  } else if (const std::uint32_t rule = RuleEnd(text_, at_, unit_.end); rule > at_) {
    kind = CandidateKind::kRule;
    end = rule;
  } else if (IsAddressMark(text_, at_, unit_)) {
    kind = CandidateKind::kAddress;
    end = AddressTailEnd(text_, at_, unit_.end);
    if (end < unit_.end && text_[end] == '>') ++end;
  } else if (text_[at_] != ';') {
    return std::nullopt;
  }
  *resume = end;
  CandidateReader reader(text_, unit_, sentence);
  return reader.AtMark(kind, {at_, end});
}

// The word at `at_` where it stands by itself, a capital first and the rest in lower case; a single
// letter only with its apostrophe (`L'affaire`, not `vitamine C`). Else empty.
std::string_view CandidateFinder::CapitalisedWord() const {
  const ClassifiedChar first = CharAt(text_, at_, unit_.end);
  if (first.kind != CharClass::kUpper) return {};
  std::uint32_t end = first.end;
  while (CharAt(text_, end, unit_.end).kind == CharClass::kLower) {
    end = CharAt(text_, end, unit_.end).end;
  }
  const ClassifiedChar behind = CharAt(text_, end, unit_.end);
  const bool alone = behind.kind == CharClass::kSpace && end > first.end;
  if (!alone && !IsApostrophe(behind.value)) return {};
  return text_.substr(at_, end - at_);
}

// A capital behind one blank and a letter, digit or bracket, or behind an aside (`*sigh* It`),
// which is as good as an emoticon.
std::optional<BoundaryCandidate> CandidateFinder::ReadUnmarked(std::uint32_t sentence) const {
  if (at_ < sentence + 2 || text_[at_ - 1] != ' ') return std::nullopt;
  const ClassifiedChar before = CharBefore(text_, at_ - 1, sentence);
  const bool aside = before.value == U'*' && ClosesAside(text_, at_ - 2, sentence);
  const bool bare =
      IsWordClass(before.kind) || before.kind == CharClass::kDigit || before.value == U')' || aside;
  if (!bare || !unmarked_.Contains(CapitalisedWord())) return std::nullopt;
  const std::uint32_t end = at_ - 1;
  BoundaryCandidate candidate;
  candidate.kind = aside ? CandidateKind::kEmoticon : CandidateKind::kUnmarked;
  candidate.word = candidate.terminators = {end, end};
  candidate.end = end;
  candidate.next = candidate.first = at_;
  return candidate;
}

}  // namespace calque::internal
