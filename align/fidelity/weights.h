// Weights of the evidence models: logistic regression over the features of a candidate, trained by
// tools/train/fidelity.py on faults put into openly licensed translations.
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

#include "align/fidelity/evidence_model.h"

namespace calque::internal {

class FidelityWeights {
 public:
  // `file`: {"MODEL": {"bias": b, "FEATURE": w, …}, …}. Throws Error{kBadInput} where a model or a
  // feature is absent, or one of the file is unknown.
  static std::shared_ptr<const FidelityWeights> FromJson(const nlohmann::ordered_json& file,
                                                         const std::string& name);

  // Log-odds that the evidence stands for what the model looks for. Preconditions: the model is one
  // of AllEvidenceModels(), `features` has one value a feature of it.
  [[nodiscard]] float LogOdds(const EvidenceModel& model, std::span<const float> features) const;

 private:
  struct Weights {
    float bias = 0.0F;
    std::vector<float> features;
  };
  std::map<const EvidenceModel*, Weights> models_;
};

// Of the checks and of what they share.
[[nodiscard]] std::vector<const EvidenceModel*> AllEvidenceModels();

}  // namespace calque::internal
