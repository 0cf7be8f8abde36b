// The input formats: one row each. A new format is one file with a reader and one row here; the
// table also feeds `--input`, the man page and completion.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "align/io/byte_source.h"
#include "align/read/reader.h"

namespace calque::internal {

// As much of the input as a format is recognised by.
inline constexpr std::size_t kFormatHead = 4096;

struct InputFormat {
  std::string_view name;     // what `--input` calls it
  std::string_view summary;  // one line of help
  // Whether the first kFormatHead bytes (fewer where the input is shorter) are of this format. At
  // most one row says so, plain text aside.
  bool (*recognises)(std::string_view head);
  std::unique_ptr<DocumentReader> (*open)(std::unique_ptr<ByteSource> source,
                                          const ReadOptions& options);
};

// Sorted by name.
[[nodiscard]] std::span<const InputFormat> InputFormats();
// Throws Error{kUsage} where there is none.
[[nodiscard]] const InputFormat& InputFormatNamed(std::string_view name);

// The documents of `source`, in the format of `options.format` or the one recognised. Throws
// Error{kUsage} for a format that is not in the table.
[[nodiscard]] std::unique_ptr<DocumentReader> OpenDocuments(std::unique_ptr<ByteSource> source,
                                                            const ReadOptions& options);

}  // namespace calque::internal
