// Values: what a text counts, measures and dates, whatever the language writes it with.
//
// A value becomes a Mention whose key is the value itself, so that equal keys mean equal values in
// any two languages (ISO 4217, ISO 8601 and EDTF forms where they exist):
//
//   number:1200  number:~20 (une vingtaine)  number:~100s (hundreds)  fraction:1/3  multiple:2
//   ordinal:21   percentage:81.5             money:1000000000:USD     measure:16:km
//   duration:6:year   weekday:3   date:2026-01-05   date:--01-05   date:2026-01   date:--01
//   date:2012    date:199X (decade)  date:20XX (century)  relative:-1:week (last week)
//   date:--33 (first quarter)   date:--40 (first half of a year, see year_part.h)
//   time:15:00   time:14:30+00:00    score:3-1    phone:…   ticker:…   url:…   code:F16
//   time:~03:00 (3 o'clock, of either half of the day)   time:20:00+01:00~ (an hour more in summer)
//
// A range is two mentions, one an end, each with the unit and scale that the whole range has
// (`5-12 May` is date:--05-05 and date:--05-12): so it agrees with every other way to write it.
// `probability` is lower for words that are often no value (`half`, `first`, `both`, `un an`).
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calque/bitext.h"
#include "calque/document.h"

namespace calque::internal {

struct ValueVocabulary;

// The `values` section of a language file, compiled, with month, weekday and currency names of
// ICU's CLDR data. Immutable; shared between threads.
class ValueGrammar {
 public:
  // An empty section gives digits, signs, ISO codes and CLDR names only. Throws Error{kBadInput}
  // where the section has an unknown key or a value of the wrong type.
  static ValueGrammar FromJson(const nlohmann::ordered_json& section, const std::string& language);

  [[nodiscard]] const ValueVocabulary& vocabulary() const { return *vocabulary_; }
  // Whether it knows more of the language than its calendar.
  [[nodiscard]] bool has_words() const { return has_words_; }

 private:
  bool has_words_ = false;
  std::shared_ptr<const ValueVocabulary> vocabulary_;
};

// Values in the sentences of `document`, disjoint, in text order. Linear in the text.
[[nodiscard]] std::vector<Mention> FindValues(const Document& document,
                                              const ValueGrammar& grammar);
// The same in one span of a text, which need not be a sentence.
[[nodiscard]] std::vector<Mention> FindValues(std::string_view text, ByteSpan span,
                                              const ValueGrammar& grammar);

// How far two keys say the same thing.
enum class Agreement {
  kNone,
  kAmount,  // the same amount of something else: `5 km` and `5 miles`, `$20` and `€20`
  kNear,    // approximate, rounded, converted, or with the unit on one side only
  kEqual,
};
// `reference` is the day the dispatches were written, where it is known: it ties `yesterday` to a
// weekday or a date. Symmetric.
[[nodiscard]] Agreement CompareValues(std::string_view key, std::string_view other_key,
                                      const std::optional<Date>& reference = std::nullopt);
// Whether a translator may write the one for the other: at least kNear.
[[nodiscard]] bool ValuesAgree(std::string_view key, std::string_view other_key,
                               const std::optional<Date>& reference = std::nullopt);

// Whether `key` is that of a value, not of a name.
[[nodiscard]] bool IsValueKey(std::string_view key);

// The values that a compound value stands for: `score:3-1` gives number:3 and number:1; any other
// key gives itself.
[[nodiscard]] std::vector<std::string> ComponentsOf(std::string_view key);

// Whether the one value converted may be the other: measures of two units that agree, money of two
// currencies within the rates of the past decades, one moment in two zones. Symmetric.
[[nodiscard]] bool MayBeConverted(std::string_view key, std::string_view other_key);

// Whether `values[index]` stands in brackets behind another value of its kind and another unit, or
// a time behind another time: a conversion, right or wrong.
[[nodiscard]] bool StandsAsConversion(std::string_view text, std::span<const Mention> values,
                                      std::size_t index);
// Whether it is also right, `10 miles (16 km)`: what a desk adds and drops as it likes.
[[nodiscard]] bool IsConversion(std::string_view text, std::span<const Mention> values,
                                std::size_t index);

}  // namespace calque::internal
