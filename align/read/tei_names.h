// Names in our TEI, for its reader and its writer.
#pragma once

#include <string_view>

namespace calque::internal {

inline constexpr std::string_view kTeiNamespace = "http://www.tei-c.org/ns/1.0";
// `type` of a <bibl> and of a <text>.
inline constexpr std::string_view kTeiSource = "source";
inline constexpr std::string_view kTeiTarget = "target";
// `type` of a <link>.
inline constexpr std::string_view kTeiCrossing = "crossing";

}  // namespace calque::internal
