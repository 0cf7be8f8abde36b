// ICU at arm's length: the one translation point of UErrorCode, and owners of ICU handles.
#pragma once

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/utypes.h>

#include <memory>
#include <string>
#include <string_view>

namespace calque::internal {

// Throws Error{kInternal} naming `what` when `status` says failure.
void CheckIcu(UErrorCode status, std::string_view what);

// A UText over UTF-8 bytes; offsets are byte offsets. The bytes must outlive it.
class Utf8UText {
 public:
  explicit Utf8UText(std::string_view text);
  ~Utf8UText();
  Utf8UText(const Utf8UText&) = delete;
  Utf8UText& operator=(const Utf8UText&) = delete;

  [[nodiscard]] UText* get() { return text_; }

 private:
  UText* text_;
};

// A fresh iterator of one thread. Creating the first of a language takes some 250 µs: keep it and
// clone it.
[[nodiscard]] std::unique_ptr<icu::BreakIterator> NewSentenceIterator(const std::string& language);
[[nodiscard]] std::unique_ptr<icu::BreakIterator> NewWordIterator(const std::string& language);

}  // namespace calque::internal
