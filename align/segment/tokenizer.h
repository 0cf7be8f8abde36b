// Tokens: words, numbers and punctuation marks, each a span inside one sentence.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "align/io/json.h"
#include "calque/document.h"

namespace calque::internal {

// The `tokens` section of a language file, compiled: elisions (`l'`, `qu'`), clitics (`'s`,
// `-t-il`). Immutable; shared between threads.
class Tokenizer {
 public:
  static std::shared_ptr<const Tokenizer> FromJson(const Json& section,
                                                   const std::string& language);
  virtual ~Tokenizer() = default;

  // Tokens of `span`, in order, disjoint, without white space; together they hold every character
  // that is not white space.
  [[nodiscard]] virtual std::vector<Token> Tokens(std::string_view text, ByteSpan span) const = 0;
};

// Fills `tokens` and the token ranges of the sentences.
void TokenizeDocument(const Tokenizer& tokenizer, Document* document);

}  // namespace calque::internal
