#include "align/words/word_aligner.h"

#include <algorithm>
#include <string>

#include "align/base/utf8.h"
#include "align/model/parallel.h"
#include "align/words/text_linker.h"

namespace calque::internal {
namespace {

constexpr std::size_t kPairsPerBlock = 64;
// A run of text this long without a sentence end is no sentence; its words are not linked.
constexpr std::uint32_t kLongestSide = 2000;

// The tokens of a run of sentences; consecutive in the document.
IndexRange<Token> TokensOf(const Document& document, IndexRange<Sentence> sentences) {
  if (sentences.empty()) return {};
  return {document.sentences[sentences.begin].tokens.begin,
          document.sentences[sentences.end - 1].tokens.end};
}

std::vector<std::string> Folded(const Document& document, IndexRange<Token> tokens) {
  std::vector<std::string> folded;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    folded.push_back(Fold(document.TextOf(document.tokens[i])));
  }
  return folded;
}

std::vector<std::vector<PairLink>> LinkPairs(const ParallelText& text, const Model* model,
                                             const WordOptions& options) {
  const TextLinker linker(text, model, options.weights, options.progress);
  std::vector<std::vector<PairLink>> links(text.size());
  ForEachBlock(text.size(), kPairsPerBlock, [&](std::size_t begin, std::size_t end) {
    TextLinker::Scratch scratch = linker.NewScratch();
    for (std::size_t pair = begin; pair < end; ++pair) {
      links[pair] = linker.Links(pair, options.threshold, &scratch);
    }
  });
  return links;
}

}  // namespace

std::vector<WordLink> AlignWords(const Bitext& bitext, const Model* model,
                                 const WordOptions& options) {
  ParallelText text;
  std::vector<const Bead*> beads;
  for (const Bead& bead : bitext.beads) {
    const IndexRange<Token> source = TokensOf(bitext.source, bead.source);
    const IndexRange<Token> target = TokensOf(bitext.target, bead.target);
    if (bead.IsNull() || std::max(source.size(), target.size()) > kLongestSide) continue;
    beads.push_back(&bead);
    text.Add(Folded(bitext.source, source), Folded(bitext.target, target));
  }
  const auto pairs = LinkPairs(text, model, options);
  std::vector<WordLink> links;
  for (std::size_t i = 0; i < beads.size(); ++i) {
    const std::uint32_t source = TokensOf(bitext.source, beads[i]->source).begin;
    const std::uint32_t target = TokensOf(bitext.target, beads[i]->target).begin;
    for (const PairLink& link : pairs[i]) {
      links.push_back({source + link.source, target + link.target, link.probability});
    }
  }
  return links;
}

}  // namespace calque::internal
