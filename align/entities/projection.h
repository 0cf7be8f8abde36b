// Where word links carry a span of the source: annotation projection (Yarowsky & Ngai 2001), with
// gaps filled and stray links dropped (García-Ferrero et al. 2022).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "align/entities/name_grammar.h"
#include "calque/bitext.h"
#include "calque/side.h"

namespace calque::internal {

struct Projection {
  IndexRange<Token> tokens;  // of the other side
  ByteSpan span;
  float confidence = 0.0F;  // share of the words of the span that the links carry there, in [0, 1]
};

// The tokens of both sides of a bead.
struct BeadTokens {
  IndexRange<Token> source;
  IndexRange<Token> target;
};

// The run of tokens on the other side of the bead that the links of the tokens of `span` on `side`
// make likeliest; nothing where no link leads there. `grammar` is of the other side: its small
// words are taken off both ends.
[[nodiscard]] std::optional<Projection> ProjectSpan(const Bitext& bitext, Side side, ByteSpan span,
                                                    const BeadTokens& bead,
                                                    const NameGrammar& grammar);

// The tokens that `span` touches.
[[nodiscard]] IndexRange<Token> TokensOf(const Document& document, ByteSpan span);

// Those of them that translations have to keep: all but `of the`, `pour les` and punctuation, or
// all where nothing else is there. In text order.
[[nodiscard]] std::vector<std::uint32_t> ContentTokensOf(const Document& document, ByteSpan span,
                                                         const NameGrammar& grammar);

}  // namespace calque::internal
