// What one side has of values that the other side may have moved to another place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "align/base/string_hash.h"
#include "align/fidelity/scene.h"

namespace calque::internal {

// Each question is asked for many values. Where `questions` of them would compare more pairs than
// any sensible text has, a value is found by its very key alone: linear in the text.
class SpareValues {
 public:
  // The view must outlive it.
  SpareValues(const SideView& side, std::optional<Date> date);

  // The values of the next bead that nothing in it renders, indices of mentions.
  void AddBead(std::span<const std::uint32_t> loose);
  [[nodiscard]] std::size_t size() const { return loose_.size(); }

  // Whether a bead other than `bead` and near it has the value to spare.
  [[nodiscard]] bool HasNear(std::size_t bead, const Mention& value, std::size_t questions) const;
  // Whether any bead but `bead` has.
  [[nodiscard]] bool HasElsewhere(std::size_t bead, const Mention& value,
                                  std::size_t questions) const;
  // Whether the text has such a value, to spare or not.
  [[nodiscard]] bool TextHas(const Mention& value, std::size_t questions) const;
  [[nodiscard]] bool TextHasKey(std::string_view key) const { return keys_.contains(key); }

 private:
  // Beads [begin, end) without `but`.
  struct Places {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t but = 0;
  };
  [[nodiscard]] bool AgreesWithOne(const Places& places, const Mention& value) const;
  [[nodiscard]] bool HasKeyIn(const Places& places, std::string_view key) const;

  const SideView& side_;
  std::optional<Date> date_;
  std::vector<std::uint32_t> loose_;                  // of all beads
  std::vector<std::size_t> begin_ = {0};              // of each bead in `loose_`, and the end
  StringMap<std::vector<std::size_t>> beads_of_key_;  // in order
  StringSet keys_;                                    // of the text
};

}  // namespace calque::internal
