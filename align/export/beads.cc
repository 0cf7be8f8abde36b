// `0,1:2<TAB>score`, a line a bead: indices of sentences from 0, in source order, an empty side for
// a null bead; a blank line between bitexts. Outside scorers read it, so its form is fixed.
#include "align/base/bead_index.h"
#include "align/export/writers.h"
#include "align/io/number_text.h"

namespace calque::internal {
namespace {

std::string Indices(IndexRange<Sentence> range) {
  std::string out;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    out += (out.empty() ? "" : ",") + std::to_string(i);
  }
  return out;
}

class BeadsExporter : public Exporter {
 public:
  explicit BeadsExporter(ExportTarget& target) : out_(target.Main()) {}

  void Write(const Bitext& bitext) override {
    if (!first_) out_ << '\n';
    first_ = false;
    for (const Bead& bead : InSourceOrder(bitext.beads)) {
      out_ << Indices(bead.source) << ':' << Indices(bead.target) << '\t' << FloatText(bead.score)
           << '\n';
    }
  }

 private:
  std::ostream& out_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Exporter> MakeBeadsExporter(ExportTarget& target) {
  return std::make_unique<BeadsExporter>(target);
}

}  // namespace calque::internal
