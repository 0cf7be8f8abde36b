// What is known beside the bitext.
#pragma once

#include <memory>

#include "align/entities/name_grammar.h"
#include "align/fidelity/grammar.h"
#include "align/model/model.h"

namespace calque::internal {

class FidelityWeights;
class Glossary;

// Immutable; shared between threads. Grammars and weights must be there.
struct FidelityContext {
  std::shared_ptr<const FidelityGrammar> source;
  std::shared_ptr<const FidelityGrammar> target;
  std::shared_ptr<const FidelityWeights> weights;
  // Null: words are compared by their form and links only, lengths with those of the bitext.
  const Model* model = nullptr;
  const Glossary* glossary = nullptr;         // null: none
  const NameGrammar* source_names = nullptr;  // null: any word with a capital may be a name
  const NameGrammar* target_names = nullptr;
  // Both languages have data on values: else words for numbers, scales and months mean nothing.
  bool reads_values = true;
};

}  // namespace calque::internal
