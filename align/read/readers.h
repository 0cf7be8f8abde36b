// The input formats: one row each. A new format is one file with a reader and one row here; the
// table also feeds `--input`, the man page and completion.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "align/io/byte_source.h"
#include "align/read/reader.h"

namespace calque::internal {

// As much of the input as a format is recognised by.
inline constexpr std::size_t kFormatHead = 4096;

struct InputFormat {
  std::string_view name;     // what `--input` calls it
  std::string_view summary;  // one line of help
  // Whether the first kFormatHead bytes (fewer where the input is shorter) are of this format.
  // Rows are asked in their order.
  bool (*recognises)(std::string_view head);
  // Reads all documents into the sink, one at a time. Throws Error{kBadInput} with a place; what
  // went to the sink before stays valid.
  void (*read)(ByteSource& source, const ReadOptions& options, const DocumentSink& sink);
};

[[nodiscard]] std::span<const InputFormat> InputFormats();

// Reads every document of `source`, in the format of `options.format` or the one recognised.
// Throws Error{kUsage} for a format that is not in the table, and what the reader throws.
void ReadDocuments(std::unique_ptr<ByteSource> source, const ReadOptions& options,
                   const DocumentSink& sink);

// The only document of some bytes. Throws Error{kBadInput} where they hold none or several.
[[nodiscard]] RawDocument ReadOneDocument(std::string bytes, const std::string& name,
                                          const ReadOptions& options = {});

}  // namespace calque::internal
