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

std::size_t EndOfPhone(const Words& words, std::size_t at) {
  if (!words[at].IsMark('+') || !IsGlued(words, at + 1)) return at;
  std::size_t end = at + 1;
  while (end < words.size() && (words[end].shape == WordShape::kNumber || words[end].IsMark('-'))) {
    ++end;
  }
  return end > at + 1 ? end : at;
}

std::size_t EndOfAddress(const Words& words, std::size_t at) {
  bool address = false;
  std::size_t end = at + 1;
  while (IsGlued(words, end) && !words[end].IsMark(',') && !words[end].IsMark(';')) {
    address = address || words[end].IsMark('@');
    ++end;
  }
  return address ? end : at;
}

}  // namespace

bool OpensRights(const CreditLine& line, std::size_t at) {
  const Words& words = line.words;
  if (words[at].key == "©" || words[at].key == "copyright") return true;
  return words[at].IsMark('(') && at + 2 < words.size() && words[at + 1].key == "c" &&
         words[at + 2].IsMark(')');
}

std::size_t EndOfNoise(const CreditLine& line, std::size_t at) {
  for (const auto end_of : {&EndOfAddress, &EndOfSite, &EndOfPhone}) {
    const std::size_t end = end_of(line.words, at);
    if (end > at) return end;
  }
  return at;
}

}  // namespace calque::internal
