// What one wire message says (IPTC 7901, ANPA-1312). Lines `^…<` are headlines, `^…=` bylines and
// agencies; a tab opens a paragraph.
#pragma once

#include <string_view>

#include "align/read/dispatch_builder.h"
#include "align/read/press_words.h"

namespace calque::internal {

struct WireParts {
  std::string_view head;  // from SOH to STX
  std::string_view body;  // to ETX
  std::string_view tail;  // to EOT
};

void ReadWireMessage(const WireParts& parts, const PressWords& press, DispatchBuilder* builder);

}  // namespace calque::internal
