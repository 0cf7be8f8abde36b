// A check: a pure function from a scene to candidate findings with features, and the model that
// turns the features into a probability.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/fidelity/evidence_model.h"
#include "align/fidelity/scene.h"

namespace calque::internal {

class Glossary;

struct Candidate {
  std::string_view category;  // of categories.h
  const EvidenceModel* model = nullptr;
  std::vector<float> features;     // one a name of the model
  std::vector<std::string> words;  // keys of the word weights that it may have (weights.h)
  std::uint32_t bead = 0;
  ByteSpan source;
  ByteSpan target;
  std::string message;
};

// A fact as a feature.
[[nodiscard]] constexpr float Flag(bool fact) { return fact ? 1.0F : 0.0F; }

// What a check may ask beside the scene.
enum class FidelityScope : std::uint8_t {
  kDocument,  // the sentences of a side follow each other: what moved is not lost
  kLines,     // each bead stands alone
};
struct CheckInput {
  const Scene& scene;
  FidelityScope scope;
  const Glossary* glossary;  // null where the user gave none
};

struct Check {
  std::string_view name;
  std::vector<Candidate> (*run)(const CheckInput& input);
  std::span<const EvidenceModel* const> models;  // those its candidates use
};

// In the order of checks.cc.
[[nodiscard]] std::span<const Check> Checks();

}  // namespace calque::internal
