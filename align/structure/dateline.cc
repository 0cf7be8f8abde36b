#include "align/structure/dateline.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "align/base/utf8.h"
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
    while (ReadDate() || ReadRegion() || ReadAgency()) {
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
  [[nodiscard]] bool IsMonth(std::size_t at) const {
    return at < words_.size() && rules_.months.contains(words_[at].key);
  }
  [[nodiscard]] bool IsWeekday(std::size_t at) const {
    return at < words_.size() && rules_.weekdays.contains(words_[at].key);
  }
  [[nodiscard]] int Number(std::size_t at) const {
    int value = 0;
    if (at >= words_.size() || words_[at].shape != WordShape::kNumber) return 0;
    const std::string& key = words_[at].key;
    std::from_chars(key.data(), key.data() + key.size(), value);
    return key.size() <= 4 ? value : 0;
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
        EndOfDay(at_) > at_) {
      return false;
    }
    evidence_.dateline.place = {words_[begin].span.begin, words_[end - 1].span.end};
    at_ = end;
    while (at_ + 1 < words_.size()) {
      const bool joined = Is('/') || rules_.phrases.Match(words_, at_, KindBit(PhraseKind::kAnd));
      const std::size_t next = joined ? EndOfPlaceName(at_ + 1) : at_ + 1;
      if (!joined || next == at_ + 1) break;
      at_ = next;
    }
    const ByteSpan all = {words_[begin].span.begin, words_[at_ - 1].span.end};
    evidence_.capitals = IsAllCapitals(text_, all);
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
                        (IsMonth(at + 1) || Number(at + 1) > 0);
      if (more) ++at;
    }
    at = EndOfDay(at);
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

  // `10:15`, `10:15:00 UTC` behind an ISO date
  std::size_t EndOfTime(std::size_t at) const {
    std::size_t end = at;
    while (end + 2 < words_.size() && words_[end].shape == WordShape::kNumber &&
           words_[end + 1].IsMark(':') && words_[end + 2].shape == WordShape::kNumber) {
      end += 2;
    }
    if (end == at) return at;
    const bool zone =
        end + 1 < words_.size() && (words_[end + 1].key == "utc" || words_[end + 1].key == "gmt");
    return end + (zone ? 2 : 1);
  }

  // `1996-08-20`, as RCV1 has it
  std::size_t EndOfIsoDay(std::size_t at) {
    constexpr std::size_t kParts = 5;
    if (at + kParts > words_.size() || Number(at) < 1000) return at;
    for (const std::size_t dash : {at + 1, at + 3}) {
      if (!words_[dash].IsMark('-') || !words_[dash].glued) return at;
    }
    const int month = Number(at + 2);
    const int day = Number(at + 4);
    if (month < 1 || month > 12 || day < 1 || day > 31) return at;
    evidence_.date = {static_cast<std::int16_t>(Number(at)), static_cast<std::uint8_t>(month),
                      static_cast<std::uint8_t>(day)};
    return EndOfTime(at + kParts);
  }

  std::size_t EndOfDay(std::size_t at) {
    if (const std::size_t end = EndOfIsoDay(at); end > at) return end;
    const bool month_first = IsMonth(at);
    const std::size_t month = month_first ? at : at + 1;
    if (!IsMonth(month)) return at;
    std::size_t day = month_first ? at + 1 : at;
    if (month_first && day < words_.size() && words_[day].IsMark('.')) ++day;
    if (Number(day) < 1 || Number(day) > 31) return at;
    evidence_.date.month = static_cast<std::uint8_t>(rules_.months.find(words_[month].key)->second);
    evidence_.date.day = static_cast<std::uint8_t>(Number(day));
    std::size_t end = std::max(day, month) + 1;
    const bool point = !month_first && end < words_.size() && words_[end].IsMark('.') &&
                       words_[end].glued && !OpensDash(end + 1);
    if (point) ++end;
    const std::size_t year = end + (end < words_.size() && words_[end].IsMark(',') ? 1 : 0);
    if (Number(year) < 1000) return end;
    evidence_.date.year = static_cast<std::int16_t>(Number(year));
    return year + 1;
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
