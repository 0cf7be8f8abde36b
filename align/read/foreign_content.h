// What a file is that no reader of documents recognises, where its first bytes say so: prose of
// such a file would be tags.
#pragma once

#include <string>
#include <string_view>

namespace calque::internal {

// The name of the bitext format (`TMX`, `XLIFF`) that the file is of; empty for others.
[[nodiscard]] std::string_view BitextKindOf(std::string_view head);

// `XML (<rss>)`, `JSON`; empty for what may be plain text.
[[nodiscard]] std::string MarkupKindOf(std::string_view head);

}  // namespace calque::internal
