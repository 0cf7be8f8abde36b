// The words that values are written with, in one language, compiled from its data: phrases of
// folded words in a trie, each with the roles it can play.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/base/string_hash.h"

namespace calque::internal {

// What a phrase can be in a value. `number` and `text` of a Term are what each comment says.
enum class Role : std::uint8_t {
  kCardinal,           // number: `seven` 7, `quatre-vingt` 80
  kDecimalWord,        // text: the number itself, `anderthalb` 1.5
  kCompoundPart,       // number: inside a compound only, `vent` of `ventotto`, `cent` 100
  kHundred,            // multiplies what stands before it
  kScale,              // number: the power of ten, `million` 6
  kScaleSign,          // the same, behind digits only: `bn`, `Md`
  kBare,               // a hundred or scale that stands alone: `cent`, `mille`
  kAnd,                // joins parts of a number: `and`, `et`
  kArticle,            // one, before a scale, a collective or a fraction: `a`
  kCollective,         // text: an amount, `12`, `~20`
  kVague,              // number: the power of ten, `hundreds` 2
  kPartial,            // text: a decimal before a scale, a collective or a unit: `half a` 0.5
  kDecimalPoint,       // between spelled digits: `point`, `virgule`
  kAndFraction,        // text: a decimal added to what stands before: `and a half` 0.5
  kWeak,               // number: a word that implies it, `both` 2
  kCorrelative,        // one of them that counts nothing before an `and`: `both` here and there
  kOrdinal,            // number: `first` 1, `vingtième` 20
  kOrdinalSuffix,      // behind digits, `21st`, or Roman digits, `XXIe`; number: the only one it
                       // follows, `er` 1; 0 any
  kDenominator,        // number: `third` 3
  kHalf,               // `half`, `moitié`
  kShareLead,          // before a fraction that is also an ordinal: `by` a third
  kShareTail,          // and behind it: `since`
  kOutOf,              // between a share and its whole: `sur`, `out of`
  kOutOfNear,          // the same with nothing else between the two: `in`
  kMultiple,           // number: `twice` 2
  kTimes,              // behind a number: `times`, `fois`
  kPercent,            // `percent`, `%`
  kCurrency,           // text: ISO 4217 code
  kWeighLead,          // before a currency that is also a unit of weight: `weighs`
  kWeighed,            // and behind it: `bomb` of a `500-pound bomb`
  kCurrencySign,       // the same, before the number too: `US$`
  kUnit,               // text: a unit of units.h, `km`
  kDuration,           // text: amount and unit, `1 week`, `10 year`
  kPeriodLead,         // before periods that are also fractions: `first` three quarters
  kPeriodTail,         // and behind them: `in a row`
  kCounted,            // what is counted by the million, not the metre: `people` of `5m people`
  kOf,                 // between a scale and what is counted: `de`, `d'`, `of`
  kFiller,             // between a number and its unit: `premières`, `last`
  kRange,              // between the ends of a range: `to`, `à`
  kRangeLead,          // before its start: `from`, `de`
  kScoreJoint,         // between two figures, the larger first: `to`, `à`
  kVoteJoint,          // between those of a vote: `voix contre`, `votes to`
  kMinus,              // a word for the sign: `minus`, `moins`
  kWeekday,            // number: 1 Monday – 7 Sunday
  kMonth,              // number: 1–12
  kMonthAbbreviation,  // the same, beside a day or a year only
  kMonthLead,          // before a month that is also another word: `in`, `last`
  kAmbiguous,          // a month that is also another word: `may`, `mars`
  kDecadeLead,         // before the years of a decade: `années`, `the`
  kDecadeSuffix,       // behind them: `s` of `1990s`
  kDecade,             // number: `nineties` 90
  kCountEnd,           // behind a number that counts nothing: `19 sec 46 en finale`
  kAgeLead,            // before a decade that is an age: `his`, `her mid`
  kCentury,            // `century`, `siècle`
  kYearPart,           // number: how many make a year, `quarter` 4, `semestre` 2
  kMeridiem,           // number: hours to add, `a.m.` 0, `p.m.` 12
  kHour,               // between hours and minutes: `h`, `heures`
  kClock,              // behind hours: `o'clock`, `Uhr`
  kClockLead,          // before hours that are not a duration: `à`
  kClockShift,         // behind hours; number: minutes to add, `moins le quart` −15
  kClockShiftLead,     // before them: `half past` 30, `quarter to` −15
  kZone,               // number: minutes east of Greenwich, `GMT` 0
  kSummerZone,         // the same in winter, of a zone that goes an hour further in summer
  kKey,                // text: the key of the whole phrase, `yesterday` relative:-1:day; empty
                       // where its words are no value, `quart de finale`
};

// Roles as a set.
using Roles = std::uint64_t;
[[nodiscard]] constexpr Roles RoleBit(Role role) { return Roles{1} << static_cast<unsigned>(role); }

struct Term {
  Role role = Role::kCardinal;
  std::int64_t number = 0;
  std::string text;
  bool capital = false;  // the text must have a capital too: `May`, `EUR`, `Go`
};

// Conventions of a language that are no words.
struct ValueConventions {
  char32_t decimal_sign = U'.';
  char32_t group_sign = U',';
  bool day_first = true;                  // 05/01 is the fifth of January
  bool compound_numbers = false;          // `fünfundzwanzig` is one word
  std::vector<std::int64_t> and_after;    // what an `and` follows: 1 units, 10 tens, 100, 1000 up
  std::vector<std::int64_t> and_before;   // the only numbers it precedes; empty: all
  std::vector<std::int64_t> teens_after;  // 60 and 80 of `soixante-dix`, `quatre-vingt-dix`
};

struct ValueVocabulary {
  ValueConventions conventions;

  // Adds `phrase`, split as texts are (see Lex in lexemes.h), hyphens left out. A phrase that
  // starts with a capital is found only where the text has one.
  void Add(std::string_view phrase, Term term);

  // The number of a folded word or sign; 0 where no phrase holds it.
  [[nodiscard]] std::uint32_t WordId(std::string_view folded) const;

  // One step of the trie; the root is 0, and 0 is returned where there is no such phrase.
  [[nodiscard]] std::uint32_t Next(std::uint32_t node, std::uint32_t word) const;
  // The term of `role` that ends at `node`, or null.
  [[nodiscard]] const Term* Find(std::uint32_t node, Role role) const;
  // Whether some phrase starts with this word; whether one that has one of the roles does.
  [[nodiscard]] bool MayStart(std::uint32_t word) const { return MayStart(word, ~Roles{0}); }
  [[nodiscard]] bool MayStart(std::uint32_t word, Roles roles) const {
    return word != 0 && (start_roles_[word] & roles) != 0;
  }

  // The value of one word made of several number words, `fünfundzwanzig`.
  [[nodiscard]] std::optional<std::int64_t> CompoundValue(std::string_view folded) const;

 private:
  struct Node {
    std::vector<Term> terms;
  };
  StringMap<std::uint32_t> ids_;
  std::vector<Roles> start_roles_;  // by word id
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::vector<Node> nodes_ = std::vector<Node>(1);
};

}  // namespace calque::internal
