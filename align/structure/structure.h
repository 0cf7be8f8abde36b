// From raw text to typed paragraphs: line layout, headline, dateline, credits, furniture.
#pragma once

#include <memory>
#include <string>

#include "align/io/json.h"
#include "align/read/reader.h"
#include "calque/document.h"

namespace calque::internal {

// The `dispatch` section of a language file, compiled: agencies, credit words, month names,
// furniture patterns. Immutable; shared between threads.
class DispatchGrammar {
 public:
  // Throws Error{kBadInput} where the section is malformed. An empty section gives the
  // language-neutral rules only.
  static std::shared_ptr<const DispatchGrammar> FromJson(const Json& section,
                                                         const std::string& language);

  struct Rules;
  explicit DispatchGrammar(std::shared_ptr<const Rules> rules) : rules_(std::move(rules)) {}
  [[nodiscard]] const Rules& rules() const { return *rules_; }

 private:
  std::shared_ptr<const Rules> rules_;
};

// Fills headline, dateline, date, paragraphs and credits; sentences and tokens stay empty.
// Nothing of the text is dropped: paragraphs are disjoint, in order, and only white space lies
// between them.
[[nodiscard]] Document AnalyseStructure(RawDocument raw, const DispatchGrammar& grammar);

}  // namespace calque::internal
