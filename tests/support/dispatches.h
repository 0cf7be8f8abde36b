// Dispatches in tests: the shipped grammars, and documents described line by line.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "align/structure/grammar.h"
#include "calque/document.h"

namespace calque::test {

// The grammar of one language with those behind it that its file names, as the command uses it.
[[nodiscard]] std::shared_ptr<const internal::DispatchGrammar> ShippedGrammar(
    const std::string& language);

// The structure of a plain text.
[[nodiscard]] Document Analyse(const std::string& text, const std::string& language);

// `kind: text`, a paragraph each, line breaks shown as `/`.
[[nodiscard]] std::vector<std::string> Described(const Document& document);

// `role name @ place (organisation)`, a credit each.
[[nodiscard]] std::vector<std::string> DescribedCredits(const Document& document);

}  // namespace calque::test
