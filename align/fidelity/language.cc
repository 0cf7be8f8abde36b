// Text of the target in a language that is neither of the pair.
#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/base/language_tag.h"
#include "align/fidelity/check.h"
#include "align/fidelity/message.h"
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

// Numbers of a table and what both sides name say nothing of the language: leaves out their tokens.
std::vector<std::uint32_t> TellingWords(const View& view, IndexRange<Token> tokens) {
  const SideView& side = view.here();
  std::vector<std::uint32_t> telling;
  const IndexRange<Mention> mentions = side.MentionsIn(side.SpanOf(tokens));
  std::uint32_t next = mentions.begin;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const ByteSpan span = side.document().tokens[t].span;
    while (next < mentions.end && side.mentions()[next].span.end <= span.begin) ++next;
    const bool named = next < mentions.end && side.mentions()[next].span.Contains(span) &&
                       view.PartnerOf(next).exists();
    const Word& word = side.words()[t];
    if (!named && !word.IsPunctuation() && word.kind != WordClass::kNumber) telling.push_back(t);
  }
  return telling;
}

std::vector<Candidate> Run(const CheckInput& input) {
  const View view(input.scene, View::From::kTarget);
  const SideView& target = view.here();
  const std::string languages[] = {PrimaryLanguage(input.scene.source().document().language),
                                   PrimaryLanguage(target.document().language)};
  std::vector<Candidate> found;
  if (target.rules().function_words.empty()) return found;
  const std::vector<Bead>& beads = input.scene.bitext().beads;
  for (std::uint32_t i = 0; i < beads.size(); ++i) {
    const IndexRange<Token> tokens = target.TokensOf(beads[i].target);
    const std::vector<std::uint32_t> telling = TellingWords(view, tokens);
    if (telling.size() < kFewestWords) continue;
    float functions = 0.0F;
    float known = 0.0F;
    for (const std::uint32_t t : telling) {
      const Word& word = target.words()[t];
      functions += word.kind == WordClass::kFunction ? 1.0F : 0.0F;
      known += word.type == kUnknownType ? 0.0F : 1.0F;
    }
    const auto all = static_cast<float>(telling.size());
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

extern const Check kLanguageCheck{"language", &Run, kModels};

}  // namespace calque::internal
