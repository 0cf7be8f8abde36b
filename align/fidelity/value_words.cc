#include "align/fidelity/value_words.h"

#include <cstdint>
#include <string>
#include <string_view>

#include "align/base/ascii.h"
#include "align/fidelity/value_facts.h"

namespace calque::internal {
namespace {

// The digits of a text, nothing else; empty for a number in words.
std::string DigitsOf(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (IsAsciiDigit(c)) digits += c;
  }
  return digits;
}

}  // namespace

bool IsSpelled(const View& view, const Mention& value, IndexRange<Token> there) {
  constexpr std::size_t kTelling = 2;  // a single digit may stand in anything
  const std::string digits = DigitsOf(value.span.In(view.here().document().text));
  if (!digits.empty() && digits.size() < kTelling) return false;
  const IndexRange<Token> own = view.here().TokensIn(value.span);
  if (digits.empty() && own.size() != 1) return false;
  for (std::uint32_t i = there.begin; i < there.end; ++i) {
    const std::string& word = view.there().words()[i].folded;
    const bool same =
        digits.empty() ? word == view.here().words()[own.begin].folded : DigitsOf(word) == digits;
    if (same) return true;
  }
  return false;
}

bool MayBeWords(const View& view, const Mention& value) {
  constexpr std::size_t kFigures = 3;  // digits that nobody spells out
  const std::string_view text = view.here().document().text;
  const ValueFacts facts = FactsOf(value, text);
  return DigitsOf(value.span.In(text)).size() < kFigures || facts.kind == "date" ||
         facts.kind == "time" || facts.kind == "duration";
}

}  // namespace calque::internal
