// The closing line of initials that some agencies use for credits: `burs-mtr/cgl/nfr`.
#pragma once

#include <string_view>
#include <vector>

#include "align/structure/grammar.h"
#include "calque/document.h"

namespace calque::internal {

// Credits of a line of initials, in text order: kInitials for each group of two to five letters,
// kDesk for `bur`, `burs` (a bureau, several bureaux), kAgency for an agency before them (`EFE
// ab/cd`); empty where the line is none.
[[nodiscard]] std::vector<Credit> CreditsOfInitials(std::string_view text, ByteSpan line,
                                                    const DispatchGrammar& grammar);

}  // namespace calque::internal
