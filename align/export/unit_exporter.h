// What writers of corpus formats have in common: they write units (align/read/unit.h), say which
// beads have none, and count what units do not hold.
#pragma once

#include <string>
#include <vector>

#include "align/export/exporter.h"
#include "align/export/losses.h"
#include "align/io/xml_writer.h"
#include "align/read/unit.h"

namespace calque::internal {

class UnitExporter : public Exporter {
 public:
  void Write(const Bitext& bitext) final;
  [[nodiscard]] std::vector<std::string> Losses() const override { return losses_.Lines(); }

 protected:
  // Before the first unit of a bitext; not called for one without units, nor is EndBitext().
  virtual void BeginBitext(const PairHead& /*head*/) {}
  // `number` counts the units of the bitext from 1.
  virtual void WriteUnit(const PairHead& head, const Unit& unit, std::size_t number) = 0;
  virtual void EndBitext(const PairHead& /*head*/) {}

  // The losses of an XML format.
  [[nodiscard]] std::vector<std::string> LossesOf(const XmlWriter& xml) const;

  internal::Losses losses_;
};

}  // namespace calque::internal
