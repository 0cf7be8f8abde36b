// Which words may translate each other: the sparse set of type pairs that training gives a
// probability to, for both directions at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "align/model/parallel_text.h"

namespace calque::internal {

// An index into a candidate table.
using Cell = std::uint32_t;
inline constexpr Cell kNoCell = 0xFFFFFFFF;

struct CandidateOptions {
  std::size_t per_type = 0;  // best candidates kept of each type, by log-likelihood ratio; 0: all
};

// Source-major rows of target types, each by rising type.
class CandidateTable {
 public:
  // Pairs that occur in one sentence pair of `text` at least. With a limit, a pair stays that is
  // among the best of its source type or of its target type (Moore 2004, log-likelihood ratio).
  static CandidateTable Collect(const ParallelText& text, const CandidateOptions& options);

  [[nodiscard]] std::uint32_t source_size() const {
    return static_cast<std::uint32_t>(row_begin_.size() - 1);
  }
  [[nodiscard]] std::size_t size() const { return column_.size(); }
  [[nodiscard]] Cell RowBegin(TypeId source) const { return row_begin_[source]; }
  [[nodiscard]] Cell RowEnd(TypeId source) const { return row_begin_[source + 1]; }
  [[nodiscard]] TypeId Target(Cell cell) const { return column_[cell]; }
  // kNoCell where the two are no candidates of each other.
  [[nodiscard]] Cell Find(TypeId source, TypeId target) const;

 private:
  std::vector<Cell> row_begin_;
  std::vector<TypeId> column_;
};

// Finds all cells of one sentence pair after the other; a thread's own.
class CellFinder {
 public:
  // `table` must outlive the finder.
  explicit CellFinder(const CandidateTable& table) : table_(table) {}

  void Find(std::span<const TypeId> source, std::span<const TypeId> target);
  // Of the pair last sought, source-major.
  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }

 private:
  void WalkRow(TypeId source, Cell* found) const;

  const CandidateTable& table_;
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> first_;  // by target type: where it stands in the sentence first
  std::vector<std::uint32_t> next_;   // by place in the sentence: where the same type stands next
};

}  // namespace calque::internal
