#include "align/fidelity/form.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "align/base/edit_distance.h"

namespace calque::internal {
namespace {

constexpr std::size_t kShortest = 3;
constexpr std::size_t kLongest = 40;  // longer words are compared by their beginning only

}  // namespace

float FormSimilarity(std::string_view a, std::string_view b) {
  if (a == b) return 1.0F;
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kShortest) return 0.0F;
  const auto length = static_cast<float>(b.size());
  std::size_t common = 0;
  while (common < a.size() && a[common] == b[common]) ++common;
  const float beginning = static_cast<float>(common) / length;
  if (b.size() > kLongest) return beginning;
  // Words of very different lengths or beginnings are not worth the table.
  if (common == 0 && a[1] != b[1] && a[1] != b[0] && a[0] != b[1]) return beginning;
  const float edits = static_cast<float>(EditDistance(a, b));
  return std::max(beginning, 1.0F - edits / length);
}

float FormSimilarityFrom(float least, std::string_view a, std::string_view b) {
  const auto [shorter, longer] = std::minmax({a.size(), b.size()});
  if (static_cast<float>(shorter) < least * static_cast<float>(longer)) return 0.0F;
  const float similarity = FormSimilarity(a, b);
  return similarity < least ? 0.0F : similarity;
}

std::size_t LettersApart(std::string_view a, std::string_view b, std::size_t most) {
  const auto [shorter, longer] = std::minmax({a.size(), b.size()});
  if (longer - shorter > most || longer > kLongest) return most + 1;
  std::array<std::array<std::size_t, kLongest + 1>, 3> rows{};  // of the last three letters of `a`
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], rows[(i + 1) % 3][j - 2] + 1);
      }
    }
  }
  return std::min(rows[a.size() % 3][b.size()], most + 1);
}

}  // namespace calque::internal
