// The ladder of hunalign (Varga et al. 2005): `source<TAB>target<TAB>score`, a rung a line, each
// the index of the sentences at which a bead begins; the last rung stands behind the last
// sentences. It cannot hold moved sentences: beads that cross are one step of it.
#include <algorithm>

#include "align/base/bead_index.h"
#include "align/export/losses.h"
#include "align/export/writers.h"
#include "align/io/number_text.h"

namespace calque::internal {
namespace {

class LadderExporter : public Exporter {
 public:
  explicit LadderExporter(ExportTarget& target) : out_(target.Main()) {}

  void Write(const Bitext& bitext) override {
    if (!first_) out_ << '\n';
    first_ = false;
    const std::vector<Bead> beads = InSourceOrder(bitext.beads);
    const std::vector<std::uint32_t> lowest =
        LowestTargetFrom(beads, bitext.target.sentences.size());
    std::uint32_t reached = 0;  // behind the last target sentence of the beads so far
    for (std::size_t i = 0; i < beads.size(); ++i) {
      const Bead& bead = beads[i];
      if (reached <= lowest[i]) {
        Rung(bead.source.begin, reached, bead.score);
      } else {
        losses_.Add("beads that cross made one with their neighbours");
      }
      if (!bead.target.empty()) reached = std::max(reached, bead.target.end);
    }
    Rung(static_cast<std::uint32_t>(bitext.source.sentences.size()),
         static_cast<std::uint32_t>(bitext.target.sentences.size()), 0.0F);
  }

  std::vector<std::string> Losses() const override { return losses_.Lines(); }

 private:
  // The lowest target sentence of the beads from each one on.
  static std::vector<std::uint32_t> LowestTargetFrom(const std::vector<Bead>& beads,
                                                     std::size_t sentences) {
    std::vector<std::uint32_t> lowest(beads.size());
    auto low = static_cast<std::uint32_t>(sentences);
    for (std::size_t i = beads.size(); i-- > 0;) {
      if (!beads[i].target.empty()) low = std::min(low, beads[i].target.begin);
      lowest[i] = low;
    }
    return lowest;
  }

  void Rung(std::uint32_t source, std::uint32_t target, float score) {
    out_ << source << '\t' << target << '\t' << FloatText(score) << '\n';
  }

  std::ostream& out_;
  bool first_ = true;
  internal::Losses losses_;
};

}  // namespace

std::unique_ptr<Exporter> MakeLadderExporter(ExportTarget& target) {
  return std::make_unique<LadderExporter>(target);
}

}  // namespace calque::internal
