#include "align/entities/projection.h"

#include <algorithm>

#include "align/base/utf8.h"
#include "align/entities/sides.h"

namespace calque::internal {
namespace {

constexpr float kUnlinkedCost = 0.2F;     // of a token in the run that no link explains
constexpr float kStrayWeight = 0.8F;      // of links from the run to words outside the span
constexpr float kLeastEdgeGain = 0.25F;   // of the first and of the last token of the run
constexpr std::uint32_t kMostGrowth = 4;  // a translation is at most so much longer than twice

// What ties the tokens of a side of a bead to a span of the other, and to all else.
struct TokenTies {
  std::vector<float> inside;
  std::vector<float> outside;
};

TokenTies TiesOf(const Bitext& bitext, Side side, IndexRange<Token> from, const BeadTokens& bead) {
  const IndexRange<Token> window = side == Side::kSource ? bead.target : bead.source;
  TokenTies ties;
  ties.inside.assign(window.size(), 0.0F);
  ties.outside.assign(window.size(), 0.0F);
  auto link = std::lower_bound(
      bitext.words.begin(), bitext.words.end(), bead.source.begin,
      [](const WordLink& word, std::uint32_t token) { return word.source < token; });
  for (; link != bitext.words.end() && link->source < bead.source.end; ++link) {
    const std::uint32_t here = side == Side::kSource ? link->source : link->target;
    const std::uint32_t there = side == Side::kSource ? link->target : link->source;
    if (there < window.begin || there >= window.end) continue;
    const bool inside = here >= from.begin && here < from.end;
    (inside ? ties.inside : ties.outside)[there - window.begin] += link->probability;
  }
  return ties;
}

float GainOf(const TokenTies& ties, std::size_t token) {
  const float inside = std::min(ties.inside[token], 1.0F);
  const float outside = std::min(ties.outside[token], 1.0F);
  if (inside + outside < 0.1F) return -kUnlinkedCost;
  return inside - kStrayWeight * outside;
}

// The run of the greatest sum of gains (Kadane), of at most `longest` tokens.
IndexRange<Token> BestRun(const TokenTies& ties, std::uint32_t longest) {
  IndexRange<Token> best;
  float best_sum = 0.0F;
  const auto size = static_cast<std::uint32_t>(ties.inside.size());
  for (std::uint32_t begin = 0; begin < size; ++begin) {
    if (ties.inside[begin] <= 0.0F) continue;
    float sum = 0.0F;
    for (std::uint32_t end = begin; end < size && end - begin < longest; ++end) {
      sum += GainOf(ties, end);
      if (ties.inside[end] > 0.0F && sum > best_sum) {
        best_sum = sum;
        best = {begin, end + 1};
      }
    }
  }
  while (best.size() > 1 && GainOf(ties, best.begin) < kLeastEdgeGain) ++best.begin;
  while (best.size() > 1 && GainOf(ties, best.end - 1) < kLeastEdgeGain) --best.end;
  return best;
}

bool IsSmallWord(std::string_view token, const NameGrammar& grammar) {
  const std::string word = PhraseKey(token);
  if (word.empty()) return true;  // punctuation
  return !IsUpper(DecodeAt(token, 0).value) &&
         (grammar.joiners.contains(word) || grammar.determiners.contains(word) ||
          grammar.elisions.contains(word) || grammar.openers.contains(word) ||
          grammar.locatives.contains(word) || grammar.possessives.contains(word));
}

}  // namespace

IndexRange<Token> TokensOf(const Document& document, ByteSpan span) {
  const auto begin =
      std::lower_bound(document.tokens.begin(), document.tokens.end(), span.begin,
                       [](const Token& token, std::uint32_t at) { return token.span.end <= at; });
  auto end = begin;
  while (end != document.tokens.end() && end->span.begin < span.end) ++end;
  return {static_cast<std::uint32_t>(begin - document.tokens.begin()),
          static_cast<std::uint32_t>(end - document.tokens.begin())};
}

std::vector<std::uint32_t> ContentTokensOf(const Document& document, ByteSpan span,
                                           const NameGrammar& grammar) {
  const IndexRange<Token> all = TokensOf(document, span);
  std::vector<std::uint32_t> content;
  for (std::uint32_t t = all.begin; t < all.end; ++t) {
    if (!IsSmallWord(document.TextOf(document.tokens[t]), grammar)) content.push_back(t);
  }
  if (content.empty()) {
    for (std::uint32_t t = all.begin; t < all.end; ++t) content.push_back(t);
  }
  return content;
}

std::optional<Projection> ProjectSpan(const Bitext& bitext, Side side, ByteSpan span,
                                      const BeadTokens& bead, const NameGrammar& grammar) {
  const Document& here = DocumentOf(bitext, side);
  const Document& there = DocumentOf(bitext, OtherSide(side));
  const IndexRange<Token> from = TokensOf(here, span);
  const IndexRange<Token> window = side == Side::kSource ? bead.target : bead.source;
  const TokenTies ties = TiesOf(bitext, side, from, bead);
  IndexRange<Token> run = BestRun(ties, 2 * from.size() + kMostGrowth);
  const auto text = [&](std::uint32_t token) {
    return there.TextOf(there.tokens[window.begin + token]);
  };
  while (!run.empty() && IsSmallWord(text(run.begin), grammar)) ++run.begin;
  while (!run.empty() && IsSmallWord(text(run.end - 1), grammar)) --run.end;
  if (run.empty()) return std::nullopt;
  Projection projection;
  projection.tokens = {window.begin + run.begin, window.begin + run.end};
  projection.span = {there.tokens[projection.tokens.begin].span.begin,
                     there.tokens[projection.tokens.end - 1].span.end};
  float carried = 0.0F;
  std::uint32_t unexplained = 0;  // small words that no link has to explain: `Bureau de la …`
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    const float tie = std::min(ties.inside[i], 1.0F);
    carried += tie;
    unexplained += tie < 0.5F && IsSmallWord(text(i), grammar) ? 1 : 0;
  }
  const auto words = static_cast<float>(std::max(from.size(), run.size() - unexplained));
  projection.confidence = std::min(1.0F, carried / words);
  return projection;
}

}  // namespace calque::internal
