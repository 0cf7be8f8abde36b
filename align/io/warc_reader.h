// Records of a web archive (WARC 1.0 and 1.1, ISO 28500), split by ourselves: libarchive's reader
// names them by the last part of their address and returns four bytes too many.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "align/io/byte_source.h"

namespace calque::internal {

[[nodiscard]] bool IsWarc(std::string_view head);

// What the records and the HTTP answer in them say of a page.
struct WarcPage {
  std::string address;       // target URI
  std::string date;          // WARC-Date, ISO 8601
  std::string content_type;  // `text/html`, lower case, without parameters; may be empty
  std::string charset;       // may be empty
};

class WarcReader {
 public:
  explicit WarcReader(std::unique_ptr<ByteSource> source);
  ~WarcReader();
  WarcReader(const WarcReader&) = delete;
  WarcReader& operator=(const WarcReader&) = delete;

  // The next page that was had (`resource` and `conversion` records, `response` records of status
  // 200) and may hold text; nothing at the end. Throws Error{kBadInput} with the number of the
  // record where the file is damaged or cut off; then there is nothing behind it.
  [[nodiscard]] std::optional<WarcPage> Next();

  // The bytes of that page without HTTP head, chunks joined, named `archive!address`; usable until
  // the next call of Next().
  [[nodiscard]] std::unique_ptr<ByteSource> OpenPage();

 private:
  class Stream;
  std::unique_ptr<Stream> stream_;
  WarcPage page_;
  std::string encoding_;  // of the HTTP answer: `gzip` or empty
  bool chunked_ = false;

  [[nodiscard]] bool ReadHttpHead();
};

}  // namespace calque::internal
