#include "align/entities/number_builder.h"

#include <algorithm>

#include "align/entities/decimal.h"

namespace calque::internal {
namespace {

constexpr int kMaxPower = 18;

std::int64_t PowerOfTen(int power) {
  std::int64_t value = 1;
  for (int i = 0; i < power; ++i) value *= 10;
  return value;
}

bool Contains(const std::vector<std::int64_t>& values, std::int64_t value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// What kind of word an `and` stands behind: units, tens, hundreds, scales.
std::int64_t WordClass(std::int64_t last) {
  if (last >= 100) return last >= 1000 ? 1000 : 100;
  return last >= 20 ? 10 : 1;
}

}  // namespace

bool NumberBuilder::FitsSlot(std::int64_t value) const {
  if (group_ == 0) return value > 0 || last_ < 0;
  if (value <= 0) return false;
  if (value < 10) return group_ % 10 == 0 && group_ % 100 != 10;
  if (value < 20) return group_ % 100 == 0 || Contains(conventions_->teens_after, group_ % 100);
  return group_ % (value < 100 ? 100 : 1000) == 0;
}

bool NumberBuilder::AddCardinal(std::int64_t value) {
  if (last_ == 0) return false;
  const bool unit_before_ten = after_and_ && last_ > 0 && last_ < 10;
  if (unit_before_ten) {
    if (value < 20 || value >= 100) return false;
  } else if (!FitsSlot(value)) {
    return false;
  }
  if (after_and_ && !conventions_->and_before.empty() &&
      !Contains(conventions_->and_before, value)) {
    return false;
  }
  group_ += value;
  last_ = value;
  after_and_ = false;
  return true;
}

bool NumberBuilder::AddCompound(std::int64_t value) {
  const bool starts = last_ < 0;
  const bool below_scale = last_scale_ > 0 && group_ == 0 && value < PowerOfTen(last_scale_);
  std::int64_t total = 0;
  if (after_and_ || (!starts && !below_scale) ||
      __builtin_add_overflow(total_, value - value % 1000, &total)) {
    return false;
  }
  group_ = value % 1000;
  total_ = total;
  last_ = group_ == 0 ? 1000 : 1;
  if (value >= 1000) last_scale_ = 3;
  return true;
}

bool NumberBuilder::AddHundred(Bare bare) {
  if (after_and_ && bare == Bare::kRefused) return false;
  if (last_ == 0 || group_ >= 100) return false;
  if (group_ == 0 && bare == Bare::kRefused) return false;
  group_ = group_ == 0 ? 100 : group_ * 100;
  last_ = 100;
  after_and_ = false;
  return true;
}

bool NumberBuilder::AddScale(int power, Bare bare) {
  if (after_and_ || last_ == 0 || power > kMaxPower) return false;
  if (group_ == 0 && total_ == 0 && bare == Bare::kRefused) return false;
  const std::int64_t scale = PowerOfTen(power);
  std::int64_t group = group_;
  if (group == 0 && (total_ == 0 || (bare == Bare::kAllowed && last_scale_ > power))) group = 1;
  std::int64_t total = 0;
  if (total_ == 0 || last_scale_ > power) {
    if (group == 0 || __builtin_mul_overflow(group, scale, &total) ||
        __builtin_add_overflow(total, total_, &total)) {
      return false;
    }
  } else if (total_ >= scale) {  // `cinco mil milhões oitocentos milhões`
    const bool in_thousands = total_ % scale == 0 && total_ / scale % 1000 == 0;
    if (group_ == 0 || group_ >= 1000 || !in_thousands ||
        __builtin_mul_overflow(group_, scale, &total) ||
        __builtin_add_overflow(total, total_, &total)) {
      return false;
    }
  } else if (__builtin_mul_overflow(total_ + group, scale, &total)) {
    return false;
  }
  total_ = total;
  group_ = 0;
  last_ = 1000;
  last_scale_ = power;
  return true;
}

bool NumberBuilder::AddAnd() {
  if (last_ <= 0 || after_and_ || !Contains(conventions_->and_after, WordClass(last_)))
    return false;
  after_and_ = true;
  return true;
}

std::optional<std::int64_t> NumberBuilder::Value() const {
  std::int64_t value = 0;
  if (last_ < 0 || after_and_ || __builtin_add_overflow(total_, group_, &value)) {
    return std::nullopt;
  }
  if (Decimal(value).SignificantDigits() > Decimal::kMaxDigits) return std::nullopt;
  return value;
}

bool AddPart(const ValueVocabulary& vocabulary, std::uint32_t node, NumberBuilder* builder) {
  if (const Term* term = vocabulary.Find(node, Role::kCompoundPart)) {
    return term->number == 100 ? builder->AddHundred(Bare::kAllowed)
                               : builder->AddCardinal(term->number);
  }
  const Bare bare = vocabulary.Find(node, Role::kBare) == nullptr ? Bare::kRefused : Bare::kAllowed;
  if (const Term* term = vocabulary.Find(node, Role::kCardinal)) {
    return builder->AddCardinal(term->number);
  }
  if (vocabulary.Find(node, Role::kHundred) != nullptr) return builder->AddHundred(bare);
  if (const Term* term = vocabulary.Find(node, Role::kScale)) {
    return builder->AddScale(static_cast<int>(term->number), bare);
  }
  return vocabulary.Find(node, Role::kAnd) != nullptr && builder->AddAnd();
}

}  // namespace calque::internal
