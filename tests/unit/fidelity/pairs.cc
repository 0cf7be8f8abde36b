#include "tests/unit/fidelity/pairs.h"

#include <filesystem>

#include "align/archive/language_resources.h"
#include "align/io/data_directory.h"
#include "align/io/file.h"
#include "align/io/json.h"
#include "align/segment/tokenizer.h"

namespace calque::internal {
namespace {

const std::filesystem::path kData = CALQUE_SOURCE_DIRECTORY "/corpora";

Document MakeDocument(const std::vector<std::string>& sentences, const std::string& language) {
  Document document;
  document.language = language;
  for (const std::string& sentence : sentences) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += sentence;
    document.sentences.push_back(
        {{begin, begin + static_cast<std::uint32_t>(sentence.size())}, {}, 1});
    document.text += "\n";
  }
  document.paragraphs.push_back({{0, static_cast<std::uint32_t>(document.text.size())},
                                 {0, static_cast<std::uint32_t>(sentences.size())},
                                 ParagraphKind::kBody});
  TokenizeDocument(*Tokenizer::FromJson(LoadLanguageFile(kData, language), language), &document);
  return document;
}

std::shared_ptr<const FidelityGrammar> Grammar(const std::string& language) {
  return FidelityGrammar::FromJson(LoadLanguageFile(kData, language).at("fidelity"), language);
}

}  // namespace

Bitext MakeBitext(const SentencePairs& pairs) {
  std::vector<std::string> sources;
  std::vector<std::string> targets;
  Bitext bitext;
  for (const auto& [source, target] : pairs) {
    const auto at = static_cast<std::uint32_t>(sources.size());
    sources.push_back(source);
    targets.push_back(target);
    bitext.beads.push_back({{at, at + 1}, {at, at + 1}, 1.0F, false});
  }
  bitext.source = MakeDocument(sources, "en");
  bitext.target = MakeDocument(targets, "fr");
  return bitext;
}

FidelityContext ShippedContext() {
  return {.source = Grammar("en"), .target = Grammar("fr"), .weights = LoadFidelityWeights(kData)};
}

std::vector<Finding> Departures(const SentencePairs& pairs, const FidelityOptions& options) {
  return FindDepartures(MakeBitext(pairs), ShippedContext(), options);
}

std::vector<std::string> Categories(const SentencePairs& pairs, const FidelityOptions& options) {
  std::vector<std::string> categories;
  for (const Finding& finding : Departures(pairs, options)) categories.push_back(finding.category);
  return categories;
}

}  // namespace calque::internal
