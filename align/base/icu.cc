#include "align/base/icu.h"

#include <unicode/locid.h>

#include "calque/error.h"

namespace calque::internal {

void CheckIcu(UErrorCode status, std::string_view what) {
  if (U_SUCCESS(status)) return;
  throw Error(ErrorCode::kInternal,
              "ICU cannot " + std::string(what) + " (" + u_errorName(status) + ")");
}

Utf8UText::Utf8UText(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  text_ = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  CheckIcu(status, "open UTF-8 text");
}

Utf8UText::~Utf8UText() { utext_close(text_); }

std::unique_ptr<icu::BreakIterator> NewSentenceIterator(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createSentenceInstance(icu::Locale(language.c_str()), status));
  CheckIcu(status, "open its sentence rules");
  return iterator;
}

std::unique_ptr<icu::BreakIterator> NewWordIterator(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale(language.c_str()), status));
  CheckIcu(status, "open its word rules");
  return iterator;
}

}  // namespace calque::internal
