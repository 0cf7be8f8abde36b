#include "align/beads/coarse.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "align/beads/match_scores.h"
#include "align/beads/sketch.h"

namespace calque::internal {
namespace {

// A block without partner costs this much: enough to keep noise from leading the path astray.
constexpr float kSkip = 0.05F;

// The cuts of a path: in row i those from first[i] to last[i].
struct Path {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> last;
};

float Cosine(const Sketch::Vector& a, const Sketch::Vector& b) {
  float sum = 0.0F;
  for (std::size_t d = 0; d < a.size(); ++d) sum += a[d] * b[d];
  return sum;
}

enum class Move : std::uint8_t { kMatch, kOmit, kInsert };

Path TraceBack(const Band& band, const std::vector<Move>& moves) {
  Path path{band.first, band.first};
  std::uint32_t i = band.source_count();
  std::uint32_t j = band.target_count();
  path.last[i] = j;
  while (i > 0 || j > 0) {
    path.first[i] = j;
    const Move move = moves[band.At(i, j)];
    if (move != Move::kOmit) --j;
    if (move == Move::kInsert) continue;
    --i;
    path.last[i] = j;
  }
  path.first[0] = 0;
  return path;
}

// The path of largest summed cosine. Vectors are normalised.
Path BestPath(const SketchPair& sketches, const Band& band) {
  std::vector<Move> moves(band.size(), Move::kInsert);
  std::vector<float> above;
  std::vector<float> row;
  constexpr float kNone = -1e30F;
  for (std::uint32_t i = 0; i <= band.source_count(); ++i) {
    row.assign(band.last[i] - band.first[i] + 1, kNone);
    for (std::uint32_t j = band.first[i]; j <= band.last[i]; ++j) {
      float& best = row[j - band.first[i]];
      if (i == 0 && j == 0) best = 0.0F;
      const auto offer = [&](float gain, Move move) {
        if (gain <= best) return;
        best = gain;
        moves[band.At(i, j)] = move;
      };
      if (i > 0 && j > 0 && band.Contains(i - 1, j - 1)) {
        offer(above[j - 1 - band.first[i - 1]] +
                  Cosine(sketches.source[i - 1], sketches.target[j - 1]),
              Move::kMatch);
      }
      if (i > 0 && band.Contains(i - 1, j)) {
        offer(above[j - band.first[i - 1]] - kSkip, Move::kOmit);
      }
      if (j > band.first[i]) offer(row[j - 1 - band.first[i]] - kSkip, Move::kInsert);
    }
    above.swap(row);
  }
  return TraceBack(band, moves);
}

Band Widen(const Path& path, std::uint32_t target_count, std::uint32_t margin) {
  const auto rows = static_cast<std::uint32_t>(path.first.size());
  std::vector<std::uint32_t> first(rows);
  std::vector<std::uint32_t> last(rows);
  for (std::uint32_t i = 0; i < rows; ++i) {
    // The margin counts in rows as well as in columns, so that swapping sides swaps the band.
    const std::uint32_t low = path.first[i - std::min(i, margin)];
    const std::uint32_t high = path.last[std::min(i + margin, rows - 1)];
    first[i] = std::min(low, path.first[i] - std::min(path.first[i], margin));
    last[i] = std::max(high, std::min(target_count, path.last[i] + margin));
  }
  return Band::FromRows(std::move(first), std::move(last));
}

// The cuts of a path over blocks of two, in cuts of the blocks below.
Path Refine(const Path& path, std::uint32_t source_count, std::uint32_t target_count) {
  Path fine;
  const auto at_most = [](std::uint32_t value, std::uint32_t limit) {
    return std::min(value, limit);
  };
  for (std::uint32_t i = 0; i <= source_count; ++i) {
    const std::uint32_t above = i / 2;
    const std::uint32_t below = (i + 1) / 2;
    fine.first.push_back(at_most(2 * path.first[above], target_count));
    fine.last.push_back(at_most(2 * path.last[below], target_count));
  }
  fine.last.back() = target_count;
  return fine;
}

Path FindPath(const SketchPair& sketches, const CoarseOptions& options) {
  const auto source_count = static_cast<std::uint32_t>(sketches.source.size());
  const auto target_count = static_cast<std::uint32_t>(sketches.target.size());
  const SketchPair normalised = {Normalised(sketches.source), Normalised(sketches.target)};
  const std::uint64_t cells = std::uint64_t{source_count} * target_count;
  const bool single = source_count <= 1 || target_count <= 1;
  if (single || cells <= std::uint64_t{options.full_size} * options.full_size) {
    return BestPath(normalised, Band::Full(source_count, target_count));
  }
  const Path above = FindPath({Halve(sketches.source), Halve(sketches.target)}, options);
  return BestPath(normalised, Widen(Refine(above, source_count, target_count), target_count,
                                    options.coarse_margin));
}

// The cuts where both sides have the same share of their text before them.
Path DiagonalPath(const SideWords& source, const SideWords& target) {
  const auto total = [](const std::vector<float>& lengths) {
    return std::max(1.0, std::accumulate(lengths.begin(), lengths.end(), 0.0));
  };
  const double source_total = total(source.length);
  const double target_total = total(target.length);
  Path path;
  double done = 0.0;
  double reached = 0.0;
  std::uint32_t j = 0;
  for (std::uint32_t i = 0; i <= source.sentence_count(); ++i) {
    path.first.push_back(j);
    if (i < source.sentence_count()) done += source.length[i] / source_total;
    while (j < target.sentence_count() && reached < done)
      reached += target.length[j++] / target_total;
    if (i == source.sentence_count()) j = target.sentence_count();
    path.last.push_back(j);
  }
  return path;
}

Band Union(const Band& a, const Band& b) {
  std::vector<std::uint32_t> first(a.first.size());
  std::vector<std::uint32_t> last(a.first.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    first[i] = std::min(a.first[i], b.first[i]);
    last[i] = std::max(a.last[i], b.last[i]);
  }
  return Band::FromRows(std::move(first), std::move(last));
}

bool IsSmall(const SideWords& source, const SideWords& target, const CoarseOptions& options) {
  return std::uint64_t{source.sentence_count()} * target.sentence_count() <=
         std::uint64_t{options.full_size} * options.full_size;
}

}  // namespace

Band FindBand(const SideWords& source, const SideWords& target, const WordTables& tables,
              const CoarseOptions& options) {
  if (IsSmall(source, target, options)) {
    return Band::Full(source.sentence_count(), target.sentence_count());
  }
  const Path path = FindPath(SketchSentences(source, target, tables), options);
  return Widen(path, target.sentence_count(), options.margin);
}

Band FindBandByLengths(const SideWords& source, const SideWords& target, const WordTables& tables,
                       const CoarseOptions& options) {
  Band by_words = FindBand(source, target, tables, options);
  if (IsSmall(source, target, options)) return by_words;
  const std::uint32_t longer = std::max(source.sentence_count(), target.sentence_count());
  const auto margin =
      options.length_margin + static_cast<std::uint32_t>(options.length_margin_share * longer);
  const Band both =
      Union(by_words, Widen(DiagonalPath(source, target), target.sentence_count(), margin));
  return both.size() <= options.length_cells ? both : by_words;
}

Band LikelyPart(const Band& band, const std::vector<BeadShape>& shapes,
                const BeadPosteriors& posteriors, float least_posterior, std::uint32_t margin) {
  Path path{std::vector<std::uint32_t>(band.first.size(), band.target_count()),
            std::vector<std::uint32_t>(band.first.size(), 0)};
  std::vector<bool> marked(band.first.size(), false);
  const auto mark = [&](std::uint32_t i, std::uint32_t j) {
    marked[i] = true;
    path.first[i] = std::min(path.first[i], j);
    path.last[i] = std::max(path.last[i], j);
  };
  mark(0, 0);
  mark(band.source_count(), band.target_count());
  ForEachBead(band, shapes, [&](std::uint32_t i, std::uint32_t j, std::size_t k) {
    if (posteriors.match.At(band.At(i, j), k) < least_posterior) return;
    mark(i, j);
    mark(i + shapes[k].source, j + shapes[k].target);
  });
  for (std::size_t i = path.first.size() - 1; i-- > 0;) {
    path.first[i] = std::min(path.first[i], path.first[i + 1]);
  }
  for (std::size_t i = 1; i < path.last.size(); ++i) {
    path.last[i] = std::max(path.last[i], path.last[i - 1]);
  }
  // What lies between two likely cuts may be a run of null beads in any order: all of it is kept.
  for (std::size_t i = 1; i < path.first.size(); ++i) {
    if (!marked[i]) path.first[i] = path.first[i - 1];
  }
  for (std::size_t i = path.last.size() - 1; i-- > 0;) {
    if (!marked[i]) path.last[i] = path.last[i + 1];
  }
  const Band likely = Widen(path, band.target_count(), margin);
  std::vector<std::uint32_t> first(likely.first.size());
  std::vector<std::uint32_t> last(likely.last.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    first[i] = std::max(likely.first[i], band.first[i]);
    last[i] = std::min(likely.last[i], band.last[i]);
  }
  return Band::FromRows(std::move(first), std::move(last));
}

}  // namespace calque::internal
