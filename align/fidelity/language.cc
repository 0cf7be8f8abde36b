// Text of the target in a language that is neither of the pair.
#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/base/language_tag.h"
#include "align/fidelity/builtin_checks.h"
#include "align/fidelity/message.h"
#include "align/fidelity/runs.h"
#include "align/io/language_id.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "words",      // log of the number of words
    "reliable",   // the language is recognised with confidence
    "functions",  // share of the words that are function words of the target's language
    "known",      // share that the lexicon knows; 0 without one
};
const EvidenceModel kModel{"wrong-language", kFeatures};

constexpr std::uint32_t kFewestWords = 6;  // fewer words look like many languages

// Those of a table say nothing.
std::uint32_t CountNumbers(const SideView& side, IndexRange<Token> tokens) {
  const auto words = side.words().subspan(tokens.begin, tokens.size());
  return static_cast<std::uint32_t>(std::ranges::count(words, WordClass::kNumber, &Word::kind));
}

std::vector<Candidate> Run(const CheckInput& input) {
  const SideView& target = input.scene.target();
  const std::string languages[] = {PrimaryLanguage(input.scene.source().document().language),
                                   PrimaryLanguage(target.document().language)};
  std::vector<Candidate> found;
  if (target.rules().function_words.empty()) return found;
  const std::vector<Bead>& beads = input.scene.bitext().beads;
  for (std::uint32_t i = 0; i < beads.size(); ++i) {
    const IndexRange<Token> tokens = target.TokensOf(beads[i].target);
    const std::uint32_t words = CountWords(target, tokens) - CountNumbers(target, tokens);
    if (words < kFewestWords) continue;
    float functions = 0.0F;
    float known = 0.0F;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const Word& word = target.words()[t];
      functions += word.kind == WordClass::kFunction ? 1.0F : 0.0F;
      known += word.type == kUnknownType || word.IsPunctuation() ? 0.0F : 1.0F;
    }
    const auto all = static_cast<float>(words);
    constexpr float kOrdinary = 0.3F;  // share of function words that settles the language
    if (functions / all >= kOrdinary) continue;
    const ByteSpan span = target.SpanOf(tokens);
    const LanguageGuess guess = GuessLanguage(target.Text(span));
    const std::string guessed = PrimaryLanguage(guess.language);
    if (guessed == "und" || guessed == languages[0] || guessed == languages[1]) continue;
    Candidate candidate;
    candidate.category = "wrong-language";
    candidate.model = &kModel;
    candidate.features = {std::log(all), guess.reliable ? 1.0F : 0.0F, functions / all,
                          known / all};
    candidate.bead = i;
    candidate.source = input.scene.source().SpanOf(input.scene.source().TokensOf(beads[i].source));
    candidate.target = span;
    candidate.message =
        Quoted(target.Text(span)) + " is in another language (" + std::string(guessed) + ").";
    found.push_back(std::move(candidate));
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kModel};

}  // namespace

const Check kLanguageCheck{"language", &Run, kModels};

}  // namespace calque::internal
