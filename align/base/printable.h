// Text from outside on its way to a terminal or a list of names.
#pragma once

#include <string>
#include <string_view>

namespace calque::internal {

// What a terminal would obey (controls, overrides of the direction of writing) and bytes that are
// not UTF-8 become `%1B`; the controls in `kept` stay.
[[nodiscard]] std::string Printable(std::string_view text, std::string_view kept = {});

}  // namespace calque::internal
