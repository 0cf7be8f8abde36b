#include "align/structure/functions.h"

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::size_t kMaxWords = 8;

constexpr PhraseKinds kFunctions =
    KindBit(PhraseKind::kFunction) | KindBit(PhraseKind::kFunctionOf);
constexpr PhraseKinds kEnds = KindBit(PhraseKind::kRoleBefore) | KindBit(PhraseKind::kRoleAfter) |
                              KindBit(PhraseKind::kDuty) | KindBit(PhraseKind::kWith) |
                              KindBit(PhraseKind::kAnd) | KindBit(PhraseKind::kAgency) |
                              KindBit(PhraseKind::kIn);

// `the Courier` behind `special to`
std::size_t EndOfOrganisation(const CreditLine& line, std::size_t at) {
  if (at >= line.words.size()) return at;
  if (const Phrase* agency = PhraseAt(line, at, KindBit(PhraseKind::kAgency))) {
    return at + agency->keys.size();
  }
  if (const Phrase* article = PhraseAt(line, at, KindBit(PhraseKind::kFiller))) {
    at += article->keys.size();
  }
  return EndOfName(line, at);
}

// `photographe de l'AFP`: one past the agency; `at` where none follows.
std::size_t EndOfEmployer(const CreditLine& line, std::size_t at) {
  std::size_t next = at;
  if (next >= line.words.size()) return at;
  if (const Phrase* article = PhraseAt(line, next, KindBit(PhraseKind::kFiller))) {
    next += article->keys.size();
  } else if (line.rules->particles.contains(line.words[next].key)) {
    ++next;
  }
  if (next == at || next >= line.words.size()) return at;
  const Phrase* agency = PhraseAt(line, next, KindBit(PhraseKind::kAgency));
  return agency == nullptr ? at : next + agency->keys.size();
}

}  // namespace

std::optional<Function> FunctionAt(const CreditLine& line, std::size_t begin) {
  const Phrase* function = nullptr;
  std::size_t end = begin;
  for (std::size_t at = begin; at < line.words.size() && at - begin < kMaxWords;) {
    if (!line.words[at].IsLetters()) break;
    // `and agencies` is one where it stands, but ends the name before it.
    if (at > begin && PhraseAt(line, at, kEnds) != nullptr) break;
    const Phrase* phrase = PhraseAt(line, at, kFunctions | kEnds);
    if (phrase != nullptr && (KindBit(phrase->kind) & kFunctions) == 0) break;
    at += phrase != nullptr ? phrase->keys.size() : 1;
    if (phrase == nullptr) continue;
    function = phrase;
    end = at;
  }
  if (function == nullptr) return std::nullopt;
  if (function->kind == PhraseKind::kFunctionOf) end = EndOfOrganisation(line, end);
  return Function{EndOfEmployer(line, end), function->roles};
}

std::size_t EndOfOwner(const CreditLine& line, std::size_t begin) {
  constexpr std::size_t kMost = 4;  // words
  for (std::size_t at = begin; at + 2 < line.words.size() && at - begin < kMost; ++at) {
    const LineWord& word = line.words[at];
    if (!word.IsProper()) break;
    if (!word.key.ends_with('\'')) continue;
    const LineWord& next = line.words[at + 1];
    if (next.glued && next.key == "s" && line.words[at + 2].IsProper()) return at + 2;
    if (!next.glued && word.key.ends_with("s'") && next.IsProper()) return at + 1;
  }
  return begin;
}

std::size_t EndOfInitials(const CreditLine& line, std::size_t begin) {
  constexpr std::size_t kMost = 4;  // letters without points
  const std::vector<LineWord>& words = line.words;
  const auto is_mark = [&](std::size_t at, char mark) {
    return at < words.size() && words[at].IsMark(mark);
  };
  const auto opens = [&](std::size_t at, PhraseKind kind) {
    return at < words.size() && PhraseAt(line, at, KindBit(kind)) != nullptr;
  };
  std::size_t end = begin;
  while (end < words.size() && words[end].IsProper() && is_mark(end + 1, '.') &&
         CodePointCount(words[end].span.In(line.text)) == 1) {
    end += 2;
  }
  if (end == begin) {
    const LineWord& word = words[begin];
    const bool one_case = IsAllCapitals(line.text, word.span) || word.shape == WordShape::kLower;
    if (!word.IsLetters() || !one_case || word.key.size() < 2 || word.key.size() > kMost) {
      return begin;
    }
    ++end;
  }
  const bool with = opens(is_mark(end, '(') ? end + 1 : end, PhraseKind::kWith);
  const bool slash = is_mark(end, '/') && opens(end + 1, PhraseKind::kAgency);
  return (with || slash) && !opens(begin, PhraseKind::kAgency) ? end : begin;
}

}  // namespace calque::internal
