#include "align/fidelity/value_surroundings.h"

#include <cmath>

namespace calque::internal {

float LostAround(const View& view, const Bead& bead, const Mention& value) {
  constexpr std::uint32_t kAround = 2;  // words to either side
  const SideView& side = view.here();
  const IndexRange<Token> all = view.Here(bead);
  const IndexRange<Token> tokens = side.TokensIn(value.span);
  float sum = 0.0F;
  float count = 0.0F;
  const auto add = [&](std::uint32_t token) {
    if (side.words()[token].kind != WordClass::kContent) return false;
    sum += view.lost()[token];
    count += 1.0F;
    return true;
  };
  std::uint32_t left = kAround;
  for (std::uint32_t i = tokens.begin; i > all.begin && left > 0; --i) left -= add(i - 1) ? 1 : 0;
  left = kAround;
  for (std::uint32_t i = tokens.end; i < all.end && left > 0; ++i) left -= add(i) ? 1 : 0;
  return count == 0.0F ? 0.0F : sum / count;
}

float LostElsewhere(const View& view, const Bead& bead, const Mention& value) {
  const IndexRange<Token> own = view.here().TokensIn(value.span);
  float sum = 0.0F;
  float count = 0.0F;
  const auto add = [&](const SideView& side, std::span<const float> lost, std::uint32_t token) {
    if (side.words()[token].kind != WordClass::kContent) return;
    sum += 1.0F / (1.0F + std::exp(-lost[token]));
    count += 1.0F;
  };
  const IndexRange<Token> here = view.Here(bead);
  for (std::uint32_t i = here.begin; i < here.end; ++i) {
    if (i < own.begin || i >= own.end) add(view.here(), view.lost(), i);
  }
  const IndexRange<Token> there = view.There(bead);
  for (std::uint32_t i = there.begin; i < there.end; ++i) add(view.there(), view.lost_there(), i);
  return count == 0.0F ? 0.0F : sum / count;
}

}  // namespace calque::internal
