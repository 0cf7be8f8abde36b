#include "align/structure/functions.h"

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
  return Function{end, function->roles};
}

}  // namespace calque::internal
