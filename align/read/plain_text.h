// Plain text: one document a file, in any charset.
#pragma once

#include <string>

#include "align/read/reader.h"

namespace calque::internal {

// `name` is for messages and the id. Throws Error{kBadInput} for binary data and for text above
// `options.document_limit`.
[[nodiscard]] RawDocument ReadPlainText(std::string bytes, const std::string& name,
                                        const ReadOptions& options = {});

}  // namespace calque::internal
