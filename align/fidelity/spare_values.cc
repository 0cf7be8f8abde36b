#include "align/fidelity/spare_values.h"

#include <algorithm>
#include <string>

#include "align/entities/value_pairs.h"
#include "align/entities/values.h"

namespace calque::internal {
namespace {

// Of the values of a text with each other.
constexpr std::size_t kMostOfText = 16 * kMostValueComparisons;

constexpr std::size_t kNear = 2;  // beads to either side where a value may have moved

}  // namespace

SpareValues::SpareValues(const SideView& side, std::optional<Date> date)
    : side_(side), date_(date) {
  for (const Mention& mention : side.mentions()) keys_.insert(mention.key);
}

void SpareValues::AddBead(std::span<const std::uint32_t> loose) {
  const std::size_t bead = begin_.size() - 1;
  loose_.insert(loose_.end(), loose.begin(), loose.end());
  begin_.push_back(loose_.size());
  for (const std::uint32_t m : loose) {
    std::vector<std::size_t>& beads = beads_of_key_[side_.mentions()[m].key];
    if (beads.empty() || beads.back() != bead) beads.push_back(bead);
  }
}

bool SpareValues::HasNear(std::size_t bead, const Mention& value, std::size_t questions) const {
  const Places places{.begin = bead < kNear ? 0 : bead - kNear,
                      .end = std::min(bead + kNear + 1, begin_.size() - 1),
                      .but = bead};
  const std::size_t count = begin_[places.end] - begin_[places.begin];
  return questions * count <= kMostValueComparisons ? AgreesWithOne(places, value)
                                                    : HasKeyIn(places, value.key);
}

bool SpareValues::HasElsewhere(std::size_t bead, const Mention& value,
                               std::size_t questions) const {
  const Places places{.begin = 0, .end = begin_.size() - 1, .but = bead};
  return questions * loose_.size() <= kMostOfText ? AgreesWithOne(places, value)
                                                  : HasKeyIn(places, value.key);
}

bool SpareValues::TextHas(const Mention& value, std::size_t questions) const {
  if (questions * side_.mentions().size() > kMostOfText) return TextHasKey(value.key);
  return std::ranges::any_of(side_.mentions(), [&](const Mention& other) {
    return IsValueKey(other.key) && ValuesAgree(value.key, other.key, date_);
  });
}

bool SpareValues::AgreesWithOne(const Places& places, const Mention& value) const {
  const auto agrees = [&](std::uint32_t m) {
    return ValuesAgree(value.key, side_.mentions()[m].key, date_);
  };
  const auto at = [&](std::size_t bead) {
    return loose_.begin() + static_cast<std::ptrdiff_t>(begin_[bead]);
  };
  return std::any_of(at(places.begin), at(places.but), agrees) ||
         std::any_of(at(places.but + 1), at(places.end), agrees);
}

bool SpareValues::HasKeyIn(const Places& places, std::string_view key) const {
  const auto found = beads_of_key_.find(key);
  if (found == beads_of_key_.end()) return false;
  auto bead = std::ranges::lower_bound(found->second, places.begin);
  if (bead != found->second.end() && *bead == places.but) ++bead;
  return bead != found->second.end() && *bead < places.end;
}

}  // namespace calque::internal
