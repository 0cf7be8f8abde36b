// Gets single documents out of an archive: files of one document directly, documents of files that
// hold many by reading such a file once for all that will be wanted soon.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "align/archive/manifest.h"
#include "align/read/reader.h"

namespace calque::internal {

class DocumentFetcher {
 public:
  explicit DocumentFetcher(std::string root) : root_(std::move(root)) {}

  // Reads what of `places` stands in files of many documents, and forgets what was read before. A
  // file that cannot be read is found out by Fetch(). Holds no more than `budget` bytes, or one
  // document; returns how many of the first places are cared for: at least one, where there is one.
  std::size_t Prepare(const std::vector<const DocumentPlace*>& places, std::size_t budget);
  // Bytes of a document that is held; 0 of others.
  [[nodiscard]] std::size_t PreparedSize(const DocumentPlace& place) const;
  // From any number of threads between two calls of Prepare(). Throws what reading throws, and
  // Error{kMissingInput} where the file no longer holds the document.
  [[nodiscard]] RawDocument Fetch(const DocumentPlace& place) const;
  [[nodiscard]] std::string PathOf(const DocumentPlace& place) const;

 private:
  using Key = std::pair<std::string, std::uint32_t>;  // file and ordinal

  std::string root_;
  std::map<Key, RawDocument> prepared_;
};

}  // namespace calque::internal
