// Tokens: words, numbers and punctuation marks, each a span inside one sentence.
//
//   L'O.N.U. a versé 1 234,5 euros, a-t-il dit.
//   L' O.N.U. a versé 1 234,5 euros , a -t-il dit .
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "align/io/json.h"
#include "calque/document.h"

namespace calque::internal {

// The `tokens` section of a language file and the abbreviations of its `segmentation` section,
// compiled. Immutable; shared between threads.
class Tokenizer {
 public:
  // Throws Error{kBadInput} where a section is malformed. An empty file gives the rules that hold
  // for every language: numbers, addresses, dotted acronyms, dictionary words for unspaced scripts.
  static std::shared_ptr<const Tokenizer> FromJson(const Json& language_file,
                                                   const std::string& language);
  virtual ~Tokenizer() = default;

  // Tokens of `span`, in order, disjoint, without white space (but for the blanks that group the
  // digits of a number); together they hold every character that is not white space. A period
  // belongs to its abbreviation, else it stands alone.
  [[nodiscard]] virtual std::vector<Token> Tokens(std::string_view text, ByteSpan span) const = 0;
};

// Whether every character of the sentences that is not white space is in a token of its sentence.
// Precondition: the document is sound, see base/bitext_check.h.
[[nodiscard]] bool IsTokenized(const Document& document);

// Fills `tokens` and the token ranges of the sentences.
void TokenizeDocument(const Tokenizer& tokenizer, Document* document);

}  // namespace calque::internal
