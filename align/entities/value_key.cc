#include "align/entities/value_key.h"

#include <algorithm>
#include <array>

#include "align/entities/year_part.h"
#include "align/io/number_text.h"

namespace calque::internal {
namespace {

struct KindName {
  std::string_view name;
  bool has_unit;
};
constexpr std::array kKinds = {
    KindName{"number", false},  KindName{"fraction", false},   KindName{"multiple", false},
    KindName{"ordinal", false}, KindName{"percentage", false}, KindName{"money", true},
    KindName{"measure", true},  KindName{"duration", true},    KindName{"weekday", false},
    KindName{"date", false},    KindName{"relative", true},    KindName{"time", false},
    KindName{"score", false},   KindName{"phone", false},      KindName{"ticker", false},
    KindName{"url", false},     KindName{"code", false},       KindName{"round", false},
};

std::optional<Amount> FractionAmount(const ValueKey& key) {
  const std::optional<FractionParts> parts = FractionOf(key);
  if (!parts) return std::nullopt;
  constexpr std::int64_t kPrecision = 10000;
  const std::int64_t scaled = parts->numerator * kPrecision;
  return Amount{Decimal(scaled / parts->denominator, -4),
                scaled % parts->denominator == 0 ? Precision::kExact : Precision::kAbout};
}

// 0 for none.
bool IsMonth(int month) { return (month >= 0 && month <= kMonthsOfYear) || YearPartOf(month); }

}  // namespace

std::optional<ValueKey> SplitKey(std::string_view key) {
  const std::size_t colon = key.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  ValueKey split{key.substr(0, colon), key.substr(colon + 1), {}};
  const auto* kind = std::find_if(kKinds.begin(), kKinds.end(),
                                  [&](const KindName& entry) { return entry.name == split.kind; });
  if (kind == kKinds.end()) return std::nullopt;
  if (!kind->has_unit) return split;
  const std::size_t unit = split.value.find(':');
  if (unit == std::string_view::npos) return std::nullopt;
  split.unit = split.value.substr(unit + 1);
  split.value = split.value.substr(0, unit);
  return split;
}

std::optional<Amount> AmountOf(const ValueKey& key) {
  static constexpr std::array<std::string_view, 7> kAmounts = {
      "number", "multiple", "ordinal", "percentage", "money", "measure", "duration"};
  if (key.kind == "fraction") return FractionAmount(key);
  if (std::find(kAmounts.begin(), kAmounts.end(), key.kind) == kAmounts.end()) {
    return std::nullopt;
  }
  return Amount::FromString(key.value);
}

std::optional<FractionParts> FractionOf(const ValueKey& key) {
  const std::size_t slash = key.value.find('/');
  if (key.kind != "fraction" || slash == std::string_view::npos) return std::nullopt;
  const std::optional<int> numerator = ParseNumber<int>(key.value.substr(0, slash));
  const std::optional<int> denominator = ParseNumber<int>(key.value.substr(slash + 1));
  if (!numerator || !denominator || *denominator == 0) return std::nullopt;
  return FractionParts{*numerator, *denominator};
}

std::optional<PartialDate> DateOf(const ValueKey& key) {
  if (key.kind != "date" || key.value.find('X') != std::string_view::npos) return std::nullopt;
  PartialDate date;
  std::string_view rest = key.value;
  if (rest.substr(0, 1) == "-") {
    rest.remove_prefix(1);
  } else {
    const std::string_view year = rest.substr(0, rest.find('-'));
    const std::optional<int> number = ParseNumber<int>(year);
    if (!number) return std::nullopt;
    date.year = *number;
    rest.remove_prefix(year.size());
  }
  if (rest.size() >= 3) date.month = ParseNumber<int>(rest.substr(1, 2)).value_or(0);
  if (rest.size() >= 6) date.day = ParseNumber<int>(rest.substr(4, 2)).value_or(0);
  // Keys of a bitext file may be anything.
  if (!IsMonth(date.month) || date.day < 0 || date.day > 31) return std::nullopt;
  return date;
}

}  // namespace calque::internal
