// Lends the counts of a prefix class to its rare words.
#pragma once

#include <cstdint>
#include <vector>

#include "align/model/tables.h"

namespace calque::internal {

class ClassSmoother {
 public:
  // `candidates` must outlive the smoother.
  ClassSmoother(const ParallelText& text, const CandidateTable& candidates);

  // Adds to each cell (s, t) `strength` · p(class of t | class of s) · p(t | its class), and the
  // like for the other direction, as the counts themselves say.
  void AddTo(double strength, CountTables* counts) const;

 private:
  struct Classes {
    explicit Classes(const Vocabulary& vocabulary);

    std::vector<std::uint32_t> of_type;
    std::size_t count = 0;
  };

  const CandidateTable& candidates_;
  Classes source_;
  Classes target_;
  std::vector<std::uint32_t> cell_class_;  // number of the pair of classes of a cell
  std::size_t cell_classes_ = 0;
};

}  // namespace calque::internal
