#include "align/segment/document_evidence.h"

#include <string>

#include "align/segment/char_class.h"

namespace calque::internal {
namespace {

constexpr std::size_t kLongestAbbreviation = 5;  // bytes

// Words that are hardly abbreviations: longer, and all in lower case as far as looked at.
bool IsPlainWord(std::string_view word) {
  if (word.size() <= kLongestAbbreviation) return false;
  for (const char c : word) {
    if (c < 'a' || c > 'z') return false;
  }
  return true;
}

}  // namespace

// A light pass over single periods with one blank behind them, the plain case.
void DocumentEvidence::Count() const {
  counted_ = true;
  for (const ByteSpan unit : units_) {
    const std::string_view until_end = text_.substr(0, unit.end);
    for (std::size_t at = until_end.find(". ", unit.begin); at != std::string_view::npos;
         at = until_end.find(". ", at + 2)) {
      CountPeriod(unit, static_cast<std::uint32_t>(at));
    }
  }
}

void DocumentEvidence::CountPeriod(ByteSpan unit, std::uint32_t period) const {
  const CharClass next = CharAt(text_, period + 2, unit.end).kind;
  const bool lower = next == CharClass::kLower;
  if (!lower && next != CharClass::kUpper) return;
  std::uint32_t begin = period;
  while (begin > unit.begin && period - begin <= kLongestAbbreviation) {
    const ClassifiedChar c = CharBefore(text_, begin, unit.begin);
    if (!IsWordClass(c.kind)) break;
    begin = c.end;
  }
  const std::string_view word = text_.substr(begin, period - begin);
  if (IsPlainWord(word)) {
    lower_starts_ += lower ? 1 : 0;
    upper_starts_ += lower ? 0 : 1;
  } else if (!word.empty()) {
    ShortWord& counts = short_words_[std::string(word)];
    ++(lower ? counts.before_lower : counts.before_upper);
  }
}

bool DocumentEvidence::StartsInLowerCase() const {
  constexpr std::uint32_t kEnough = 2;
  constexpr std::uint32_t kShare = 8;  // one start in eight
  if (!counted_) Count();
  return lower_starts_ >= kEnough && lower_starts_ * kShare >= lower_starts_ + upper_starts_;
}

bool DocumentEvidence::IsAbbreviation(std::string_view word) const {
  constexpr std::uint32_t kEnough = 2;
  constexpr std::uint32_t kShare = 2;
  if (word.size() > kLongestAbbreviation || StartsInLowerCase()) return false;
  const auto found = short_words_.find(word);
  if (found == short_words_.end()) return false;
  const ShortWord& counts = found->second;
  return counts.before_lower >= kEnough && counts.before_lower * kShare >= counts.before_upper;
}

}  // namespace calque::internal
