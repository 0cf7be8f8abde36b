// Words of scripts written without spaces, by ICU's dictionaries.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "calque/document.h"
#include "calque/span.h"

namespace calque::internal {

// One prototype, cloned for each run: ICU's iterators hold the text they work on.
class UnspacedWords {
 public:
  UnspacedWords();
  ~UnspacedWords();

  // The words of `run` (letters of one or more unspaced scripts), in order, covering it.
  [[nodiscard]] std::vector<Token> Words(std::string_view text, ByteSpan run) const;

 private:
  struct Prototype;
  std::unique_ptr<Prototype> prototype_;
};

}  // namespace calque::internal
