#include "tools/calque/common.h"

#include <algorithm>
#include <iostream>

namespace calque::tools {
namespace {

bool Declares(const Verb& verb, std::string_view name) {
  return std::any_of(verb.options.begin(), verb.options.end(),
                     [&](const Option& option) { return option.name == name; });
}

std::string GetIfDeclared(const Arguments& arguments, std::string_view name) {
  return Declares(arguments.verb(), name) ? arguments.Get(name) : std::string();
}

bool HasIfDeclared(const Arguments& arguments, std::string_view name) {
  return Declares(arguments.verb(), name) && arguments.Has(name);
}

}  // namespace

EngineOptions EngineOptionsFrom(const Arguments& arguments) {
  EngineOptions options;
  options.source_language = GetIfDeclared(arguments, "source-language");
  options.target_language = GetIfDeclared(arguments, "target-language");
  if (options.source_language.empty())
    options.source_language = GetIfDeclared(arguments, "language");
  options.model = GetIfDeclared(arguments, "model");
  options.use_model = !HasIfDeclared(arguments, "no-model");
  options.adapt = HasIfDeclared(arguments, "adapt");
  options.allow_crossing = HasIfDeclared(arguments, "crossing");
  if (!options.use_model && !options.model.empty()) {
    throw Error(ErrorCode::kUsage, "--model and --no-model exclude each other");
  }
  return options;
}

void Messages::Say(std::string_view message) const {
  if (!quiet_) std::cerr << "calque: " << message << "\n";
}

void Messages::Say(const std::vector<Diagnostic>& diagnostics) const {
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::string place = diagnostic.location.ToString();
    Say((place.empty() ? "" : place + ": ") + diagnostic.message + " [" + diagnostic.code + "]");
  }
}

}  // namespace calque::tools
