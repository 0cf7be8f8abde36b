#include "align/structure/role_phrases.h"

#include <algorithm>

namespace calque::internal {
namespace {

constexpr std::size_t kMaxUnknownWords = 4;

constexpr PhraseKinds kMeaning =
    KindBit(PhraseKind::kRoleBefore) | KindBit(PhraseKind::kRoleAfter) |
    KindBit(PhraseKind::kDuty) | KindBit(PhraseKind::kAnd) | KindBit(PhraseKind::kWith) |
    KindBit(PhraseKind::kIn) | KindBit(PhraseKind::kAgency) | KindBit(PhraseKind::kFunction) |
    KindBit(PhraseKind::kDeskBefore) | KindBit(PhraseKind::kDeskAfter);

const Phrase* Match(const CreditLine& line, std::size_t at, PhraseKind kind) {
  return at < line.words.size() ? PhraseAt(line, at, KindBit(kind)) : nullptr;
}

bool IsAgentWord(const CreditLine& line, std::size_t at) {
  return at < line.words.size() && line.rules->agent_words.contains(line.words[at].key);
}

// One past `,`, `and`, `, and`, `/`; `at` where none stands there.
std::size_t EndOfJoint(const CreditLine& line, std::size_t at) {
  if (at >= line.words.size()) return at;
  if (line.words[at].IsMark(',') || line.words[at].IsMark('/')) ++at;
  if (const Phrase* conjunction = Match(line, at, PhraseKind::kAnd)) at += conjunction->keys.size();
  return at;
}

void AddRolesOf(const Phrase& phrase, std::vector<CreditRole>* roles) {
  for (const CreditRole role : phrase.roles) {
    if (std::find(roles->begin(), roles->end(), role) == roles->end()) roles->push_back(role);
  }
}

// `recueillis à Rome par`, from behind the act.
std::optional<RolePhrase> ActInPlace(const CreditLine& line, std::size_t at,
                                     std::vector<CreditRole> roles) {
  const Phrase* in = Match(line, at, PhraseKind::kIn);
  if (in == nullptr) return std::nullopt;
  const std::size_t begin = at + in->keys.size();
  const std::size_t end = EndOfPlace(line, begin);
  if (end == begin || !IsAgentWord(line, end)) return std::nullopt;
  return RolePhrase{std::move(roles), end + 1, line.Span(begin, end)};
}

std::optional<RolePhrase> JoinedActs(const CreditLine& line, std::size_t begin) {
  std::vector<CreditRole> roles;
  for (std::size_t at = begin; at < line.words.size();) {
    const Phrase* last = at > begin ? Match(line, at, PhraseKind::kRoleBefore) : nullptr;
    const Phrase* act = Match(line, at, PhraseKind::kAct);
    if (last != nullptr && (act == nullptr || act->keys.size() < last->keys.size())) {
      AddRolesOf(*last, &roles);
      return RolePhrase{std::move(roles), at + last->keys.size(), {}};
    }
    if (act == nullptr) break;
    AddRolesOf(*act, &roles);
    const std::size_t end = at + act->keys.size();
    if (auto placed = ActInPlace(line, end, roles)) return placed;
    at = EndOfJoint(line, end);
    if (at == end) {
      // `Text and photos`, `Texte et photos :`
      if (last == nullptr) break;
      return RolePhrase{std::move(roles), end, {}};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<RolePhrase> RolePhraseAt(const CreditLine& line, std::size_t at) {
  if (at >= line.words.size()) return std::nullopt;
  if (Match(line, at, PhraseKind::kAct) != nullptr) {
    if (auto joined = JoinedActs(line, at)) return joined;
  }
  const Phrase* single = Match(line, at, PhraseKind::kRoleBefore);
  if (single == nullptr) return std::nullopt;
  return RolePhrase{single->roles, at + single->keys.size(), {}};
}

std::optional<RolePhrase> UnknownRoleAt(const CreditLine& line, std::size_t at) {
  for (std::size_t end = at; end < line.words.size() && end - at <= kMaxUnknownWords; ++end) {
    if (end > at && line.words[end].IsMark(':')) return RolePhrase{{}, end + 1, {}};
    if (!line.words[end].IsLetters()) break;
    if (end > at && IsAgentWord(line, end)) return RolePhrase{{}, end + 1, {}};
    if (PhraseAt(line, end, kMeaning) != nullptr) break;
  }
  return std::nullopt;
}

}  // namespace calque::internal
