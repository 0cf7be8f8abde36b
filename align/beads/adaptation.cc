#include "align/beads/adaptation.h"

#include <string>
#include <vector>

#include "align/model/ibm1.h"

namespace calque::internal {
namespace {

std::vector<std::string> WordsIn(const SideWords& side, std::uint32_t first, std::uint32_t size) {
  std::vector<std::string> words;
  for (std::uint32_t sentence = first; sentence < first + size; ++sentence) {
    for (const TypeId type : side.Sentence(sentence)) {
      words.emplace_back(side.vocabulary.Word(type));
    }
  }
  return words;
}

}  // namespace

std::unique_ptr<Lexicon> LearnWords(const SideWords& source, const SideWords& target,
                                    const Band& band, const std::vector<BeadShape>& shapes,
                                    const BeadPosteriors& posteriors, const Lexicon* model,
                                    const AdaptParameters& parameters) {
  ParallelText text;
  ForEachBead(band, shapes, [&](std::uint32_t i, std::uint32_t j, std::size_t k) {
    const float posterior = posteriors.match.At(band.At(i, j), k);
    if (posterior < parameters.least_posterior) return;
    text.Add(WordsIn(source, i, shapes[k].source), WordsIn(target, j, shapes[k].target), posterior);
  });
  Ibm1Options options;
  options.iterations = parameters.iterations;
  options.discount = parameters.discount;
  options.threshold = parameters.threshold;
  return TrainLexicon(text, options, {model, parameters.strength});
}

}  // namespace calque::internal
