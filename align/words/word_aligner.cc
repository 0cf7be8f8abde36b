#include "align/words/word_aligner.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "align/base/utf8.h"
#include "align/model/parallel.h"
#include "align/words/bead_size.h"
#include "align/words/text_linker.h"

namespace calque::internal {
namespace {

constexpr std::size_t kPairsPerBlock = 4;

std::vector<std::string> Folded(const Document& document, IndexRange<Token> tokens) {
  std::vector<std::string> folded;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    folded.push_back(Fold(document.TextOf(document.tokens[i])));
  }
  return folded;
}

// A word that its text's tokens cut at an apostrophe and the model knows whole only (`aujourd'
// hui`): both tokens stand for the whole.
void JoinAtApostrophes(const LexiconSide& lexicon, std::vector<std::string>* folded) {
  for (std::size_t i = 0; i + 1 < folded->size(); ++i) {
    std::string& word = (*folded)[i];
    if (!word.ends_with('\'') || word.size() < 2) continue;
    std::string& next = (*folded)[i + 1];
    const auto knows = [&](const std::string& text) { return lexicon.Find(text) != kUnknownType; };
    const std::string whole = word + next;
    if ((knows(word) && knows(next)) || !knows(whole)) continue;
    word = whole;
    next = whole;
  }
}

using Partners = std::vector<WordGrammar::Partners>;
using Position = std::uint32_t PairLink::*;

// A word with a partner that is linked for sure has the links of its partner. Table and order alone
// give `ne` of `do not … : ne … pas` to `do`.
void ShareLinks(const Partners& partners, Position side, std::vector<PairLink>* links) {
  for (const WordGrammar::Partners& pair : partners) {
    std::vector<PairLink> shared;
    for (PairLink link : *links) {
      if (link.*side != pair.partner || link.probability < kSureLink) continue;
      link.*side = pair.word;
      shared.push_back(link);
    }
    if (shared.empty()) continue;
    std::erase_if(*links, [&](const PairLink& link) { return link.*side == pair.word; });
    links->insert(links->end(), shared.begin(), shared.end());
  }
}

struct BeadWords {
  const Bead* bead = nullptr;
  Partners source;
  Partners target;
};

// What of a bead the linker reads, and what it need not know.
BeadWords AddBead(const Bitext& bitext, const Bead& bead, const Model* model,
                  const WordOptions& options, ParallelText* text) {
  std::vector<std::string> source = Folded(bitext.source, bitext.source.TokensOf(bead.source));
  std::vector<std::string> target = Folded(bitext.target, bitext.target.TokensOf(bead.target));
  BeadWords words{&bead, {}, {}};
  if (options.source_grammar != nullptr) {
    words.source = options.source_grammar->FindPartners(source);
  }
  if (options.target_grammar != nullptr) {
    words.target = options.target_grammar->FindPartners(target);
  }
  if (model != nullptr) {
    JoinAtApostrophes(model->lexicon().source(), &source);
    JoinAtApostrophes(model->lexicon().target(), &target);
  }
  text->Add(source, target);
  return words;
}

std::vector<std::vector<PairLink>> LinkPairs(const ParallelText& text, const Model* model,
                                             const WordOptions& options) {
  const TextLinker linker(text, model, options.weights, options.progress);
  std::vector<std::vector<PairLink>> links(text.size());
  ForEachBlock(text.size(), kPairsPerBlock, [&](std::size_t begin, std::size_t end) {
    TextLinker::Scratch scratch = linker.NewScratch();
    for (std::size_t pair = begin; pair < end; ++pair) {
      links[pair] = linker.Links(pair, std::min(options.threshold, kSureLink), &scratch);
    }
  });
  return links;
}

}  // namespace

std::vector<WordLink> AlignWords(const Bitext& bitext, const Model* model,
                                 const WordOptions& options) {
  ParallelText text;
  std::vector<BeadWords> beads;
  for (const Bead& bead : bitext.beads) {
    if (bead.IsNull() || IsTooLong(bitext, bead)) continue;
    beads.push_back(AddBead(bitext, bead, model, options, &text));
  }
  auto pairs = LinkPairs(text, model, options);
  std::vector<WordLink> links;
  for (std::size_t i = 0; i < beads.size(); ++i) {
    ShareLinks(beads[i].source, &PairLink::source, &pairs[i]);
    ShareLinks(beads[i].target, &PairLink::target, &pairs[i]);
    std::sort(pairs[i].begin(), pairs[i].end(), [](const PairLink& a, const PairLink& b) {
      return std::tie(a.source, a.target) < std::tie(b.source, b.target);
    });
    const std::uint32_t source = bitext.source.TokensOf(beads[i].bead->source).begin;
    const std::uint32_t target = bitext.target.TokensOf(beads[i].bead->target).begin;
    for (const PairLink& link : pairs[i]) {
      if (link.probability < options.threshold) continue;
      links.push_back({.source = source + link.source,
                       .target = target + link.target,
                       .probability = link.probability});
    }
  }
  // Beads of a file may be in any order.
  std::stable_sort(links.begin(), links.end(), [](const WordLink& a, const WordLink& b) {
    return std::tie(a.source, a.target) < std::tie(b.source, b.target);
  });
  return links;
}

}  // namespace calque::internal
