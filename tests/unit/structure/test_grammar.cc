#include "tests/unit/structure/test_grammar.h"

#include "align/io/data_directory.h"
#include "align/structure/structure.h"

namespace calque::internal {
namespace {

std::shared_ptr<const DispatchGrammar> Load(const std::string& language) {
  const Json file = LoadLanguageFile(CALQUE_SOURCE_DIRECTORY "/corpora", language);
  return DispatchGrammar::FromJson(file.value("dispatch", Json::object()), language);
}

}  // namespace

std::shared_ptr<const DispatchGrammar> ShippedGrammar(const std::string& language) {
  std::vector<std::shared_ptr<const DispatchGrammar>> others;
  for (const char* other : {"en", "fr", "de", "es", "it", "pt"}) {
    if (other != language) others.push_back(Load(other));
  }
  return DispatchGrammar::WithFallbacks(*Load(language), others);
}

Document Analyse(const std::string& text, const std::string& language) {
  RawDocument raw;
  raw.text = text;
  return AnalyseStructure(std::move(raw), *ShippedGrammar(language));
}

std::vector<std::string> Described(const Document& document) {
  std::vector<std::string> lines;
  for (const Paragraph& paragraph : document.paragraphs) {
    std::string line = std::string(ToString(paragraph.kind)) + ": ";
    for (const char c : paragraph.span.In(document.text)) line += c == '\n' ? '/' : c;
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> DescribedCredits(const Document& document) {
  std::vector<std::string> lines;
  for (const Credit& credit : document.credits) {
    std::string line = std::string(ToString(credit.role)) + " " + credit.name;
    if (!credit.place.empty()) line += " @ " + credit.place;
    if (!credit.organisation.empty()) line += " (" + credit.organisation + ")";
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace calque::internal
