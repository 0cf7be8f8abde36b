#include "align/structure/initials.h"

#include <algorithm>

#include "align/base/ascii.h"
#include "align/structure/words.h"

namespace calque::internal {
namespace {

constexpr std::size_t kMaxLine = 48;  // bytes
constexpr std::size_t kMinInitials = 2;
constexpr std::size_t kMaxInitials = 5;

Credit MakeCredit(std::string_view text, CreditRole role, ByteSpan span) {
  Credit credit;
  credit.role = role;
  credit.name = std::string(span.In(text));
  credit.span = span;
  return credit;
}

bool IsBureau(const LineWord& word) { return word.key == "bur" || word.key == "burs"; }

// Two to five lower-case letters a to z.
bool IsGroup(std::string_view written) {
  return written.size() >= kMinInitials && written.size() <= kMaxInitials &&
         std::all_of(written.begin(), written.end(), IsAsciiLower);
}

// An agency opens the line before a slash, `ats/lbr`; `pa`, `ap` may be anybody, as may the `ani`
// of `ani-bur/rl`.
CreditRole RoleOf(const std::vector<LineWord>& word, bool opens, const DispatchRules& rules) {
  constexpr std::size_t kShortestAgency = 3;
  if (IsBureau(word.front())) return CreditRole::kDesk;
  const bool agency = opens && word.front().key.size() >= kShortestAgency &&
                      rules.phrases.Match(word, 0, KindBit(PhraseKind::kAgency)) != nullptr;
  return agency ? CreditRole::kAgency : CreditRole::kInitials;
}

// `burs-mtr/cgl/nfr`, `jg-ved/abl`: SplitWords keeps `burs-mtr` one word, so the line is cut at its
// marks here.
std::vector<Credit> ReadGroups(std::string_view text, ByteSpan line, const DispatchRules& rules) {
  std::vector<Credit> credits;
  std::uint32_t begin = line.begin;
  while (begin <= line.end) {
    std::uint32_t end = begin;
    while (end < line.end && text[end] != '/' && text[end] != '-') ++end;
    const ByteSpan group = {begin, end};
    if (!IsGroup(group.In(text))) return {};
    const std::vector<LineWord> word = SplitWords(text, group);
    // `et/ou` is no pair of people.
    if (rules.phrases.Match(word, 0, KindBit(PhraseKind::kAnd)) != nullptr) return {};
    const bool opens = begin == line.begin && end < line.end && text[end] == '/';
    credits.push_back(MakeCredit(text, RoleOf(word, opens, rules), group));
    begin = end + 1;
  }
  return credits.size() > 1 ? credits : std::vector<Credit>{};
}

}  // namespace

std::vector<Credit> CreditsOfInitials(std::string_view text, ByteSpan line,
                                      const DispatchGrammar& grammar) {
  if (line.size() > kMaxLine || line.In(text).find('/') == std::string_view::npos) return {};
  const DispatchRules& rules = grammar.rules();
  if (const std::size_t rights = line.In(text).find(" ©"); rights != std::string_view::npos) {
    line.end = line.begin + static_cast<std::uint32_t>(rights);
  }
  const std::size_t blank = line.In(text).find(' ');
  if (blank == std::string_view::npos) return ReadGroups(text, line, rules);
  const ByteSpan first = {line.begin, line.begin + static_cast<std::uint32_t>(blank)};
  const std::vector<LineWord> word = SplitWords(text, first);
  if (word.size() != 1 || rules.phrases.Match(word, 0, KindBit(PhraseKind::kAgency)) == nullptr) {
    return {};
  }
  std::vector<Credit> credits = ReadGroups(text, {first.end + 1, line.end}, rules);
  if (!credits.empty()) {
    credits.insert(credits.begin(), MakeCredit(text, CreditRole::kAgency, first));
  }
  return credits;
}

}  // namespace calque::internal
