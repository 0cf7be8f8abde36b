// The one document of an input that may hold more.
#pragma once

#include <string>
#include <string_view>

#include "align/read/document_stream.h"

namespace calque::internal {

// The document `choice` of an input, or the only one where `choice` is empty. A choice is an id, or
// the file that the document is in; `#2` behind it means the second that is so called. Of the
// versions of one document the newest counts. Where a choice is found, files beside it that cannot
// be read are a diagnostic of it. Throws Error{kBadInput} where the input holds none, and where it
// holds several that the choice does not tell apart, with a list of what to call them.
[[nodiscard]] RawDocument TakeOneDocument(DocumentStream& stream, const std::string& name,
                                          const std::string& choice);

// The only document of some bytes. Throws as above.
[[nodiscard]] RawDocument ReadOneDocument(std::string_view bytes, const std::string& name,
                                          const ReadOptions& options = {});

}  // namespace calque::internal
