#include "align/fidelity/contradiction.h"

#include <algorithm>
#include <string>
#include <vector>

#include "align/base/utf8.h"
#include "align/entities/spelling.h"
#include "align/fidelity/form.h"
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

// Whether no word of one full name sounds like one of the other.
bool SoundApart(const std::vector<std::string>& ours, const std::vector<std::string>& theirs) {
  if (ours.size() < 2 || theirs.size() < 2) return false;
  return std::ranges::none_of(ours, [&](const std::string& sound) {
    return std::ranges::any_of(theirs, [&](const std::string& other) {
      return EditSimilarity(sound, other) >= kSoundsAlike;
    });
  });
}

}  // namespace

bool IsProper(const LooseName& name) { return name.generic == 0.0F; }

bool IsKind(const LooseName& name, MentionKind kind) {
  return name.mention != nullptr && name.mention->kind == kind;
}

bool SameKind(const LooseName& a, const LooseName& b) {
  return a.mention != nullptr && b.mention != nullptr && a.mention->kind == b.mention->kind;
}

float Alikeness(const SideView& side, const LooseName& a, const SideView& other_side,
                const LooseName& b) {
  const ByteSpan ours = side.SpanOf(a.tokens);
  const ByteSpan theirs = other_side.SpanOf(b.tokens);
  const float form = FormSimilarity(Fold(side.Text(ours)), Fold(other_side.Text(theirs)));
  const auto whole_person = [](const LooseName& name) {
    return IsKind(name, MentionKind::kPerson) && !name.given && !name.family;
  };
  if (!whole_person(a) || !whole_person(b)) return form;
  if (SoundApart(SoundsOf(side, a.tokens), SoundsOf(other_side, b.tokens))) return 0.0F;
  const double sound = EditSimilarity(side.SoundAt(ours), other_side.SoundAt(theirs));
  return std::max(form, static_cast<float>(sound));
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
