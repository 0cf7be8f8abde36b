// What several verbs share: their options, the engine they set up, messages.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "calque/engine.h"
#include "tools/calque/arguments.h"

namespace calque::tools {

// Options of the verbs that read a source and a target.
inline constexpr Option kSourceLanguage = {"source-language", '\0', "L",
                                           "Language of the source, such as en; else detected"};
inline constexpr Option kTargetLanguage = {"target-language", '\0', "L",
                                           "Language of the target, such as fr; else detected"};
inline constexpr Option kModel = {"model", 'm', "FILE",
                                  "Bilingual model; else the one shipped for the pair"};
inline constexpr Option kNoModel = {"no-model", '\0', "",
                                    "Use no model: lengths, numbers, cognates and the text itself"};
inline constexpr Option kNames = {
    .name = "names",
    .value = "FILE",
    .help = "List of names in both languages, as `calque learn --names` writes it",
    .repeatable = true};
inline constexpr Option kAdapt = {
    "adapt", '\0', "", "Learn from the text itself on top of the model (long documents)"};
inline constexpr Option kMoved = {
    "moved", '\0', "",
    "Look for sentences that the translation puts elsewhere, and pair them: crossing beads"};

// For verbs that read documents of any format.
inline constexpr Option kInput = {
    .name = "input",
    .letter = 'i',
    .value = "NAME",
    .help = "Read every file in this format (`man calque-formats`); else told by content",
    .names = NamesOf::kInputFormats};

// An engine as --input, --source-language, --target-language, --model, --no-model, --adapt and
// --moved say, of which the verb may declare any subset.
[[nodiscard]] EngineOptions EngineOptionsFrom(const Arguments& arguments);

// The language that an option names, its parts joined by hyphens as files want them (`fr-FR` of
// `fr_FR`); empty where it was not given.
[[nodiscard]] std::string LanguageFrom(const Arguments& arguments, std::string_view option);

// Reads the one operand, a file, folder or archive, and gives every document in it to `take`, its
// flaws said before. What cannot be read is said and left out; the exit code: 0, or 1 where that
// was so. Throws what cannot be read where the operand is a file of its own.
int ReadEachDocument(const Engine& engine, const Arguments& arguments,
                     const std::function<void(const Document&)>& take);

// Messages to standard error, none of them where the user said --quiet.
class Messages {
 public:
  explicit Messages(const Arguments& arguments) : quiet_(arguments.Has("quiet")) {}
  void Say(std::string_view message) const;
  // Each flaw of a document, with its place.
  void Say(const std::vector<Diagnostic>& diagnostics) const;

 private:
  bool quiet_;
};

}  // namespace calque::tools
