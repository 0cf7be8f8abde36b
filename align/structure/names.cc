#include "align/structure/names.h"

#include <algorithm>

#include "align/base/marks.h"
#include "align/base/utf8.h"
#include "align/structure/role_phrases.h"

namespace calque::internal {
namespace {

constexpr std::size_t kMaxWords = 9;  // of a name or place, marks included

constexpr PhraseKinds kSmallWords = KindBit(PhraseKind::kAnd) | KindBit(PhraseKind::kIn) |
                                    KindBit(PhraseKind::kWith) | KindBit(PhraseKind::kFiller);
constexpr PhraseKinds kEndsName =
    KindBit(PhraseKind::kRoleBefore) | KindBit(PhraseKind::kRoleAfter) |
    KindBit(PhraseKind::kDuty) | KindBit(PhraseKind::kAnd) | KindBit(PhraseKind::kIn) |
    KindBit(PhraseKind::kWith) | KindBit(PhraseKind::kAgency) | KindBit(PhraseKind::kDeskAfter) |
    KindBit(PhraseKind::kDesksAfter) | KindBit(PhraseKind::kTeamAfter) |
    KindBit(PhraseKind::kFunction);

bool IsQuoteIn(std::string_view text, const LineWord& word) {
  return word.shape == WordShape::kMark && IsQuote(DecodeAt(text, word.span.begin).value);
}

// A run of words from `begin`, extended one step at a time.
class Run {
 public:
  Run(const CreditLine& line, std::size_t begin, PhraseKinds stops)
      : line_(line), begin_(begin), at_(begin), stops_(stops) {}

  // Whether there was a further word of the name.
  bool Step() {
    if (at_ >= line_.words.size() || at_ - begin_ >= kMaxWords) return false;
    const LineWord& word = line_.words[at_];
    if (EndsWordBefore(at_)) {
      ++at_;
      return true;
    }
    if (at_ > begin_ && StopsAt(at_)) return false;
    if (const std::size_t nickname = EndOfNickname(at_); nickname > at_) {
      at_ = nickname;
      return true;
    }
    if (!(word.IsLetters() ? TakesWord(word) : TakesMark(word))) return false;
    ++at_;
    return true;
  }

  // One past the last word, dangling particles and marks left out.
  [[nodiscard]] std::size_t End() const {
    std::size_t end = at_;
    while (end > begin_ && !IsNameWord(line_.words[end - 1]) && !IsPoint(end - 1) &&
           !EndsWordBefore(end - 1)) {
      --end;
    }
    return end;
  }
  [[nodiscard]] bool HasNameWord() const {
    return std::any_of(
        line_.words.begin() + static_cast<std::ptrdiff_t>(begin_),
        line_.words.begin() + static_cast<std::ptrdiff_t>(End()),
        [&](const LineWord& word) { return IsNameWord(word) && word.key.size() > 1; });
  }

 private:
  // A role of several acts, `Writing and editing by`, ends a name as one of one does.
  [[nodiscard]] bool StopsAt(std::size_t at) const {
    if (StandsBeforeClitic(at)) return false;
    if (PhraseAt(line_, at, stops_) != nullptr) return true;
    return PhraseAt(line_, at, KindBit(PhraseKind::kAct)) != nullptr &&
           RolePhraseAt(line_, at).has_value();
  }
  // One past the `"Bo"` of `Robert "Bo" Marshall`; `at` where there is none.
  [[nodiscard]] std::size_t EndOfNickname(std::size_t at) const {
    constexpr std::size_t kMost = 3;  // words
    if (at == begin_ || !IsQuoteIn(line_.text, line_.words[at])) return at;
    std::size_t end = at + 1;
    while (end < line_.words.size() && end - at <= kMost && line_.words[end].IsLetters()) ++end;
    const bool closed =
        end > at + 1 && end + 1 < line_.words.size() && IsQuoteIn(line_.text, line_.words[end]);
    return closed && IsNameWord(line_.words[at + 1]) && IsNameWord(line_.words[end + 1]) ? end + 1
                                                                                         : at;
  }
  [[nodiscard]] bool IsNameWord(const LineWord& word) const {
    return word.IsProper() || HasParticlePrefix(word) ||
           (line_.letter_case == CreditLine::Case::kLower && word.IsLetters());
  }
  // The `a` of `Sana'a`, the `hamed` of `M'hamed`: words are cut behind an apostrophe.
  [[nodiscard]] bool EndsWordBefore(std::size_t at) const {
    if (at <= begin_ || !line_.words[at].glued || !line_.words[at].IsLetters()) return false;
    const LineWord& before = line_.words[at - 1];
    const bool long_enough = before.key.size() > 2 || line_.words[at].key.size() > 2;  // no `I'm`
    return before.IsProper() && before.key.ends_with('\'') && long_enough &&
           !line_.rules->particles.contains(before.key) &&
           line_.words[at].shape == WordShape::kLower;
  }
  // The `'t` of `Jan in 't Veld`, whose `in` opens no place.
  [[nodiscard]] bool StandsBeforeClitic(std::size_t at) const {
    if (at + 1 >= line_.words.size()) return false;
    const std::string& key = line_.words[at + 1].key;
    return key.starts_with('\'') && line_.rules->particles.contains(key);
  }
  // `al-Rashid`
  [[nodiscard]] bool HasParticlePrefix(const LineWord& word) const {
    const std::size_t hyphen = word.key.find('-');
    if (hyphen == std::string::npos || !word.IsLetters()) return false;
    if (!line_.rules->particles.contains(word.key.substr(0, hyphen))) return false;
    const std::string_view written = word.span.In(line_.text);
    const std::size_t at = written.find('-');
    return at != std::string_view::npos && at + 1 < written.size() &&
           IsUpper(DecodeAt(written, at + 1).value);
  }
  // A point that ends an initial or a short form.
  [[nodiscard]] bool IsPoint(std::size_t at) const {
    return at > begin_ && line_.words[at].IsMark('.') && line_.words[at].glued &&
           IsNameWord(line_.words[at - 1]);
  }
  [[nodiscard]] bool ProperFollows(std::size_t at) const {
    while (at < line_.words.size() && line_.rules->particles.contains(line_.words[at].key) &&
           !line_.words[at].IsProper()) {
      ++at;
    }
    return at < line_.words.size() && line_.words[at].IsProper();
  }
  [[nodiscard]] bool TakesWord(const LineWord& word) const {
    if (IsNameWord(word)) return true;
    const bool particle = line_.rules->particles.contains(word.key) || StandsBeforeClitic(at_);
    return particle && ProperFollows(at_ + 1);
  }
  [[nodiscard]] bool TakesMark(const LineWord& mark) const {
    if (at_ == begin_ || !mark.glued) return false;
    const LineWord& before = line_.words[at_ - 1];
    if (mark.IsMark('.')) return TakesPoint(before);
    // The hyphen of `J.-P.`
    return IsDash(mark) && before.IsMark('.') && at_ + 1 < line_.words.size() &&
           line_.words[at_ + 1].IsProper() && line_.words[at_ + 1].glued;
  }
  [[nodiscard]] bool TakesPoint(const LineWord& before) const {
    if (!IsNameWord(before)) return false;
    if (CodePointCount(before.span.In(line_.text)) == 1) return true;
    if (line_.rules->suffixes.contains(before.key)) return true;
    return line_.rules->short_forms.contains(before.key) && at_ + 1 < line_.words.size();
  }

  const CreditLine& line_;
  std::size_t begin_;
  std::size_t at_;
  PhraseKinds stops_;
};

CreditLine::Case CaseOf(std::string_view text, ByteSpan span) {
  bool lower = false;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const CodePoint c = DecodeAt(text, at);
    at = c.end;
    if (IsUpper(c.value)) {
      return IsAllCapitals(text, span) ? CreditLine::Case::kUpper : CreditLine::Case::kMixed;
    }
    lower = lower || IsLower(c.value);
  }
  return lower ? CreditLine::Case::kLower : CreditLine::Case::kMixed;
}

}  // namespace

CreditLine MakeCreditLine(std::string_view text, ByteSpan span, const DispatchRules& rules) {
  return {text, SplitWords(text, span), &rules, CaseOf(text, span)};
}

const Phrase* PhraseAt(const CreditLine& line, std::size_t at, PhraseKinds kinds) {
  const LineWord& word = line.words[at];
  const bool initial = word.key.size() == 1 && at + 1 < line.words.size() &&
                       line.words[at + 1].IsMark('.') && line.words[at + 1].glued;
  const bool behind_mark = at == 0 || !line.words[at - 1].IsLetters();
  const bool small_words_count = word.shape != WordShape::kCapital || behind_mark ||
                                 line.letter_case == CreditLine::Case::kUpper;
  if (initial || !small_words_count) kinds &= ~kSmallWords;
  const Phrase* phrase = line.rules->phrases.Match(line.words, at, kinds);
  // The `ap` of `Rhys ap Gwilym` is no agency; `avec afp` names one.
  constexpr std::size_t kShortest = 3;
  const bool too_short = phrase != nullptr && phrase->kind == PhraseKind::kAgency &&
                         phrase->keys.size() == 1 && word.key.size() < kShortest &&
                         word.shape == WordShape::kLower;
  return too_short && line.letter_case != CreditLine::Case::kLower ? nullptr : phrase;
}

std::size_t EndOfName(const CreditLine& line, std::size_t at) {
  if (at >= line.words.size()) return at;
  const LineWord& first = line.words[at];
  const DispatchRules& rules = *line.rules;
  const bool initial = first.key.size() == 1 && at + 1 < line.words.size() &&
                       line.words[at + 1].IsMark('.') && line.words[at + 1].glued;
  if (!initial && rules.not_names.contains(first.key)) return at;
  Run run(line, at, kEndsName);
  while (run.Step()) {
  }
  const std::size_t end = run.End();
  if (end == at || !run.HasNameWord()) return at;
  const bool no_name_alone = rules.weekdays.contains(first.key) ||
                             rules.months.contains(first.key) ||
                             rules.not_alone.contains(first.key);
  return end == at + 1 && no_name_alone ? at : end;
}

std::size_t EndOfPlace(const CreditLine& line, std::size_t at) {
  std::size_t begin = at;
  while (begin < line.words.size() &&
         PhraseAt(line, begin, KindBit(PhraseKind::kFiller)) != nullptr &&
         !line.words[begin].IsProper()) {
    ++begin;
  }
  if (begin >= line.words.size()) return at;
  Run run(line, begin, kEndsName & ~KindBit(PhraseKind::kAgency));
  while (run.Step()) {
  }
  return run.HasNameWord() ? run.End() : at;
}

namespace {

// `Bergen`, `L'Aquila`
bool IsOneWord(const CreditLine& line, std::size_t begin, std::size_t end) {
  if (end == begin + 1) return true;
  return end == begin + 2 && line.words[begin + 1].glued &&
         line.rules->articles.contains(line.words[begin].key);
}

// One past `D.C.`; `at` where no abbreviation of letters stands there.
std::size_t EndOfAbbreviation(const CreditLine& line, std::size_t at) {
  std::size_t end = at;
  while (end + 1 < line.words.size() && line.words[end].IsProper() &&
         line.words[end].key.size() == 1 && line.words[end + 1].IsMark('.')) {
    end += 2;
  }
  const bool name_follows = end < line.words.size() && line.words[end].IsProper();
  return end > at + 2 && !name_follows ? end : at;
}

}  // namespace

bool IsPlaceOfSeveralWords(const CreditLine& line, std::size_t begin, std::size_t end) {
  if (end < begin + 2) return false;
  const DispatchRules& rules = *line.rules;
  if (rules.place_openers.contains(line.words[begin].key)) return true;
  if (rules.place_closers.contains(line.words[end - 1].key)) return true;
  const Phrase* place = PhraseAt(line, begin, KindBit(PhraseKind::kPlaceName));
  return place != nullptr && begin + place->keys.size() == end;
}

std::size_t EndOfPlaceList(const CreditLine& line, std::size_t end) {
  constexpr PhraseKinds kNoPlace = KindBit(PhraseKind::kRoleBefore) |
                                   KindBit(PhraseKind::kRoleAfter) | KindBit(PhraseKind::kDuty) |
                                   KindBit(PhraseKind::kWith) | KindBit(PhraseKind::kAnd) |
                                   KindBit(PhraseKind::kAgency);
  while (end + 1 < line.words.size()) {
    std::size_t next = end;
    if (line.words[next].IsMark(',')) ++next;
    const Phrase* conjunction = PhraseAt(line, next, KindBit(PhraseKind::kAnd));
    if (conjunction != nullptr) next += conjunction->keys.size();
    if (next == end || next >= line.words.size()) break;
    // The second `d'` of `bureaux de Dakar et d'Abidjan`
    if (line.rules->particles.contains(line.words[next].key) && !line.words[next].IsProper()) {
      ++next;
    }
    if (next >= line.words.size() || !line.words[next].IsProper()) break;
    if (PhraseAt(line, next, kNoPlace) != nullptr) break;
    const std::size_t abbreviation = EndOfAbbreviation(line, next);
    const std::size_t item_end = abbreviation > next ? abbreviation : EndOfPlace(line, next);
    if (abbreviation == next && !IsOneWord(line, next, item_end) &&
        !IsPlaceOfSeveralWords(line, next, item_end))
      break;
    if (item_end < line.words.size() &&
        PhraseAt(line, item_end, KindBit(PhraseKind::kIn)) != nullptr) {
      break;
    }
    end = item_end;
  }
  return end;
}

}  // namespace calque::internal
