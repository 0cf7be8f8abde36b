#include "align/structure/desks.h"

#include <algorithm>

#include "align/structure/role_phrases.h"

namespace calque::internal {
namespace {

constexpr std::size_t kMaxWords = 4;    // of its name, before the word for an office
constexpr std::size_t kMaxSubject = 3;  // words behind it

constexpr PhraseKinds kOtherMeaning = KindBit(PhraseKind::kRoleBefore) |
                                      KindBit(PhraseKind::kRoleAfter) | KindBit(PhraseKind::kDuty) |
                                      KindBit(PhraseKind::kWith) | KindBit(PhraseKind::kAnd) |
                                      KindBit(PhraseKind::kAgency);

const Phrase* Match(const CreditLine& line, std::size_t at, PhraseKinds kinds) {
  return at < line.words.size() ? PhraseAt(line, at, kinds) : nullptr;
}

bool ArticleBefore(const CreditLine& line, std::size_t at) {
  return at > 0 && !line.words[at - 1].IsProper() &&
         Match(line, at - 1, KindBit(PhraseKind::kFiller)) != nullptr;
}

// `La Croix`, `Le Courrier`: a paper or a place that has its article.
bool OpensWithArticle(const CreditLine& line, std::size_t at) {
  return line.words[at].IsProper() && line.rules->articles.contains(line.words[at].key);
}

// `Service français : Anne Roy`, `rédaction française Anne Roy`: a desk for what she did. By itself
// it is the desk.
bool PersonFollows(const CreditLine& line, std::size_t at) {
  const LineWord& last = line.words[at - 1];
  if (!last.IsLetters() || line.rules->agent_words.contains(last.key)) return true;
  if (at >= line.words.size()) return false;
  if (line.words[at].IsMark(':')) return true;
  return PhraseAt(line, at, kOtherMeaning) == nullptr && EndOfName(line, at) > at + 1;
}

// `rédaction de` may open a desk or say what a person did: `la rédaction de Londres`, `rédaction
// de Ugo Ferri`. A place has an article before the desk, one word, or is known.
bool IsRoleOfPerson(const CreditLine& line, std::size_t at, std::size_t head_end) {
  const auto role = RolePhraseAt(line, at);
  if (!role || role->end < head_end) return false;
  if (role->end > head_end) return PersonFollows(line, role->end);
  if (ArticleBefore(line, at)) return false;
  const std::size_t end = EndOfPlace(line, head_end);
  return end > head_end + 1 && !IsPlaceOfSeveralWords(line, head_end, end);
}

// `bureau de Manille`, `Bureau Washington`, `rédaction en ligne`
std::optional<Desk> OfficeFirst(const CreditLine& line, std::size_t at) {
  const Phrase* head =
      Match(line, at, KindBit(PhraseKind::kDeskBefore) | KindBit(PhraseKind::kTeamBefore));
  if (head == nullptr) return std::nullopt;
  const std::size_t begin = at + head->keys.size();
  if (IsRoleOfPerson(line, at, begin)) return std::nullopt;
  const bool team = head->kind == PhraseKind::kTeamBefore;
  if (const Phrase* agency = Match(line, begin, KindBit(PhraseKind::kAgency))) {
    const bool preposition = line.rules->particles.contains(head->keys.back());
    if (preposition) return Desk{at, begin + agency->keys.size(), {}};
  }
  const std::size_t place = begin < line.words.size() ? EndOfPlace(line, begin) : begin;
  // `rédaction de La Haye`, but `Rédaction Le Courrier`
  const bool preposition = line.rules->particles.contains(head->keys.back());
  if (place > begin && !team && (preposition || !OpensWithArticle(line, begin))) {
    const std::size_t end = EndOfPlaceList(line, place);
    return Desk{at, end, line.Span(begin, end)};
  }
  std::size_t end = begin;
  while (end < line.words.size() && line.words[end].IsLetters() &&
         PhraseAt(line, end, kOtherMeaning) == nullptr) {
    ++end;
  }
  // `Bureau de tabac` is none, nor is what opens a sentence.
  if ((team && end == begin) || preposition || end > begin + kMaxSubject) return std::nullopt;
  return Desk{at, end, {}};
}

// `Beijing and Shanghai newsrooms`
std::optional<Desk> OfficesLast(const CreditLine& line, std::size_t begin) {
  if (Match(line, begin, KindBit(PhraseKind::kAgency)) != nullptr) return std::nullopt;
  const std::size_t first = EndOfPlace(line, begin);
  if (first != begin + 1 && !IsPlaceOfSeveralWords(line, begin, first)) return std::nullopt;
  const std::size_t last = EndOfPlaceList(line, first);
  const Phrase* offices = Match(line, last, KindBit(PhraseKind::kDesksAfter));
  if (offices == nullptr) return std::nullopt;
  return Desk{begin, last + offices->keys.size(), line.Span(begin, last)};
}

// The word for an office behind `begin`, `Bengaluru newsroom`, `Reuters staff`, and where it is.
const Phrase* OfficeBehind(const CreditLine& line, std::size_t begin, std::size_t* found) {
  constexpr PhraseKinds kOffice = KindBit(PhraseKind::kDeskAfter) |
                                  KindBit(PhraseKind::kDesksAfter) |
                                  KindBit(PhraseKind::kTeamAfter);
  for (std::size_t at = begin; at < line.words.size() && at - begin <= kMaxWords; ++at) {
    const bool short_form = at > begin && line.words[at].IsMark('.') && line.words[at].glued &&
                            line.rules->short_forms.contains(line.words[at - 1].key);
    if (!line.words[at].IsLetters() && !short_form) return nullptr;
    *found = at;
    if (at > begin) {
      const Phrase* office = PhraseAt(line, at, kOffice | KindBit(PhraseKind::kFunction));
      if (office != nullptr) return office->kind == PhraseKind::kFunction ? nullptr : office;
    }
    const Phrase* stop = PhraseAt(line, at, kOtherMeaning);
    if (stop != nullptr && stop->kind != PhraseKind::kAgency) return nullptr;
  }
  return nullptr;
}

// What a desk covers is no place: `London markets desk`, `Foreign Desk`.
ByteSpan PlaceIn(const CreditLine& line, std::size_t begin, std::size_t end) {
  std::size_t limit = begin;
  while (limit < end && !line.rules->desk_subjects.contains(line.words[limit].key)) ++limit;
  const std::size_t first = std::min(EndOfPlace(line, begin), limit);
  if (first == begin) return {};
  return line.Span(begin, first);
}

std::optional<Desk> OfficeLast(const CreditLine& line, std::size_t at) {
  if (const Phrase* article = Match(line, at, KindBit(PhraseKind::kFiller))) {
    at += article->keys.size();
  }
  if (at >= line.words.size()) return std::nullopt;
  if (auto offices = OfficesLast(line, at)) return offices;
  std::size_t office_at = at;
  const Phrase* office = OfficeBehind(line, at, &office_at);
  if (office == nullptr) return std::nullopt;
  const std::size_t end = office_at + office->keys.size();
  const bool agency = Match(line, at, KindBit(PhraseKind::kAgency)) != nullptr;
  const bool placed = office->kind != PhraseKind::kTeamAfter && !agency;
  return Desk{at, end, placed ? PlaceIn(line, at, office_at) : ByteSpan{}, !placed && !agency};
}

}  // namespace

std::optional<Desk> DeskAt(const CreditLine& line, std::size_t at) {
  if (auto desk = OfficeLast(line, at)) return desk;
  return OfficeFirst(line, at);
}

std::optional<Desk> BylineDeskAt(const CreditLine& line, std::size_t at) {
  const Phrase* desk = Match(line, at, KindBit(PhraseKind::kDesk));
  if (desk == nullptr) return std::nullopt;
  return Desk{at, at + desk->keys.size(), {}};
}

}  // namespace calque::internal
