// Which values of each bead the other side lacks, after the bead, its neighbours and the document
// have been asked.
#pragma once

#include <cstdint>
#include <vector>

#include "align/fidelity/check.h"

namespace calque::internal {

// A value that nothing in its bead renders. Indices are those of the bitext's mentions.
struct LooseValue {
  std::uint32_t mention = 0;
  // Whether the other side has the value although not as a partner of its own.
  bool repeated = false;   // it stands in the bead, paired with another mention
  bool partial = false;    // its partner says less, `14 décembre` and `December`
  bool elsewhere = false;  // it is spare elsewhere, or a headline leaves it to the text
  bool spelled = false;    // its digits stand there, in a name or a code
};

// Two values that render each other. Indices are those of the bitext's mentions.
struct ValuePair {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
};

struct BeadValues {
  std::vector<LooseValue> source;
  std::vector<LooseValue> target;
  std::vector<ValuePair> paired;  // by source
};

// One a bead. Conversions in brackets, parts of a compound value that agrees and values that a bead
// near by has to spare are left out.
[[nodiscard]] std::vector<BeadValues> BalanceValues(const CheckInput& input);

}  // namespace calque::internal
