#include "tests/support/value_grammars.h"

#include <map>

#include "align/io/data_directory.h"
#include "align/io/json.h"

namespace calque::test {

const internal::ValueGrammar& ValueGrammarOf(const std::string& language) {
  static std::map<std::string, internal::ValueGrammar> grammars;
  const auto found = grammars.find(language);
  if (found != grammars.end()) return found->second;
  const internal::Json file =
      internal::LoadLanguageFile(CALQUE_SOURCE_DIRECTORY "/corpora", language);
  const internal::Json section = file.value("values", internal::Json::object());
  return grammars.emplace(language, internal::ValueGrammar::FromJson(section, language))
      .first->second;
}

std::vector<Mention> ValuesOf(std::string_view text, const std::string& language) {
  const ByteSpan whole{0, static_cast<std::uint32_t>(text.size())};
  return internal::FindValues(text, whole, ValueGrammarOf(language));
}

std::string KeysOf(std::string_view text, const std::string& language) {
  std::string keys;
  for (const Mention& mention : ValuesOf(text, language)) {
    if (!keys.empty()) keys += ' ';
    keys += mention.key;
  }
  return keys;
}

}  // namespace calque::test
