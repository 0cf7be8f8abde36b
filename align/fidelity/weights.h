// Weights of the evidence models: logistic regression over the features of a candidate and, where
// single words say something, over these, trained by tools/train/fidelity.py on faults put into
// openly licensed translations.
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

#include "align/base/string_hash.h"
#include "align/fidelity/evidence_model.h"

namespace calque::internal {

class FidelityWeights {
 public:
  // `file`: {"MODEL": {"bias": b, "FEATURE": w, …}, …}; `words`, of any of the models:
  // {"MODEL": {"LANGUAGE ROLE": {"WORD": w, …}, …}, …}. Throws Error{kBadInput} where a model or a
  // feature is absent, or one that is given is unknown.
  static std::shared_ptr<const FidelityWeights> FromJson(const nlohmann::ordered_json& file,
                                                         const nlohmann::ordered_json& words,
                                                         const std::string& name);

  // Log-odds that the evidence stands for what the model looks for. `words` are keys
  // `LANGUAGE ROLE WORD`; one without a weight counts for nothing. Preconditions: the model is one
  // of AllEvidenceModels(), `features` has one value a feature of it.
  [[nodiscard]] float LogOdds(const EvidenceModel& model, std::span<const float> features,
                              std::span<const std::string> words = {}) const;

 private:
  struct Weights {
    float bias = 0.0F;
    std::vector<float> features;
    StringMap<float> words;
  };
  std::map<const EvidenceModel*, Weights> models_;
};

// Of the checks and of what they share.
[[nodiscard]] std::vector<const EvidenceModel*> AllEvidenceModels();

}  // namespace calque::internal
