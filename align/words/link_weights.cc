#include "align/words/link_weights.h"

#include <algorithm>
#include <cmath>

#include "align/base/log_math.h"
#include "align/io/json.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr const char* kFirst = "first";
constexpr const char* kSecond = "second";
constexpr std::size_t kSmallWords = 22;
static_assert(kLinkFeatures[kSmallWords] == "small-words");

template <std::size_t size>
float Dot(const std::array<float, size>& a, const std::array<float, size>& b) {
  float sum = 0.0F;
  for (std::size_t i = 0; i < size; ++i) sum += a[i] * b[i];
  return sum;
}

template <std::size_t size>
void Read(const Json& from, const std::array<std::string_view, size>& names,
          std::array<float, size>* weights) {
  for (std::size_t i = 0; i < size; ++i) {
    (*weights)[i] = from.at(std::string(names[i])).template get<float>();
  }
}

template <std::size_t size>
void Write(const std::array<std::string_view, size>& names, const std::array<float, size>& weights,
           Json* to) {
  for (std::size_t i = 0; i < size; ++i) {
    (*to)[std::string(names[i])] = std::round(double{weights[i]} * 1e4) / 1e4;
  }
}

}  // namespace

std::shared_ptr<const LinkWeights> LinkWeights::FromJson(const Json& file,
                                                         const std::string& name) {
  const Location location{name};
  auto weights = std::make_shared<LinkWeights>();
  ReadJson(location, [&] {
    const Json& first = file.at(kFirst);
    const Json& second = file.at(kSecond);
    Read(first, kLinkFeatures, &weights->first);
    Read(second, kLinkFeatures, &weights->second);
    Read(second, kContextFeatures, &weights->second_context);
    if (first.size() != kLinkFeatures.size() ||
        second.size() != kLinkFeatures.size() + kContextFeatures.size()) {
      throw Error(ErrorCode::kBadInput, location, "weighs a feature of word links that is unknown");
    }
  });
  return weights;
}

Json LinkWeights::ToJson() const {
  Json file = Json::object();
  Write(kLinkFeatures, first, &file[kFirst]);
  Write(kLinkFeatures, second, &file[kSecond]);
  Write(kContextFeatures, second_context, &file[kSecond]);
  return file;
}

std::vector<ContextFeatures> FindContext(const std::vector<LinkCandidate>& candidates,
                                         const LinkFeatures& first, CellGrid* grid) {
  std::size_t sources = 0;
  std::size_t targets = 0;
  for (const LinkCandidate& candidate : candidates) {
    sources = std::max<std::size_t>(sources, candidate.source + 1);
    targets = std::max<std::size_t>(targets, candidate.target + 1);
  }
  grid->Reset(sources, targets);
  for (const LinkCandidate& candidate : candidates) {
    grid->Set(candidate.source, candidate.target, Logistic(Dot(first, candidate.features)));
  }
  const SurroundingsFinder surroundings(*grid);
  std::vector<ContextFeatures> contexts;
  contexts.reserve(candidates.size());
  for (const LinkCandidate& candidate : candidates) {
    const Surroundings around = surroundings.Of(candidate.source, candidate.target);
    const float small = candidate.features[kSmallWords];
    contexts.push_back({LogOdds(grid->At(candidate.source, candidate.target)),
                        LogOdds(around.rival), LogOdds(around.rivals), around.far_rival,
                        0.5F * (around.before + around.after),
                        std::min(around.before, around.after), around.crossed, around.beside,
                        around.before, around.after, around.wide_before, around.wide_after,
                        small * around.before, small * around.after, small * around.rival});
  }
  return contexts;
}

std::vector<float> RescoreLinks(const std::vector<LinkCandidate>& candidates,
                                const LinkWeights& weights, CellGrid* grid) {
  const std::vector<ContextFeatures> contexts = FindContext(candidates, weights.first, grid);
  std::vector<float> probabilities;
  probabilities.reserve(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    probabilities.push_back(Logistic(Dot(weights.second, candidates[i].features) +
                                     Dot(weights.second_context, contexts[i])));
  }
  return probabilities;
}

}  // namespace calque::internal
