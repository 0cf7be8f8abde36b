// The root element of an XML document, for recognising a format.
#pragma once

#include <string_view>

namespace calque::internal {

// The local name of the first element in the first bytes of a file: behind a byte-order mark, a
// declaration, comments, processing instructions and a DOCTYPE. Empty where there is none. In
// `attributes`, where that is not null, what stands in its tag behind the name, as far as it is
// there.
[[nodiscard]] std::string_view RootElement(std::string_view head,
                                           std::string_view* attributes = nullptr);

}  // namespace calque::internal
