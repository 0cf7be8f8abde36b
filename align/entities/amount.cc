#include "align/entities/amount.h"

namespace calque::internal {

std::string Amount::ToString() const {
  switch (precision) {
    case Precision::kExact:
      return number.ToString();
    case Precision::kAbout:
      return "~" + number.ToString();
    case Precision::kVague:
      return "~" + number.ToString() + "s";
  }
  return {};
}

std::optional<Amount> Amount::FromString(std::string_view text) {
  Amount amount;
  if (!text.empty() && text.front() == '~') {
    amount.precision = text.back() == 's' ? Precision::kVague : Precision::kAbout;
    text.remove_prefix(1);
    if (amount.precision == Precision::kVague) text.remove_suffix(1);
  }
  const std::optional<Decimal> number = Decimal::FromString(text);
  if (!number) return std::nullopt;
  amount.number = *number;
  return amount;
}

}  // namespace calque::internal
