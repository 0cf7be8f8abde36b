#include "align/model/candidates.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <utility>

#include "align/model/parallel.h"

namespace calque::internal {
namespace {

constexpr std::size_t kTypesPerBlock = 256;
constexpr std::uint32_t kNowhere = 0xFFFFFFFF;
// A row of up to so many cells for each word sought is walked through, a longer one searched.
constexpr std::size_t kLongRow = 32;

// For each type of a side, the pairs it occurs in, by rising pair, each once.
struct Postings {
  std::vector<std::size_t> begin;
  std::vector<std::uint32_t> pairs;

  explicit Postings(const TextSide& side) : begin(side.vocabulary().size() + 1, 0) {
    std::vector<std::uint32_t> last(side.vocabulary().size(), kUnknownType);
    ForEachFirst(side, &last, [&](TypeId type, std::uint32_t) { ++begin[type + 1]; });
    for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    pairs.resize(begin.back());
    std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
    last.assign(last.size(), kUnknownType);
    ForEachFirst(side, &last, [&](TypeId type, std::uint32_t pair) { pairs[next[type]++] = pair; });
  }

  [[nodiscard]] std::size_t Count(TypeId type) const { return begin[type + 1] - begin[type]; }

 private:
  template <typename Visit>
  static void ForEachFirst(const TextSide& side, std::vector<std::uint32_t>* last,
                           const Visit& visit) {
    for (std::size_t pair = 0; pair < side.sentence_count(); ++pair) {
      const auto number = static_cast<std::uint32_t>(pair);
      for (const TypeId type : side.Sentence(pair)) {
        if ((*last)[type] == number) continue;
        (*last)[type] = number;
        visit(type, number);
      }
    }
  }
};

double Term(double joint, double row, double column, double total) {
  return joint <= 0 ? 0.0 : joint * std::log(joint * total / (row * column));
}

// Log-likelihood ratio of two types being independent (Dunning 1993), in nats; negative where they
// meet less often than chance.
double Association(double joint, double first, double second, double total) {
  const double ratio = Term(joint, first, second, total) +
                       Term(first - joint, first, total - second, total) +
                       Term(second - joint, total - first, second, total) +
                       Term(total - first - second + joint, total - first, total - second, total);
  return joint * total < first * second ? -ratio : ratio;
}

struct Neighbour {
  TypeId type;
  double score;
};

// The types of `other` that occur with one type of a side.
class NeighbourCounter {
 public:
  NeighbourCounter(const TextSide& other, const Postings& other_postings, std::size_t limit)
      : other_(other),
        postings_(other_postings),
        limit_(limit),
        count_(other.vocabulary().size(), 0),
        last_(other.vocabulary().size(), kUnknownType) {}

  [[nodiscard]] std::vector<Neighbour> Best(std::span<const std::uint32_t> pairs) {
    std::vector<Neighbour> met;
    for (const std::uint32_t pair : pairs) {
      for (const TypeId type : other_.Sentence(pair)) {
        if (last_[type] == pair) continue;
        last_[type] = pair;
        if (count_[type]++ == 0) met.push_back({type, 0.0});
      }
    }
    if (limit_ != 0 && met.size() > limit_) PutBestFirst(pairs.size(), &met);
    for (const Neighbour& neighbour : met) {
      count_[neighbour.type] = 0;
      last_[neighbour.type] = kUnknownType;
    }
    met.resize(limit_ == 0 ? met.size() : std::min(met.size(), limit_));
    return met;
  }

 private:
  // Puts the best neighbours of a type that stands in `pairs` pairs first.
  void PutBestFirst(std::size_t pairs, std::vector<Neighbour>* met) const {
    const auto total = static_cast<double>(other_.sentence_count());
    for (Neighbour& neighbour : *met) {
      neighbour.score = Association(count_[neighbour.type], static_cast<double>(pairs),
                                    static_cast<double>(postings_.Count(neighbour.type)), total);
    }
    const auto end = met->begin() + static_cast<std::ptrdiff_t>(limit_);
    std::nth_element(met->begin(), end, met->end(), [](const Neighbour& a, const Neighbour& b) {
      return a.score != b.score ? a.score > b.score : a.type < b.type;
    });
  }

  const TextSide& other_;
  const Postings& postings_;
  std::size_t limit_;
  std::vector<std::uint32_t> count_;
  std::vector<std::uint32_t> last_;
};

enum class Order { kSourceFirst, kTargetFirst };

// Keys `source << 32 | target` of the best neighbours of every type of `side`.
void CollectSide(const TextSide& side, const Postings& postings, const TextSide& other,
                 const Postings& other_postings, std::size_t limit, Order order,
                 std::vector<std::uint64_t>* keys) {
  std::mutex mutex;
  ForEachBlock(side.vocabulary().size(), kTypesPerBlock, [&](std::size_t begin, std::size_t end) {
    NeighbourCounter counter(other, other_postings, limit);
    std::vector<std::uint64_t> found;
    for (std::size_t type = begin; type < end; ++type) {
      const auto pairs =
          std::span(postings.pairs)
              .subspan(postings.begin[type], postings.Count(static_cast<TypeId>(type)));
      const auto row = static_cast<std::ptrdiff_t>(found.size());
      for (const Neighbour& neighbour : counter.Best(pairs)) {
        const std::uint64_t neighbour_type = neighbour.type;
        found.push_back(order == Order::kSourceFirst ? type << 32 | neighbour_type
                                                     : neighbour_type << 32 | type);
      }
      std::sort(found.begin() + row, found.end());
    }
    const std::lock_guard lock(mutex);  // the keys are sorted below
    keys->insert(keys->end(), found.begin(), found.end());
  });
}

}  // namespace

CandidateTable CandidateTable::Collect(const ParallelText& text, const CandidateOptions& options) {
  const Postings source(text.source());
  const Postings target(text.target());
  std::vector<std::uint64_t> keys;
  CollectSide(text.source(), source, text.target(), target, options.per_type, Order::kSourceFirst,
              &keys);
  if (options.per_type != 0) {
    CollectSide(text.target(), target, text.source(), source, options.per_type, Order::kTargetFirst,
                &keys);
  }
  if (!std::is_sorted(keys.begin(), keys.end())) std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());

  CandidateTable table;
  table.row_begin_.assign(text.source().vocabulary().size() + 1, 0);
  table.column_.reserve(keys.size());
  for (const std::uint64_t key : keys) {
    ++table.row_begin_[(key >> 32) + 1];
    table.column_.push_back(static_cast<TypeId>(key));
  }
  for (std::size_t i = 1; i < table.row_begin_.size(); ++i) {
    table.row_begin_[i] += table.row_begin_[i - 1];
  }
  return table;
}

Cell CandidateTable::Find(TypeId source, TypeId target) const {
  const auto begin = column_.begin() + row_begin_[source];
  const auto end = column_.begin() + row_begin_[source + 1];
  const auto found = std::lower_bound(begin, end, target);
  if (found == end || *found != target) return kNoCell;
  return static_cast<Cell>(found - column_.begin());
}

void CellFinder::Find(std::span<const TypeId> source, std::span<const TypeId> target) {
  if (!target.empty()) {
    const TypeId largest = *std::max_element(target.begin(), target.end());
    if (largest >= first_.size()) first_.resize(std::size_t{largest} + 1, kNowhere);
  }
  next_.resize(target.size());
  for (std::uint32_t t = 0; t < target.size(); ++t) {
    next_[t] = std::exchange(first_[target[t]], t);
  }
  cells_.assign(source.size() * target.size(), kNoCell);
  Cell* found = cells_.data();
  for (const TypeId s : source) {
    if (table_.RowEnd(s) - table_.RowBegin(s) <= kLongRow * target.size()) {
      WalkRow(s, found);
    } else {
      std::transform(target.begin(), target.end(), found,
                     [&](TypeId t) { return table_.Find(s, t); });
    }
    found += target.size();
  }
  for (const TypeId t : target) first_[t] = kNowhere;
}

void CellFinder::WalkRow(TypeId source, Cell* found) const {
  for (Cell cell = table_.RowBegin(source); cell < table_.RowEnd(source); ++cell) {
    const TypeId type = table_.Target(cell);
    if (type >= first_.size()) break;  // types rise
    for (std::uint32_t t = first_[type]; t != kNowhere; t = next_[t]) found[t] = cell;
  }
}

}  // namespace calque::internal
