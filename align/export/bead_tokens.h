// Tokens of the sentences of a bead, and what formats of one token a line say of them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

struct SideTokens {
  std::vector<ByteSpan> spans;         // in text order
  std::vector<std::uint32_t> indices;  // of Document::tokens; empty where those were not filled

  // Position of token `index` of the document, from 0; the number of tokens where it is not here.
  [[nodiscard]] std::size_t PositionOf(std::uint32_t index) const;
};

// The tokens of a range of sentences; runs of other than white space where the document has none.
[[nodiscard]] SideTokens TokensOf(const Document& document, IndexRange<Sentence> range);

// The token as one line.
[[nodiscard]] std::string FormOf(const Document& document, ByteSpan token);

// Word links of a bead as positions in the tokens of its two sides, from 0, sorted, source first.
// Links below kSureLink are left out and counted in `possible`.
using PositionLinks = std::vector<std::pair<std::size_t, std::size_t>>;
[[nodiscard]] PositionLinks LinksOf(const Bitext& bitext, const SideTokens& source,
                                    const SideTokens& target, std::uint64_t* possible);

// `PER`, `ORG`, `LOC`, `MISC` as in the CoNLL-2003 task (Tjong Kim Sang & De Meulder 2003), and
// `MONEY`, `DATE`, … for values.
[[nodiscard]] std::string_view TagOf(MentionKind kind);

// `B-PER`, `I-PER`, `O` for each token. Mentions are in text order.
[[nodiscard]] std::vector<std::string> BioTags(const std::vector<Mention>& mentions,
                                               std::span<const ByteSpan> tokens);

}  // namespace calque::internal
