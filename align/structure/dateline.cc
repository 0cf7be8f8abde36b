#include "align/structure/dateline.h"

#include <algorithm>
#include <vector>

#include "align/base/utf8.h"
#include "align/structure/dateline_day.h"
#include "align/structure/words.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kWindow = 240;      // bytes; the longest dateline seen has some 90
constexpr std::size_t kMaxPlaceWords = 8;   // `ABOARD THE U.S.S. …`
constexpr std::size_t kMaxAgencyWords = 5;  // `dpa/lsw`, `Agence France-Presse`
constexpr std::size_t kMinBarePlace = 4;    // letters of a place with neither agency nor date

// What has been read so far, and what speaks for it.
struct Evidence {
  Dateline dateline;
  Date date;  // parts not given are 0
  bool capitals = false;
  bool known_agency = false;
  bool dash = false;
  bool region = false;  // `, Neb.`, `(Syrie)`
  bool place_behind_region = false;
  bool story_follows = false;
};

class DatelineReader {
 public:
  DatelineReader(std::string_view text, ByteSpan paragraph, const DispatchRules& rules)
      : text_(text), paragraph_(paragraph), rules_(rules), words_(SplitWords(text, Window())) {}

  std::optional<Evidence> Read() {
    const bool agency_first = ReadAgency() && ReadDash();
    if (!agency_first) {
      at_ = 0;
      evidence_ = {};
    }
    const bool placed = ReadPlaces();
    while (ReadDate() || ReadRegion() || ReadAgency() || ReadPlaceBehindRegion()) {
    }
    if (Is('.') && at_ + 1 < words_.size() && IsDash(words_[at_ + 1])) ++at_;
    evidence_.dash = ReadDash() && at_ > 0;
    if (Is(':') && !evidence_.dateline.agency.empty()) {
      ++at_;
      evidence_.dash = true;
    }
    if (!placed && !StandsWithoutPlace()) return std::nullopt;
    ReadDateAlone();
    evidence_.story_follows = at_ < words_.size();
    evidence_.dateline.span = {paragraph_.begin, words_[at_ - 1].span.end};
    return evidence_;
  }

 private:
  [[nodiscard]] ByteSpan Window() const {
    std::uint32_t end = std::min(paragraph_.end, paragraph_.begin + kWindow);
    while (!IsCharacterBoundary(text_, end)) --end;
    return {paragraph_.begin, end};
  }
  [[nodiscard]] bool Is(char mark, std::size_t ahead = 0) const {
    return at_ + ahead < words_.size() && words_[at_ + ahead].IsMark(mark);
  }
  [[nodiscard]] bool IsWeekday(std::size_t at) const {
    return at < words_.size() && rules_.weekdays.contains(words_[at].key);
  }

  // Proper words, their particles, and the points of `ST.`; not the last word of prose.
  std::size_t EndOfPlaceName(std::size_t begin) const {
    std::size_t end = begin;
    for (std::size_t at = begin; at < words_.size() && at - begin < kMaxPlaceWords; ++at) {
      const LineWord& word = words_[at];
      if (word.IsProper()) {
        end = at + 1;
      } else if (word.IsMark('.') && word.glued && at > begin && !OpensDash(at + 1)) {
        end = at + 1;
      } else if (!(at > begin && rules_.particles.contains(word.key))) {
        break;
      }
    }
    return end;
  }
  [[nodiscard]] bool OpensDash(std::size_t at) const {
    return at < words_.size() && IsDash(words_[at]);
  }

  bool ReadPlaces() {
    const std::size_t begin = at_;
    const std::size_t end = EndOfPlaceName(at_);
    if (end == at_ || rules_.slugs.contains(words_[at_].key) || IsWeekday(at_) ||
        DayAt(words_, at_, rules_)) {
      return false;
    }
    evidence_.dateline.place = {words_[begin].span.begin, words_[end - 1].span.end};
    at_ = end;
    while (ReadJoinedPlace()) {
    }
    const ByteSpan all = {words_[begin].span.begin, words_[at_ - 1].span.end};
    evidence_.capitals = IsAllCapitals(text_, all);
    return true;
  }

  // `/OSLO`, ` and OSLO`
  bool ReadJoinedPlace() {
    if (at_ + 1 >= words_.size()) return false;
    const bool joined = Is('/') || rules_.phrases.Match(words_, at_, KindBit(PhraseKind::kAnd));
    const std::size_t end = joined ? EndOfPlaceName(at_ + 1) : at_ + 1;
    if (end == at_ + 1) return false;
    at_ = end;
    return true;
  }

  // The second place of `LINCOLN, Neb. / OSLO, Norway (AP) -`.
  bool ReadPlaceBehindRegion() {
    const std::size_t begin = at_ + 1;
    const bool behind = evidence_.region || evidence_.place_behind_region;
    if (!behind || !evidence_.dateline.agency.empty() || !ReadJoinedPlace()) return false;
    evidence_.capitals = evidence_.capitals &&
                         IsAllCapitals(text_, {words_[begin].span.begin, words_[at_ - 1].span.end});
    evidence_.place_behind_region = true;
    evidence_.region = false;
    return true;
  }

  // `, Jan. 5, 2026`, `, 1er janvier`, `, Monday`, `, lundi 5 janvier`
  bool ReadDate() {
    if (!evidence_.dateline.date.empty()) return false;
    std::size_t at = at_ + (Is(',') ? 1 : 0);
    const std::size_t begin = at;
    if (IsWeekday(at)) {
      ++at;
      const bool more = at + 1 < words_.size() && words_[at].IsMark(',') &&
                        (IsMonthAt(words_, at + 1, rules_) || NumberAt(words_, at + 1) > 0);
      if (more) ++at;
    }
    if (const auto day = DayAt(words_, at, rules_)) {
      evidence_.date = day->date;
      at = day->end;
    }
    if (at == begin) return false;
    evidence_.dateline.date = {words_[begin].span.begin, words_[at - 1].span.end};
    at_ = at;
    return true;
  }

  // `Nov 12 (Reuters) -` of a market report.
  [[nodiscard]] bool StandsWithoutPlace() const {
    return evidence_.date.day > 0 && evidence_.known_agency && evidence_.dash;
  }

  // `Paris (AFP) - Oct. 29, 2025`, as pages of the web have it: nothing follows in the paragraph.
  void ReadDateAlone() {
    const std::size_t end = at_;
    if (!evidence_.dash || !evidence_.known_agency || !ReadDate() || at_ == words_.size()) return;
    at_ = end;
    evidence_.dateline.date = {};
    evidence_.date = {};
  }

  // `, Neb.`, `, Germany`, ` (Syrie)`: in brackets only with more of the dateline behind it.
  bool ReadRegion() {
    if (evidence_.region || !evidence_.dateline.agency.empty()) return false;
    const bool bracket = Is('(');
    if (!bracket && !Is(',')) return false;
    const std::size_t end = EndOfPlaceName(at_ + 1);
    if (end == at_ + 1) return false;
    if (bracket) {
      const bool more = end + 1 < words_.size() && words_[end].IsMark(')') &&
                        (words_[end + 1].IsMark(',') || words_[end + 1].IsMark('(') ||
                         words_[end + 1].IsMark('['));
      if (!more) return false;
    }
    at_ = end + (bracket ? 1 : 0);
    evidence_.region = true;
    return true;
  }

  // `(Reuters)`, `[Reuters]`, `(dpa/lsw)`, `/PRNewswire/`
  bool ReadAgency() {
    if (!evidence_.dateline.agency.empty() || !(Is('(') || Is('[') || Is('/'))) return false;
    const char close = Is('(') ? ')' : Is('[') ? ']' : '/';
    const std::size_t begin = at_ + 1;
    // The slash of `OSLO, Norway / BERGEN` opens no agency.
    if (close == '/' && begin < words_.size() && !words_[begin].glued) return false;
    std::size_t end = begin;
    while (end < words_.size() && !words_[end].IsMark(close) && end - begin < kMaxAgencyWords) {
      if (words_[end].shape == WordShape::kNumber) return false;
      ++end;
    }
    if (end == begin || end >= words_.size() || !words_[end].IsMark(close)) return false;
    const bool known = rules_.phrases.Match(words_, begin, KindBit(PhraseKind::kAgency)) != nullptr;
    if (!known && !words_[begin].IsProper()) return false;
    evidence_.known_agency = known;
    evidence_.dateline.agency = {words_[begin].span.begin, words_[end - 1].span.end};
    at_ = end + 1;
    return true;
  }

  bool ReadDash() {
    const std::size_t begin = at_;
    while (at_ < words_.size() && IsDash(words_[at_]) && (at_ == begin || words_[at_].glued)) ++at_;
    return at_ > begin;
  }

  std::string_view text_;
  ByteSpan paragraph_;
  const DispatchRules& rules_;
  std::vector<LineWord> words_;
  std::size_t at_ = 0;
  Evidence evidence_;
};

bool IsDateline(const Evidence& found, std::string_view text) {
  const bool agency = !found.dateline.agency.empty();
  const bool date = !found.dateline.date.empty();
  if (agency && found.dash) return found.capitals || date || found.known_agency;
  if (agency) {
    // Without its dash only beside a date, or as a line of its own (`<dateline>` of a wire).
    return found.capitals && (date || (found.known_agency && !found.story_follows));
  }
  if (!found.dash || !found.capitals || !found.story_follows) return false;
  // `OPEC, Russia and THE EU - what now?` has no more than names.
  if (found.place_behind_region && !date) return false;
  return date || CodePointCount(found.dateline.place.In(text)) >= kMinBarePlace;
}

// Whether the paragraph's first bytes leave room for one: most open with a word of prose and hold
// no bracket.
bool MayOpenDateline(std::string_view paragraph) {
  if (paragraph.empty()) return false;
  const CodePoint first = DecodeAt(paragraph, 0);
  if (IsLower(first.value)) return false;
  const std::string_view window = paragraph.substr(0, kWindow);
  if (window.find_first_of("([/") != std::string_view::npos) return true;
  return !IsDigit(first.value) && first.end < paragraph.size() &&
         !IsLower(DecodeAt(paragraph, first.end).value);
}

}  // namespace

std::optional<DatelineReading> ReadDateline(std::string_view text, ByteSpan paragraph,
                                            const DispatchGrammar& grammar) {
  if (!MayOpenDateline(paragraph.In(text))) return std::nullopt;
  for (const auto& rules : grammar.rule_sets()) {
    const auto found = DatelineReader(text, paragraph, *rules).Read();
    if (!found || !IsDateline(*found, text)) continue;
    // A bare place is for the document's own language to know: another may not know its slugs.
    const bool bare = found->dateline.agency.empty() && found->dateline.date.empty();
    if (bare && rules != grammar.rule_sets().front()) continue;
    DatelineReading reading{found->dateline, std::nullopt};
    if (found->date.year > 0) reading.date = found->date;
    return reading;
  }
  return std::nullopt;
}

}  // namespace calque::internal
