// The shipped grammars and small readers for the tests of `structure`.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "align/structure/grammar.h"
#include "calque/document.h"

namespace calque::internal {

// The grammar of one language with those of the others behind it, as the command uses it.
[[nodiscard]] std::shared_ptr<const DispatchGrammar> ShippedGrammar(const std::string& language);

// The structure of a plain text.
[[nodiscard]] Document Analyse(const std::string& text, const std::string& language);

// `kind: text`, a paragraph each, line breaks shown as `/`.
[[nodiscard]] std::vector<std::string> Described(const Document& document);

// `role name @ place (organisation)`, a credit each.
[[nodiscard]] std::vector<std::string> DescribedCredits(const Document& document);

}  // namespace calque::internal
