// How well the first and last marks of the two sides of a bead agree, and which sentences are apt
// to be left out: learned from the document itself, as typography differs from one edition to the
// next (« », “ ”, or a dash for a turn of speech; headings that one side lacks).
#pragma once

#include <cstdint>
#include <vector>

#include "align/beads/band.h"
#include "align/beads/bead_prior.h"
#include "align/beads/lattice.h"
#include "align/beads/side_words.h"

namespace calque::internal {

struct EdgeParameters {
  double weight = 0.7;       // of agreement in a bead's score
  double null_weight = 0.5;  // of a sentence's looks among the reasons to leave it out
  double strength = 20.0;    // beads that the typical agreement is worth
  double null_strength = 10.0;
  double alike = 0.3;  // share of beads that keep their marks before the document has been seen
};

// Log-odds against chance. Symmetric under swapping sides.
class EdgeModel {
 public:
  // Both sides must outlive the model.
  EdgeModel(const SideWords& source, const SideWords& target, const EdgeParameters& parameters);

  // Of the bead that starts at (i, j).
  [[nodiscard]] double Score(std::uint32_t i, std::uint32_t j, BeadShape shape) const;
  // Of one sentence without partner.
  [[nodiscard]] double Omission(std::uint32_t source) const;
  [[nodiscard]] double Insertion(std::uint32_t target) const;

  void Estimate(const Band& band, const std::vector<BeadShape>& shapes,
                const BeadPosteriors& posteriors);

 private:
  // Pairs of marks, one of each side, at one end of the beads.
  class MarkTable {
   public:
    MarkTable(const std::vector<std::uint8_t>& source, const std::vector<std::uint8_t>& target,
              std::size_t marks, const EdgeParameters& parameters);
    void Count(std::uint8_t source, std::uint8_t target, double posterior) {
      counts_[source * marks_ + target] += posterior;
      total_ += posterior;
    }
    // Turns the counts into scores and starts anew.
    void Update(double strength);
    [[nodiscard]] double Score(std::uint8_t source, std::uint8_t target) const {
      return scores_[source * marks_ + target];
    }
    [[nodiscard]] const std::vector<double>& source_share() const { return source_share_; }
    [[nodiscard]] const std::vector<double>& target_share() const { return target_share_; }

   private:
    std::size_t marks_;
    std::vector<double> source_share_;  // by mark, among all sentences of a side
    std::vector<double> target_share_;
    std::vector<double> prior_;  // by pair of marks
    std::vector<double> counts_;
    std::vector<double> scores_;
    double total_ = 0.0;
  };

  [[nodiscard]] std::vector<double> NullScores(const std::vector<std::uint8_t>& marks,
                                               const std::vector<double>& share,
                                               const std::vector<float>& posteriors) const;

  const SideWords& source_;
  const SideWords& target_;
  EdgeParameters parameters_;
  MarkTable opening_;
  MarkTable closing_;
  // By mark.
  std::vector<double> omission_opening_;
  std::vector<double> omission_closing_;
  std::vector<double> insertion_opening_;
  std::vector<double> insertion_closing_;
};

}  // namespace calque::internal
