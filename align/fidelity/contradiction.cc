#include "align/fidelity/contradiction.h"

#include <algorithm>
#include <string>
#include <vector>

#include "align/entities/spelling.h"
#include "align/fidelity/known_name.h"

namespace calque::internal {
namespace {

constexpr float kKeepsForm = 0.9F;      // LooseName::expected, least
constexpr float kNoTranslation = 0.1F;  // LooseName::lexical, most
constexpr float kUnlike = 0.4F;         // FormSimilarity, most

constexpr double kSoundsAlike = 0.55;  // EditSimilarity of two words by their sound, least

std::vector<std::string> SoundsOf(const SideView& side, IndexRange<Token> words) {
  std::vector<std::string> sounds;
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    sounds.push_back(side.SoundAt(side.SpanOf({i, i + 1})));
  }
  return sounds;
}

}  // namespace

bool SoundApart(const SideView& side, const LooseName& a, const SideView& other_side,
                const LooseName& b) {
  const auto full = [](const LooseName& name) {
    return IsKind(name, MentionKind::kPerson) && name.tokens.size() > 1;
  };
  if (!full(a) || !full(b)) return false;
  const std::vector<std::string> theirs = SoundsOf(other_side, b.tokens);
  return std::ranges::none_of(SoundsOf(side, a.tokens), [&](const std::string& ours) {
    return std::ranges::any_of(theirs, [&](const std::string& sound) {
      return EditSimilarity(ours, sound) >= kSoundsAlike;
    });
  });
}

bool IsProper(const LooseName& name) { return name.generic == 0.0F; }

bool IsKind(const LooseName& name, MentionKind kind) {
  return name.mention != nullptr && name.mention->kind == kind;
}

bool SameKind(const LooseName& a, const LooseName& b) {
  return a.mention != nullptr && b.mention != nullptr && a.mention->kind == b.mention->kind;
}

bool UnlikeWords(const LooseName& a, const LooseName& b, float alike) {
  const bool keep = std::min(a.expected, b.expected) >= kKeepsForm &&
                    std::max(a.lexical, b.lexical) <= kNoTranslation;
  const bool proper = IsProper(a) && IsProper(b) && !a.lower && !b.lower;
  return proper && keep && alike <= kUnlike;
}

bool UnlikeNames(const LooseName& a, const LooseName& b, float alike) {
  // Given names are translated where the family name answers: `Giovanni Domenico`,
  // `Jean-Dominique`.
  const bool given = a.given || b.given;
  return SameKind(a, b) && !given && UnlikeWords(a, b, alike);
}

CityOrCountry CityOrCountryAt(const SideView& side, ByteSpan span) {
  CityOrCountry place{side.SeatAt(span), side.MarketAt(span), {}};
  place.keys = side.ListedAt(span).keys;
  const std::size_t hyphen = side.Text(span).find('-');
  if (place.keys.empty() && hyphen != std::string_view::npos) {  // `Saudi-led`
    const auto end = span.begin + static_cast<std::uint32_t>(hyphen);
    place.keys = side.ListedAt({span.begin, end}).keys;
  }
  return place;
}

bool StandForEachOther(const CityOrCountry& a, const CityOrCountry& b) {
  const auto is_of = [](std::string_view country, const CityOrCountry& other) {
    return !country.empty() && other.keys.contains(country);
  };
  return is_of(a.seat_of, b) || is_of(a.market_of, b) || is_of(b.seat_of, a) ||
         is_of(b.market_of, a) || (!a.seat_of.empty() && a.seat_of == b.seat_of);
}

bool ListedApart(const SideView& side, const LooseName& a, const SideView& other_side,
                 const LooseName& b) {
  return SameKind(a, b) && AreApart(KnownNameAt(side, side.SpanOf(a.tokens)),
                                    KnownNameAt(other_side, other_side.SpanOf(b.tokens)));
}

}  // namespace calque::internal
