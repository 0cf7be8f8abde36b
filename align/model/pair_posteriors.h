// Link posteriors of one sentence pair in both directions, under the HMM of word alignment.
#pragma once

#include <span>
#include <vector>

#include "align/model/hmm.h"
#include "align/model/tables.h"

namespace calque::internal {

// `forward`: target words come from source positions; `backward` the other way round.
struct JumpTables {
  JumpTable forward;
  JumpTable backward;

  friend bool operator==(const JumpTables&, const JumpTables&) = default;
};

// A pair with a longer side is seen without regard to word order: the HMM's time grows with the
// square of the length.
inline constexpr std::size_t kLongestOrdered = 250;

// One a thread; scratch memory is kept between pairs.
class PairPosteriors {
 public:
  // All tables must outlive the object. `beam` as HmmLattice has it.
  PairPosteriors(const CandidateTable& candidates, const TranslationTables& tables,
                 const JumpTables& jumps, float beam = 0.0F)
      : finder_(candidates),
        tables_(tables),
        forward_(jumps.forward, beam),
        backward_(jumps.backward, beam) {}

  // Neither side may be empty.
  void Run(std::span<const TypeId> source, std::span<const TypeId> target);

  // Of the pair last run; `source` and `target` are positions in it.
  [[nodiscard]] float Forward(std::size_t source, std::size_t target) const {
    return forward_.posterior()[target * sources_ + source];
  }
  [[nodiscard]] float Backward(std::size_t source, std::size_t target) const {
    return backward_.posterior()[source * targets_ + target];
  }
  [[nodiscard]] Cell CellOf(std::size_t source, std::size_t target) const {
    return finder_.cells()[source * targets_ + target];
  }
  [[nodiscard]] const TranslationTables& tables() const { return tables_; }
  [[nodiscard]] const HmmLattice& forward() const { return forward_; }
  [[nodiscard]] const HmmLattice& backward() const { return backward_; }

 private:
  void RunLattice(HmmLattice* lattice) const;

  CellFinder finder_;
  const TranslationTables& tables_;
  HmmLattice forward_;
  HmmLattice backward_;
  std::size_t sources_ = 0;
  std::size_t targets_ = 0;
  std::vector<float> emission_;
  std::vector<float> null_emission_;
};

}  // namespace calque::internal
