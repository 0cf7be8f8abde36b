// The grammars of names that ship, for tests.
#pragma once

#include <filesystem>
#include <string>

#include "align/entities/name_grammar.h"
#include "align/io/data_directory.h"

namespace calque::test {

// English for `en`, else French. Read once.
inline const internal::NameGrammar& NameGrammarOf(const std::string& language) {
  static const auto load = [](const char* code) {
    const std::filesystem::path data = CALQUE_SOURCE_DIRECTORY "/corpora";
    return internal::LoadNameGrammar(internal::LoadLanguageFile(data, code).at("names"), data,
                                     code);
  };
  static const internal::NameGrammar english = load("en");
  static const internal::NameGrammar french = load("fr");
  return language == "en" ? english : french;
}

}  // namespace calque::test
