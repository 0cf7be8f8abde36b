#include "align/export/unit_exporter.h"

namespace calque::internal {
void UnitExporter::Write(const Bitext& bitext) {
  const PairHead head = HeadOf(bitext);
  std::size_t number = 0;
  std::uint64_t breaks = 0;
  for (const Bead& bead : bitext.beads) {
    const Unit unit = UnitOf(bitext, bead, &breaks);
    if (unit.IsNull()) {
      losses_.Add("null beads left out");
      continue;
    }
    if (number == 0) BeginBitext(head);
    WriteUnit(head, unit, ++number);
  }
  if (number > 0) EndBitext(head);
  losses_.Add("line breaks and tabs in sentences made blanks", breaks);
  AddSentencesInNoBead(bitext, &losses_);
  AddUnalignable(bitext, &losses_);
  AddWhatWasFound(bitext, &losses_);
}

std::vector<std::string> UnitExporter::LossesOf(const XmlWriter& xml) const {
  internal::Losses all = losses_;
  AddReplaced(xml.replaced(), &all);
  return all.Lines();
}

}  // namespace calque::internal
