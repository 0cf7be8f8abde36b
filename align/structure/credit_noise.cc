#include "align/structure/credit_noise.h"

namespace calque::internal {
namespace {

using Words = std::vector<LineWord>;

bool IsGlued(const Words& words, std::size_t at) { return at < words.size() && words[at].glued; }

std::size_t EndOfSite(const Words& words, std::size_t at) {
  constexpr std::size_t kMinName = 3;  // letters: `A.B` are initials
  if (!words[at].IsLetters() || words[at].key.size() < kMinName) return at;
  if (!IsGlued(words, at + 1) || !words[at + 1].IsMark('.')) return at;
  return IsGlued(words, at + 2) && words[at + 2].IsLetters() ? at + 3 : at;
}

std::size_t EndOfNumber(const Words& words, std::size_t at) {
  while (at < words.size() && (words[at].shape == WordShape::kNumber || words[at].IsMark('-'))) {
    ++at;
  }
  return at;
}

std::size_t EndOfPhone(const Words& words, std::size_t at) {
  if (!words[at].IsMark('+') || !IsGlued(words, at + 1)) return at;
  const std::size_t end = EndOfNumber(words, at + 1);
  return end > at + 1 ? end : at;
}

// `anne.roy@example.com`, `@anneroy`
std::size_t EndOfAddress(const Words& words, std::size_t at) {
  bool address = words[at].IsMark('@');
  std::size_t end = at + 1;
  while (IsGlued(words, end) && !words[end].IsMark(',') && !words[end].IsMark(';') &&
         !words[end].IsMark(')')) {
    address = address || words[end].IsMark('@');
    ++end;
  }
  return address && end > at + 1 ? end : at;
}

// `Reuters Messaging: anne.roy@example.net`, `Tel: 020 7946 0000`: a label and what it labels.
std::size_t EndOfLabelled(const CreditLine& line, std::size_t at) {
  const Words& words = line.words;
  std::size_t begin = at;
  while (begin < words.size() && line.rules->contact_words.contains(words[begin].key)) ++begin;
  if (begin == at) return at;
  while (begin < words.size() && (words[begin].IsMark(':') || words[begin].IsMark('.'))) ++begin;
  if (begin == words.size()) return at;
  for (const auto end_of : {&EndOfAddress, &EndOfPhone, &EndOfNumber}) {
    const std::size_t end = end_of(words, begin);
    if (end > begin) return end;
  }
  return at;
}

bool IsYear(const LineWord& word) {
  return word.shape == WordShape::kNumber && word.key.size() == 4 && word.key.front() <= '2';
}

// `à 10h30` behind a date
std::size_t EndOfTime(const CreditLine& line, std::size_t at) {
  if (at + 1 >= line.words.size() || line.words[at + 1].shape != WordShape::kNumber) return at;
  return PhraseAt(line, at, KindBit(PhraseKind::kIn)) != nullptr ? at + 2 : at;
}

// `5 janvier 2026`, `Jan. 5, 2026`, an article before it
std::size_t EndOfDate(const CreditLine& line, std::size_t at) {
  constexpr std::size_t kMost = 7;  // words and marks
  const Words& words = line.words;
  bool month = false;
  bool day = false;
  for (std::size_t end = at; end < words.size() && end - at < kMost; ++end) {
    const LineWord& word = words[end];
    if (month && day && IsYear(word)) return EndOfTime(line, end + 1);
    const bool mark = end > at && (word.IsMark('.') || word.IsMark(','));
    const bool article = end == at && !word.IsProper() &&
                         PhraseAt(line, at, KindBit(PhraseKind::kFiller)) != nullptr;
    if (line.rules->months.contains(word.key)) {
      month = true;
    } else if (word.shape == WordShape::kNumber) {
      day = true;
    } else if (!mark && !article && !line.rules->weekdays.contains(word.key)) {
      break;
    }
  }
  return at;
}

}  // namespace

bool OpensRights(const CreditLine& line, std::size_t at) {
  const Words& words = line.words;
  if (words[at].key == "©" || words[at].key == "copyright") return true;
  return words[at].IsMark('(') && at + 2 < words.size() && words[at + 1].key == "c" &&
         words[at + 2].IsMark(')');
}

Noise NoiseAt(const CreditLine& line, std::size_t at) {
  for (const auto end_of : {&EndOfAddress, &EndOfPhone}) {
    const std::size_t end = end_of(line.words, at);
    if (end > at) return {end, true};
  }
  if (const std::size_t end = EndOfLabelled(line, at); end > at) return {end, true};
  if (const std::size_t end = EndOfSite(line.words, at); end > at) return {end, false};
  return {EndOfDate(line, at), false};
}

}  // namespace calque::internal
