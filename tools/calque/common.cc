#include "tools/calque/common.h"

#include <algorithm>
#include <iostream>
#include <optional>

#include "align/base/printable.h"

namespace calque::tools {
namespace {

bool Declares(const Verb& verb, std::string_view name) {
  return std::any_of(verb.options.begin(), verb.options.end(),
                     [&](const Option& option) { return option.name == name; });
}

// Names of --input that are no format of documents.
std::string DocumentFormatOf(const std::string& input) {
  constexpr std::string_view kOthers[] = {"auto", "conll", "lines", "tsv"};
  const bool other = std::find(std::begin(kOthers), std::end(kOthers), input) != std::end(kOthers);
  return other ? std::string() : input;
}

std::string GetIfDeclared(const Arguments& arguments, std::string_view name) {
  return Declares(arguments.verb(), name) ? arguments.Get(name) : std::string();
}

std::string LanguageIfDeclared(const Arguments& arguments, std::string_view name) {
  return Declares(arguments.verb(), name) ? LanguageFrom(arguments, name) : std::string();
}

bool HasIfDeclared(const Arguments& arguments, std::string_view name) {
  return Declares(arguments.verb(), name) && arguments.Has(name);
}

}  // namespace

std::string LanguageFrom(const Arguments& arguments, std::string_view option) {
  std::string tag = arguments.Get(option);
  std::replace(tag.begin(), tag.end(), '_', '-');
  return tag;
}

EngineOptions EngineOptionsFrom(const Arguments& arguments) {
  EngineOptions options;
  options.input = DocumentFormatOf(GetIfDeclared(arguments, "input"));
  options.source_language = LanguageIfDeclared(arguments, "source-language");
  options.target_language = LanguageIfDeclared(arguments, "target-language");
  if (options.source_language.empty())
    options.source_language = LanguageIfDeclared(arguments, "language");
  options.model = GetIfDeclared(arguments, "model");
  options.use_model = !HasIfDeclared(arguments, "no-model");
  options.adapt = HasIfDeclared(arguments, "adapt");
  options.find_moved = HasIfDeclared(arguments, "moved");
  if (HasIfDeclared(arguments, "names")) options.names = arguments.All("names");
  if (!options.use_model && !options.model.empty()) {
    throw Error(ErrorCode::kUsage, "--model and --no-model exclude each other");
  }
  return options;
}

int ReadEachDocument(const Engine& engine, const Arguments& arguments,
                     const std::function<void(const Document&)>& take) {
  const std::string& path = arguments.Operands(1)[0];
  const Messages messages(arguments);
  std::size_t documents = 0;
  std::size_t failures = 0;
  std::optional<Error> only;  // the first failure while there is nothing else
  const auto say_first = [&] {
    if (only) messages.Say(only->what());
    only.reset();
  };
  engine.ReadAll(
      path, Side::kSource,
      [&](const Document& document) {
        say_first();
        ++documents;
        messages.Say(document.diagnostics);
        if (document.sentences.empty()) messages.Say(document.id + ": holds no sentence");
        take(document);
      },
      [&](const Error& error) {
        say_first();
        if (documents + failures == 0) {
          only = error;
        } else {
          messages.Say(error.what());
        }
        ++failures;
      });
  if (only) throw Error(*only);
  if (documents + failures == 0) {
    throw Error(ErrorCode::kBadInput, {path}, "holds no document");
  }
  return failures == 0 ? 0 : 1;
}

void Messages::Say(std::string_view message) const {
  if (!quiet_) std::cerr << "calque: " << internal::Printable(message, "\n\t") << "\n";
}

void Messages::Say(const std::vector<Diagnostic>& diagnostics) const {
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::string place = diagnostic.location.ToString();
    Say((place.empty() ? "" : place + ": ") + diagnostic.message + " [" + diagnostic.code + "]");
  }
}

}  // namespace calque::tools
