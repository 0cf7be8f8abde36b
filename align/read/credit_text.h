// Credits as one readable line: `reporter: Anne Roy (Oslo); translator: Myriam Rivet [service
// français]`. Spans and probabilities are not in it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calque/document.h"

namespace calque::internal {

// `\` stands before any of `\ ; ( ) [ ]` that belongs to a name.
[[nodiscard]] std::string FormatCredits(std::span<const Credit> credits);

// The inverse; what has no known role in front is left out, and added to `unread` where that is not
// null.
[[nodiscard]] std::vector<Credit> ParseCredits(std::string_view text,
                                               std::uint64_t* unread = nullptr);

// Credits as a row of typed values, for formats that have such: the role with the name, and behind
// it `place` and `organisation` where there are any. Credits without a name are left out.
struct CreditPart {
  std::string_view type;
  std::string_view value;
};
[[nodiscard]] std::vector<CreditPart> CreditParts(std::span<const Credit> credits);
// Takes the next part, and says whether it did: one of an unknown type is left out.
bool AddCreditPart(std::string_view type, std::string_view value, std::vector<Credit>* credits);

}  // namespace calque::internal
