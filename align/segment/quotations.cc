#include "align/segment/quotations.h"

#include <algorithm>
#include <array>
#include <optional>

#include "align/segment/char_class.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kLongestQuotation = 1500;  // bytes

// A pair of marks and where the last opening one stands that is not yet closed.
struct QuoteKind {
  char32_t open;
  char32_t close;
  std::optional<std::uint32_t> opened;
};
using QuoteKinds = std::array<QuoteKind, 5>;

QuoteKinds NewQuoteKinds() {
  return {{{0xAB, 0xBB, {}},      // « »
           {0x201C, 0x201D, {}},  // “ ”
           {0x201E, 0x201C, {}},  // „ “
           {0x300C, 0x300D, {}},  // 「 」
           {U'"', U'"', {}}}};
}

// A straight quote opens before a word and closes behind one; between two blanks or two letters it
// does what the one before it did not.
bool StraightOpens(std::string_view text, std::uint32_t at, ByteSpan unit, bool is_open) {
  const bool space_before = CharBefore(text, at, unit.begin).kind == CharClass::kSpace;
  const bool space_behind = CharAt(text, at + 1, unit.end).kind == CharClass::kSpace;
  return space_before == space_behind ? !is_open : space_before;
}

void AddJoined(ByteSpan quotation, std::vector<ByteSpan>* quotations) {
  while (!quotations->empty() && quotation.begin <= quotations->back().end) {
    quotation.begin = std::min(quotation.begin, quotations->back().begin);
    quotations->pop_back();
  }
  quotations->push_back(quotation);
}

}  // namespace

std::vector<ByteSpan> FindQuotations(std::string_view text, ByteSpan unit) {
  QuoteKinds kinds = NewQuoteKinds();
  std::vector<ByteSpan> quotations;
  for (std::uint32_t at = unit.begin; at < unit.end;) {
    const ClassifiedChar c = CharAt(text, at, unit.end);
    for (QuoteKind& kind : kinds) {
      const bool straight = kind.open == kind.close && c.value == kind.open;
      const bool opens =
          straight ? StraightOpens(text, at, unit, kind.opened.has_value()) : c.value == kind.open;
      if (c.value == kind.close && !opens && kind.opened) {
        const ByteSpan quotation{*kind.opened, c.end};
        if (quotation.size() <= kLongestQuotation) AddJoined(quotation, &quotations);
        kind.opened.reset();
      } else if (opens) {
        kind.opened = at;
      }
    }
    at = c.end;
  }
  return quotations;
}

}  // namespace calque::internal
