// What the whole document says about its words: the ground on which one sentence is read.
#pragma once

#include <unordered_set>
#include <vector>

#include "align/entities/name_grammar.h"
#include "align/entities/name_parts.h"
#include "calque/bitext.h"
#include "calque/document.h"

namespace calque::internal {

// How far capitals tell names in a sentence.
enum class Capitals : std::uint8_t {
  kTellNames,
  kEveryWord,   // `Ghana Wins Approval`
  kThroughout,  // `GHANA WINS APPROVAL`
};

struct NameSentence {
  std::vector<NamePart> parts;
  std::vector<bool> blocked;  // part of a value or of the dateline, see NameText::fixed
  Capitals capitals = Capitals::kTellNames;
};

struct NameText {
  // Values and the dateline: no name overlaps them but a listed one that begins before. A value
  // that begins a longer listed name is none of them: `Second World War`, `Vendredi saint`.
  std::vector<ByteSpan> fixed;
  std::vector<NameSentence> sentences;
  std::unordered_set<std::uint64_t> capitalised;  // parts with a capital that tells
  std::unordered_set<std::uint64_t> lower;        // parts without
};

[[nodiscard]] NameText ReadNameText(const Document& document, const NameGrammar& grammar,
                                    const std::vector<Mention>& values);

}  // namespace calque::internal
