#include "align/fidelity/weights.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "align/fidelity/check.h"
#include "align/fidelity/coverage.h"
#include "align/io/json.h"

namespace calque::internal {
namespace {

constexpr const char* kBias = "bias";

void RequireKnown(const Json& given, const EvidenceModel& model, const Location& location) {
  for (const auto& [key, value] : given.items()) {
    const bool known = key == kBias || std::find(model.features.begin(), model.features.end(),
                                                 key) != model.features.end();
    if (!known) {
      throw Error(ErrorCode::kBadInput, location,
                  "model " + std::string(model.name) + " has no feature `" + key + "`");
    }
  }
}

void RequireModels(const Json& words, const Location& location) {
  const auto models = AllEvidenceModels();
  for (const auto& item : words.items()) {
    const std::string& key = item.key();
    if (std::ranges::find(models, key, &EvidenceModel::name) == models.end()) {
      throw Error(ErrorCode::kBadInput, location, "words of an unknown model `" + key + "`");
    }
  }
}

StringMap<float> ReadWords(const Json& groups) {
  StringMap<float> weights;
  for (const auto& [group, words] : groups.items()) {
    for (const auto& [word, weight] : words.items()) {
      weights.try_emplace(group + " " + word, weight.template get<float>());
    }
  }
  return weights;
}

}  // namespace

std::shared_ptr<const FidelityWeights> FidelityWeights::FromJson(const Json& file,
                                                                 const Json& words,
                                                                 const std::string& name) {
  const Location location{name};
  auto weights = std::make_shared<FidelityWeights>();
  ReadJson(location, [&] {
    RequireModels(words, location);
    for (const EvidenceModel* model : AllEvidenceModels()) {
      const Json& given = file.at(std::string(model->name));
      RequireKnown(given, *model, location);
      Weights read{given.at(kBias).get<float>(), {}, {}};
      for (const std::string_view feature : model->features) {
        read.features.push_back(given.at(std::string(feature)).get<float>());
      }
      const auto of_words = words.find(std::string(model->name));
      if (of_words != words.end()) read.words = ReadWords(*of_words);
      weights->models_.emplace(model, std::move(read));
    }
  });
  return weights;
}

float FidelityWeights::LogOdds(const EvidenceModel& model, std::span<const float> features,
                               std::span<const std::string> words) const {
  const Weights& weights = models_.at(&model);
  float sum = weights.bias;
  for (std::size_t i = 0; i < features.size(); ++i) sum += weights.features[i] * features[i];
  for (const std::string& word : words) {
    const auto found = weights.words.find(word);
    if (found != weights.words.end()) sum += found->second;
  }
  return sum;
}

std::vector<const EvidenceModel*> AllEvidenceModels() {
  std::vector<const EvidenceModel*> models{&kWordModel};
  for (const Check& check : Checks()) {
    models.insert(models.end(), check.models.begin(), check.models.end());
  }
  return models;
}

}  // namespace calque::internal
