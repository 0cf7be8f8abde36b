// What the fidelity checks see in pairs of sentences, for training their weights.
//
//   calque_fidelity_features --source-language L --target-language M FILE
//
// FILE: lines `kind<TAB>source<TAB>target<TAB>lost`, `lost` being the end of the source that the
// target lacks. Out, in JSON lines: for pairs of kind `lost-words` one object a source word, for
// the others one object a candidate.
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

struct Cases {
  std::vector<std::string> kinds;
  std::vector<std::size_t> lost;  // bytes at the end of the source
  std::string source;             // a line a case
  std::string target;
};

Cases ReadCases(const std::string& path) {
  const std::string bytes = ReadFile(path);
  Cases cases;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    std::string_view fields[4];
    for (std::string_view& field : fields) {
      const std::size_t tab = line.find('\t');
      field = line.substr(0, tab);
      line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    }
    cases.kinds.emplace_back(fields[0]);
    cases.lost.push_back(fields[3].size());
    cases.source.append(fields[1]).append("\n");
    cases.target.append(fields[2]).append("\n");
  }
  return cases;
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
  json.EndObject();
  std::cout << line << '\n';
}

int Run(const std::string& source_language, const std::string& target_language,
        const std::string& path) {
  const Cases cases = ReadCases(path);
  EngineOptions options;
  options.source_language = source_language;
  options.target_language = target_language;
  options.find_departures = false;
  const Engine engine(options);
  std::vector<Bead> beads;
  for (std::uint32_t i = 0; i < cases.kinds.size(); ++i) beads.push_back({{i, i + 1}, {i, i + 1}});
  const Bitext bitext =
      engine.AlignWithBeads(engine.ReadLines(cases.source, path, Side::kSource),
                            engine.ReadLines(cases.target, path, Side::kTarget), beads);
  const std::filesystem::path data = DefaultDataDirectory();
  const LanguageStore languages(data);
  const auto model = ModelStore(data, {}).Get(source_language, target_language);
  const auto ours = languages.Get(source_language);
  const auto theirs = languages.Get(target_language);
  const Scene scene(bitext, {.source = ours->fidelity,
                             .target = theirs->fidelity,
                             .weights = LoadFidelityWeights(data),
                             .model = model.get(),
                             .source_names = &ours->entities->names(),
                             .target_names = &theirs->entities->names()});
  for (std::uint32_t i = 0; i < cases.kinds.size(); ++i) {
    if (cases.lost[i] > 0) WriteWords(scene, i, cases.lost[i]);
  }
  for (const Check& check : Checks()) {
    for (const Candidate& candidate : check.run({scene, FidelityScope::kLines, nullptr})) {
      if (candidate.bead >= cases.kinds.size() || cases.lost[candidate.bead] > 0) continue;
      WriteCandidate(candidate, cases.kinds[candidate.bead]);
    }
  }
  return 0;
}

}  // namespace
}  // namespace calque::internal

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() != 5 || words[0] != "--source-language" || words[2] != "--target-language") {
    std::cerr << "calque_fidelity_features --source-language L --target-language M FILE\n";
    return 2;
  }
  try {
    return calque::internal::Run(words[1], words[3], words[4]);
  } catch (const calque::Error& error) {
    std::cerr << error.what() << '\n';
    return static_cast<int>(error.code());
  }
}
