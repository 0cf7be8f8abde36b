#include "align/segment/unspaced_words.h"

#include "align/base/icu.h"

namespace calque::internal {

struct UnspacedWords::Prototype {
  std::unique_ptr<icu::BreakIterator> iterator = NewWordIterator("und");
};

UnspacedWords::UnspacedWords() : prototype_(std::make_unique<Prototype>()) {}
UnspacedWords::~UnspacedWords() = default;

std::vector<Token> UnspacedWords::Words(std::string_view text, ByteSpan run) const {
  const std::unique_ptr<icu::BreakIterator> iterator(prototype_->iterator->clone());
  Utf8UText run_text(run.In(text));
  UErrorCode status = U_ZERO_ERROR;
  iterator->setText(run_text.get(), status);
  CheckIcu(status, "read text");
  std::vector<Token> words;
  std::int32_t begin = iterator->first();
  for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
       end = iterator->next()) {
    words.push_back({{run.begin + static_cast<std::uint32_t>(begin),
                      run.begin + static_cast<std::uint32_t>(end)}});
    begin = end;
  }
  return words;
}

}  // namespace calque::internal
