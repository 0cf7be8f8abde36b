#include "tools/calque/learn_entities.h"

#include "align/entities/learn_tagger.h"
#include "align/io/data_directory.h"
#include "align/io/file.h"
#include "align/io/json.h"

namespace calque::tools {

void LearnEntities(const Arguments& arguments) {
  const std::string language = arguments.Has("language") ? arguments.Get("language") : "en";
  std::vector<internal::TaggedSentence> sentences;
  for (const std::string& path : arguments.operands()) {
    std::vector<internal::TaggedSentence> read =
        internal::ReadTaggedText(internal::ReadFile(path), path, internal::TagColumn::kLast);
    std::move(read.begin(), read.end(), std::back_inserter(sentences));
  }
  const auto folder = internal::DefaultDataDirectory();
  const internal::Json data = internal::LoadLanguageFile(folder, language);
  const internal::NameGrammar grammar = internal::LoadNameGrammar(
      data.contains("names") ? data.at("names") : internal::Json::object(), folder, language);
  internal::TaggerTraining training;
  if (arguments.Has("compact")) training = internal::CompactTraining();
  if (arguments.Has("notice")) training.notice = internal::ReadFile(arguments.Get("notice"));
  internal::OutputFile file(arguments.Get("output"));
  file.Write(internal::LearnTagger(sentences, grammar, language, training));
  file.Commit();
}

}  // namespace calque::tools
