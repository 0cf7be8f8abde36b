#include "tests/support/dispatches.h"

#include <map>

#include "align/io/data_directory.h"
#include "align/structure/structure.h"

namespace calque::test {

std::shared_ptr<const internal::DispatchGrammar> ShippedGrammar(const std::string& language) {
  static std::map<std::string, std::shared_ptr<const internal::DispatchGrammar>> compiled;
  auto& grammar = compiled[language];
  if (grammar != nullptr) return grammar;
  const std::filesystem::path data = CALQUE_SOURCE_DIRECTORY "/corpora";
  grammar = internal::DispatchGrammar::FromLanguageFile(internal::LoadLanguageFile(data, language),
                                                        data, language);
  return grammar;
}

Document Analyse(const std::string& text, const std::string& language) {
  internal::RawDocument raw;
  raw.text = text;
  return internal::AnalyseStructure(std::move(raw), *ShippedGrammar(language));
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

}  // namespace calque::test
