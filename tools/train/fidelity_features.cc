// What the fidelity checks see in pairs of sentences, for training their weights.
//
//   calque_fidelity_features --source-language L --target-language M FILE
//
// FILE: lines `kind<TAB>source<TAB>target<TAB>lost`, `lost` being the end of the source that the
// target lacks; an empty line ends a document. Out, in JSON lines: for pairs of kind `lost-words`
// one object a source word, for the others one object a candidate. Pairs of kind `context` are
// what the others stand among, and say nothing.
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "align/archive/language_resources.h"
#include "align/archive/model_store.h"
#include "align/fidelity/check.h"
#include "align/fidelity/coverage.h"
#include "align/io/data_directory.h"
#include "align/io/file.h"
#include "align/io/json_writer.h"
#include "calque/engine.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

// The cases of one document.
struct Cases {
  std::vector<std::string> kinds;
  std::vector<std::size_t> lost;  // bytes at the end of the source
  std::string source;             // a line a case
  std::string target;
};

void AddCase(std::string_view line, Cases* cases) {
  std::string_view fields[4];
  for (std::string_view& field : fields) {
    const std::size_t tab = line.find('\t');
    field = line.substr(0, tab);
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  cases->kinds.emplace_back(fields[0]);
  cases->lost.push_back(fields[3].size());
  cases->source.append(fields[1]).append("\n");
  cases->target.append(fields[2]).append("\n");
}

std::vector<Cases> ReadDocuments(const std::string& path) {
  const std::string bytes = ReadFile(path);
  std::vector<Cases> documents(1);
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (!line.empty()) {
      AddCase(line, &documents.back());
    } else if (!documents.back().kinds.empty()) {
      documents.emplace_back();
    }
  }
  return documents;
}

void WriteNumbers(std::string_view key, std::span<const float> values, JsonWriter& json) {
  json.Key(key);
  json.BeginArray();
  for (const float value : values) json.Float(value);
  json.EndArray();
}

void WriteNames(const EvidenceModel& model, JsonWriter& json) {
  json.Key("names");
  json.BeginArray();
  for (const std::string_view name : model.features) json.String(name);
  json.EndArray();
}

void WriteWords(const Scene& scene, std::uint32_t bead, std::size_t lost_bytes) {
  const View view(scene, View::From::kSource);
  const Sentence& sentence = scene.bitext().source.sentences[bead];
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const Word& word = view.here().words()[i];
    if (word.IsPunctuation()) continue;
    const bool lost = view.here().document().tokens[i].span.begin >= sentence.span.end - lost_bytes;
    std::string line;
    JsonWriter json(&line);
    json.BeginObject();
    json.Key("lost");
    json.Unsigned(lost ? 1 : 0);
    WriteNumbers("word", WordFeatures(word, view.coverage().evidence[i]), json);
    WriteNames(kWordModel, json);
    json.EndObject();
    std::cout << line << '\n';
  }
}

void WriteCandidate(const Candidate& candidate, const std::string& kind) {
  std::string line;
  JsonWriter json(&line);
  json.BeginObject();
  json.Member("kind", kind);
  json.Key("line");
  json.Unsigned(candidate.bead);
  json.Member("model", candidate.model->name);
  json.Member("category", candidate.category);
  json.Member("message", candidate.message);
  WriteNumbers("features", candidate.features, json);
  WriteNames(*candidate.model, json);
  json.Key("words");
  json.BeginArray();
  for (const std::string& word : candidate.words) json.String(word);
  json.EndArray();
  json.EndObject();
  std::cout << line << '\n';
}

class Observer {
 public:
  Observer(const std::string& source_language, const std::string& target_language)
      : engine_(OptionsFor(source_language, target_language)),
        languages_(DefaultDataDirectory()),
        model_(ModelStore(DefaultDataDirectory(), {}).Get(source_language, target_language)),
        source_(languages_.Get(source_language)),
        target_(languages_.Get(target_language)),
        context_{.source = source_->fidelity,
                 .target = target_->fidelity,
                 .weights = LoadFidelityWeights(DefaultDataDirectory()),
                 .model = model_.get(),
                 .source_names = &source_->entities->names(),
                 .target_names = &target_->entities->names()} {}

  void Write(const Cases& cases, const std::string& path) const {
    std::vector<Bead> beads;
    for (std::uint32_t i = 0; i < cases.kinds.size(); ++i)
      beads.push_back({{i, i + 1}, {i, i + 1}});
    const Bitext bitext =
        engine_.AlignWithBeads(engine_.ReadLines(cases.source, path, Side::kSource),
                               engine_.ReadLines(cases.target, path, Side::kTarget), beads);
    const Scene scene(bitext, context_);
    for (std::uint32_t i = 0; i < cases.kinds.size(); ++i) {
      if (cases.lost[i] > 0) WriteWords(scene, i, cases.lost[i]);
    }
    for (const Check& check : Checks()) {
      for (const Candidate& candidate : check.run({scene, FidelityScope::kLines, nullptr})) {
        if (candidate.bead >= cases.kinds.size() || cases.lost[candidate.bead] > 0) continue;
        const std::string& kind = cases.kinds[candidate.bead];
        if (kind != "context") WriteCandidate(candidate, kind);
      }
    }
  }

 private:
  static EngineOptions OptionsFor(const std::string& source_language,
                                  const std::string& target_language) {
    EngineOptions options;
    options.source_language = source_language;
    options.target_language = target_language;
    options.find_departures = false;
    return options;
  }

  Engine engine_;
  LanguageStore languages_;
  std::shared_ptr<const Model> model_;
  std::shared_ptr<const LanguageResources> source_;
  std::shared_ptr<const LanguageResources> target_;
  FidelityContext context_;
};

}  // namespace
}  // namespace calque::internal

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() != 5 || words[0] != "--source-language" || words[2] != "--target-language") {
    std::cerr << "calque_fidelity_features --source-language L --target-language M FILE\n";
    return 2;
  }
  try {
    const calque::internal::Observer observer(words[1], words[3]);
    for (const auto& cases : calque::internal::ReadDocuments(words[4])) {
      observer.Write(cases, words[4]);
    }
    return 0;
  } catch (const calque::Error& error) {
    std::cerr << error.what() << '\n';
    return static_cast<int>(error.code());
  }
}
