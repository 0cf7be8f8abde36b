// What each format is recognised and opened by, for the table in readers.cc.
#pragma once

#include <memory>
#include <string_view>

#include "align/io/byte_source.h"
#include "align/read/reader.h"

namespace calque::internal {

[[nodiscard]] bool IsNewsmlG2(std::string_view head);
[[nodiscard]] std::unique_ptr<DocumentReader> OpenNewsmlG2(std::unique_ptr<ByteSource> source,
                                                           const ReadOptions& options);
[[nodiscard]] std::unique_ptr<DocumentReader> OpenPlainText(std::unique_ptr<ByteSource> source,
                                                            const ReadOptions& options);

}  // namespace calque::internal
