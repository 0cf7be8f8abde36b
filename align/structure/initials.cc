#include "align/structure/initials.h"

#include <algorithm>

#include "align/structure/words.h"

namespace calque::internal {
namespace {

constexpr std::size_t kMaxLine = 48;
constexpr std::size_t kMaxInitials = 5;

Credit MakeCredit(std::string_view text, CreditRole role, ByteSpan span) {
  Credit credit;
  credit.role = role;
  credit.name = std::string(span.In(text));
  credit.span = span;
  return credit;
}

bool IsBureau(std::string_view group) { return group == "bur" || group == "burs"; }

bool IsGroup(std::string_view group) {
  return !group.empty() && group.size() <= kMaxInitials &&
         std::all_of(group.begin(), group.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::vector<Credit> CreditsOfInitials(std::string_view text, ByteSpan line) {
  if (line.size() > kMaxLine) return {};
  std::vector<Credit> credits;
  const std::string_view inner = line.In(text);
  bool several = false;
  for (std::size_t begin = 0; begin <= inner.size();) {
    const std::size_t end = std::min(inner.find_first_of("/-", begin), inner.size());
    const std::string_view group = inner.substr(begin, end - begin);
    if (!IsGroup(group)) return {};
    const char mark = end < inner.size() ? inner[end] : '/';
    // The hyphen stands behind the bureau only.
    if (mark == '-' && !IsBureau(group)) return {};
    several = several || end < inner.size();
    const auto at = line.begin + static_cast<std::uint32_t>(begin);
    const ByteSpan span = {at, at + static_cast<std::uint32_t>(group.size())};
    credits.push_back(
        MakeCredit(text, IsBureau(group) ? CreditRole::kDesk : CreditRole::kInitials, span));
    begin = end + 1;
  }
  return several ? credits : std::vector<Credit>{};
}

}  // namespace calque::internal
