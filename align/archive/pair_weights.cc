#include "align/archive/pair_weights.h"

#include <string>

#include "align/io/file.h"
#include "align/io/json.h"

namespace calque::internal {
namespace {

PairWeights WeightsFrom(const Json& section, const std::string& name) {
  if (section.size() != kPairFeatureNames.size() + 3) {
    throw Error(ErrorCode::kBadInput, {name}, "has weights that this version does not know");
  }
  PairWeights weights;
  weights.bias = section.at("bias").get<double>();
  weights.lead = section.at("lead").get<double>();
  weights.rival = section.at("rival").get<double>();
  for (std::size_t i = 0; i < kPairFeatureNames.size(); ++i) {
    weights.features[i] = section.at(std::string(kPairFeatureNames[i])).get<double>();
  }
  return weights;
}

}  // namespace

double PairWeights::Strength(const PairEvidence& evidence) const {
  const auto values = ValuesOf(evidence);
  double sum = bias;
  for (std::size_t i = 0; i < values.size(); ++i) sum += features[i] * values[i];
  return sum;
}

PairWeightSets LoadPairWeights(const std::filesystem::path& data_directory) {
  const std::string path = (data_directory / "models" / "pairing.json").string();
  const Json file = ParseJson(ReadFile(path), {path});
  return ReadJson(Location{path}, [&] {
    return PairWeightSets{WeightsFrom(file.at("with-model"), path),
                          WeightsFrom(file.at("without-model"), path)};
  });
}

}  // namespace calque::internal
