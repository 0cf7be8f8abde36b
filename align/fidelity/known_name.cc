#include "align/fidelity/known_name.h"

#include <algorithm>

namespace calque::internal {
namespace {

constexpr std::uint32_t kLongest = 8;  // words of a name in which others are looked for

bool Holds(const KnownName& outer, const ListedName& inner) {
  return std::ranges::any_of(inner.keys,
                             [&](std::string_view key) { return outer.inside.contains(key); });
}

}  // namespace

KnownName KnownNameAt(const SideView& side, ByteSpan span) {
  KnownName name{side.ListedAt(span), {}};
  name.seat = !side.SeatAt(span).empty() || !side.MarketAt(span).empty();
  const IndexRange<Token> words = side.TokensIn(span);
  if (name.whole.keys.empty() || words.size() > kLongest) return name;
  for (std::uint32_t begin = words.begin; begin < words.end; ++begin) {
    for (std::uint32_t end = begin + 1; end <= words.end; ++end) {
      if (end - begin == words.size()) continue;
      name.inside.merge(side.ListedAt(side.SpanOf({begin, end})).keys);
    }
  }
  return name;
}

KnownName KnownNameOf(const SideView& side, const Mention& mention) {
  KnownName name = KnownNameAt(side, mention.span);
  name.person = mention.kind == MentionKind::kPerson && side.TokensIn(mention.span).size() > 1;
  return name;
}

bool AreApart(const KnownName& a, const KnownName& b) {
  if ((a.seat && b.whole.demonym) || (b.seat && a.whole.demonym))
    return !ShareKey(a.whole, b.whole);
  return AreApart(a.whole, b.whole) && !Holds(a, b.whole) && !Holds(b, a.whole);
}

}  // namespace calque::internal
