// Every document of an input, one at a time: the one way from a path to raw documents.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "align/io/input_files.h"
#include "align/read/reader.h"

namespace calque::internal {

class DocumentStream {
 public:
  // `path`: a file in any input format, a folder, an archive, or `-`. Throws Error{kMissingInput}.
  explicit DocumentStream(const std::string& path, ReadOptions options = {},
                          InputFilesOptions files = {});
  explicit DocumentStream(std::unique_ptr<ByteSource> source, ReadOptions options = {},
                          InputFilesOptions files = {});

  // The next document, its `file` and `ordinal` set; nothing at the end. The order is the same
  // every time. Throws Error for a file that cannot be read; the next call goes on with the file
  // behind it, so that a caller may write the failure down and carry on.
  [[nodiscard]] std::optional<RawDocument> Next();

 private:
  ReadOptions options_;
  InputFiles files_;
  InputFile file_;  // the one that reader_ reads
  std::unique_ptr<DocumentReader> reader_;
  std::uint32_t ordinal_ = 0;
};

}  // namespace calque::internal
