// The `values` section of a language file and ICU's CLDR names, compiled into a vocabulary.
#include <unicode/dtfmtsym.h>
#include <unicode/unistr.h>

#include <array>
#include <string>

#include "align/base/icu.h"
#include "align/base/utf8.h"
#include "align/entities/currencies.h"
#include "align/entities/value_vocabulary.h"
#include "align/entities/values.h"
#include "align/io/json.h"

namespace calque::internal {
namespace {

// How a key of the section is written: a list of phrases, phrases with a number each, or phrases
// with a text each.
enum class Shape { kList, kNumbers, kTexts };

struct SectionKey {
  std::string_view name;
  Role role;
  Shape shape;
};

constexpr std::array kSectionKeys = {
    SectionKey{"cardinals", Role::kCardinal, Shape::kNumbers},
    SectionKey{"decimals", Role::kDecimalWord, Shape::kTexts},
    SectionKey{"compound_parts", Role::kCompoundPart, Shape::kNumbers},
    SectionKey{"hundreds", Role::kHundred, Shape::kList},
    SectionKey{"scales", Role::kScale, Shape::kNumbers},
    SectionKey{"scale_signs", Role::kScaleSign, Shape::kNumbers},
    SectionKey{"bare", Role::kBare, Shape::kList},
    SectionKey{"and", Role::kAnd, Shape::kList},
    SectionKey{"articles", Role::kArticle, Shape::kList},
    SectionKey{"collectives", Role::kCollective, Shape::kTexts},
    SectionKey{"vague", Role::kVague, Shape::kNumbers},
    SectionKey{"partials", Role::kPartial, Shape::kTexts},
    SectionKey{"decimal_points", Role::kDecimalPoint, Shape::kList},
    SectionKey{"and_fractions", Role::kAndFraction, Shape::kTexts},
    SectionKey{"weak", Role::kWeak, Shape::kNumbers},
    SectionKey{"correlatives", Role::kCorrelative, Shape::kList},
    SectionKey{"ordinals", Role::kOrdinal, Shape::kNumbers},
    SectionKey{"ordinal_suffixes", Role::kOrdinalSuffix, Shape::kNumbers},
    SectionKey{"denominators", Role::kDenominator, Shape::kNumbers},
    SectionKey{"halves", Role::kHalf, Shape::kList},
    SectionKey{"share_leads", Role::kShareLead, Shape::kList},
    SectionKey{"share_tails", Role::kShareTail, Shape::kList},
    SectionKey{"out_of", Role::kOutOf, Shape::kList},
    SectionKey{"out_of_near", Role::kOutOfNear, Shape::kList},
    SectionKey{"multiples", Role::kMultiple, Shape::kNumbers},
    SectionKey{"times", Role::kTimes, Shape::kList},
    SectionKey{"percent", Role::kPercent, Shape::kList},
    SectionKey{"currencies", Role::kCurrency, Shape::kTexts},
    SectionKey{"weigh_leads", Role::kWeighLead, Shape::kList},
    SectionKey{"weighed", Role::kWeighed, Shape::kList},
    SectionKey{"units", Role::kUnit, Shape::kTexts},
    SectionKey{"durations", Role::kDuration, Shape::kTexts},
    SectionKey{"period_leads", Role::kPeriodLead, Shape::kList},
    SectionKey{"period_tails", Role::kPeriodTail, Shape::kList},
    SectionKey{"counted", Role::kCounted, Shape::kList},
    SectionKey{"of", Role::kOf, Shape::kList},
    SectionKey{"fillers", Role::kFiller, Shape::kList},
    SectionKey{"ranges", Role::kRange, Shape::kList},
    SectionKey{"range_leads", Role::kRangeLead, Shape::kList},
    SectionKey{"score_joints", Role::kScoreJoint, Shape::kList},
    SectionKey{"vote_joints", Role::kVoteJoint, Shape::kList},
    SectionKey{"minus", Role::kMinus, Shape::kList},
    SectionKey{"weekdays", Role::kWeekday, Shape::kNumbers},
    SectionKey{"months", Role::kMonth, Shape::kNumbers},
    SectionKey{"month_abbreviations", Role::kMonthAbbreviation, Shape::kNumbers},
    SectionKey{"month_leads", Role::kMonthLead, Shape::kList},
    SectionKey{"ambiguous_months", Role::kAmbiguous, Shape::kList},
    SectionKey{"decade_leads", Role::kDecadeLead, Shape::kList},
    SectionKey{"decade_suffixes", Role::kDecadeSuffix, Shape::kList},
    SectionKey{"decades", Role::kDecade, Shape::kNumbers},
    SectionKey{"count_ends", Role::kCountEnd, Shape::kList},
    SectionKey{"age_leads", Role::kAgeLead, Shape::kList},
    SectionKey{"centuries", Role::kCentury, Shape::kList},
    SectionKey{"year_parts", Role::kYearPart, Shape::kNumbers},
    SectionKey{"meridiems", Role::kMeridiem, Shape::kNumbers},
    SectionKey{"hours", Role::kHour, Shape::kList},
    SectionKey{"clocks", Role::kClock, Shape::kList},
    SectionKey{"clock_leads", Role::kClockLead, Shape::kList},
    SectionKey{"clock_shifts", Role::kClockShift, Shape::kNumbers},
    SectionKey{"clock_shift_leads", Role::kClockShiftLead, Shape::kNumbers},
    SectionKey{"zones", Role::kZone, Shape::kNumbers},
    SectionKey{"summer_zones", Role::kSummerZone, Shape::kNumbers},
    SectionKey{"keys", Role::kKey, Shape::kTexts},
};

void AddSection(const SectionKey& key, const Json& entries, ValueVocabulary* vocabulary) {
  if (key.shape == Shape::kList) {
    for (const auto& phrase : entries)
      vocabulary->Add(phrase.get<std::string>(), {key.role, 0, {}, false});
    return;
  }
  for (const auto& [phrase, value] : entries.items()) {
    Term term{key.role, 0, {}, false};
    if (key.shape == Shape::kNumbers) {
      term.number = value.get<std::int64_t>();
    } else {
      term.text = value.get<std::string>();
    }
    vocabulary->Add(phrase, std::move(term));
  }
}

// Whether `name` is one of the conventions, which is then set.
bool SetConvention(const std::string& name, const Json& value, ValueConventions* conventions) {
  const auto sign = [&] { return DecodeAt(value.get_ref<const std::string&>(), 0).value; };
  if (name == "decimal_sign") {
    conventions->decimal_sign = sign();
  } else if (name == "group_sign") {
    conventions->group_sign = sign();
  } else if (name == "day_first") {
    conventions->day_first = value.get<bool>();
  } else if (name == "compound_numbers") {
    conventions->compound_numbers = value.get<bool>();
  } else if (name == "and_after") {
    conventions->and_after = value.get<std::vector<std::int64_t>>();
  } else if (name == "and_before") {
    conventions->and_before = value.get<std::vector<std::int64_t>>();
  } else if (name == "teens_after") {
    conventions->teens_after = value.get<std::vector<std::int64_t>>();
  } else {
    return false;
  }
  return true;
}

void AddSectionKey(const std::string& name, const Json& value, ValueVocabulary* vocabulary) {
  if (SetConvention(name, value, &vocabulary->conventions)) return;
  for (const SectionKey& key : kSectionKeys) {
    if (key.name == name) return AddSection(key, value, vocabulary);
  }
  throw Error(ErrorCode::kBadInput, "values: unknown key `" + name + "`; see value_grammar.cc");
}

void AddNames(const icu::UnicodeString* names, std::int32_t count, std::int32_t first, Role role,
              ValueVocabulary* vocabulary) {
  for (std::int32_t i = first; i < count; ++i) {
    std::string name;
    names[i].toUTF8String(name);
    if (name.empty()) continue;
    vocabulary->Add(name, {role, i - first + 1, {}, false});
    if (name.back() == '.') name.pop_back();
    vocabulary->Add(name, {role, i - first + 1, {}, false});
  }
}

// Months and weekdays of the CLDR data; ICU counts weekdays from Sunday, at 1.
void AddCalendar(const std::string& language, ValueVocabulary* vocabulary) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(language.c_str()), status);
  CheckIcu(status, "read month and weekday names of " + language);
  std::int32_t count = 0;
  using Symbols = icu::DateFormatSymbols;
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    const auto* months = symbols.getMonths(count, context, Symbols::WIDE);
    AddNames(months, count, 0, Role::kMonth, vocabulary);
    const auto* short_months = symbols.getMonths(count, context, Symbols::ABBREVIATED);
    AddNames(short_months, count, 0, Role::kMonthAbbreviation, vocabulary);
    const auto* days = symbols.getWeekdays(count, context, Symbols::WIDE);
    AddNames(days, count, 2, Role::kWeekday, vocabulary);
    std::string sunday;
    days[1].toUTF8String(sunday);
    vocabulary->Add(sunday, {Role::kWeekday, 7, {}, false});
  }
}

}  // namespace

ValueGrammar ValueGrammar::FromJson(const nlohmann::ordered_json& section,
                                    const std::string& language) {
  auto vocabulary = std::make_shared<ValueVocabulary>();
  ReadJson(Location{"values"}, [&] {
    for (const auto& [name, value] : section.items()) {
      AddSectionKey(name, value, vocabulary.get());
    }
  });
  for (const CurrencySign& sign : CurrencySigns()) {
    vocabulary->Add(sign.sign, {Role::kCurrencySign, 0, std::string(sign.code), false});
  }
  vocabulary->Add("%", {Role::kPercent, 0, {}, false});
  AddCalendar(language, vocabulary.get());
  ValueGrammar grammar;
  grammar.has_words_ = !section.empty();
  grammar.vocabulary_ = std::move(vocabulary);
  return grammar;
}

}  // namespace calque::internal
