// From units back to a bitext: the other half of unit.h, for every reader of a corpus format.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "align/read/unit.h"

namespace calque::internal {

// A unit and what its file says of the bitext it is from.
struct HeadedUnit {
  PairHead head;
  Unit unit;
  // Who made the target of this unit, where its file says so unit by unit: credits of the whole
  // bitext, which they do not part from the units of other people.
  std::vector<Credit> people = {};
  std::uint64_t line = 0;  // of its file that it begins in; 0: not known
};

// Puts consecutive units of one head into one bitext: each unit a paragraph and a bead. Units that
// name neither a bitext nor a document make bitexts of at most kUnnamedUnits units, so that memory
// stays bounded for files without documents.
class UnitAssembler {
 public:
  static constexpr std::size_t kUnnamedUnits = 1000;

  // The bitext that is complete because `next` is of another one, where there is such. Throws
  // Error{kBadInput} naming `file` where a side grows above the limit of a document's length.
  [[nodiscard]] std::optional<Bitext> Add(HeadedUnit next, const std::string& file);
  // The last bitext, where there is one.
  [[nodiscard]] std::optional<Bitext> Finish();

 private:
  void Start(PairHead head);

  PairHead head_;
  std::optional<Bitext> bitext_;
};

}  // namespace calque::internal
