// What the check of names asks of one side of a bead.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "align/fidelity/check.h"
#include "align/fidelity/loose_names.h"
#include "align/fidelity/slot.h"

namespace calque::internal {

// The loose names of one side of a bead; in a document without those that a bead near by has to
// spare on the other side. The input must outlive it.
class SideNames {
 public:
  SideNames(const CheckInput& input, View::From from, std::uint32_t bead);

  [[nodiscard]] const View& view() const { return view_; }
  [[nodiscard]] std::vector<LooseName>& loose() { return loose_; }
  [[nodiscard]] const std::vector<LooseName>& loose() const { return loose_; }
  [[nodiscard]] std::size_t count() const { return count_; }  // before any were paired

  [[nodiscard]] std::string_view Text(const LooseName& name) const;
  // In [0, 1] along its side of the bead.
  [[nodiscard]] float Place(const LooseName& name) const;
  // Mean log-odds that the content words outside names are lost.
  [[nodiscard]] float Rest() const;
  // log(1 + content words outside names that render nothing): what may stand for a name of the
  // other side.
  [[nodiscard]] float Slack() const;
  // Whether a word is gone from this side of the bead, see gap.h.
  [[nodiscard]] bool HasGap() const;
  // Where it should stand on the other side.
  [[nodiscard]] Slot SlotOf(const LooseName& name) const;
  // How many more pronouns that may stand for a name this side has than the other.
  [[nodiscard]] float Pronouns() const;
  // Whether it stands in brackets behind another: `MTI (Hungarian Telegraph Agency)`, which one
  // desk explains and the other need not.
  [[nodiscard]] bool IsGloss(const LooseName& name) const;
  // Whether the other document has the name to spare somewhere, or, for a headline, anywhere; false
  // where each bead stands alone.
  [[nodiscard]] bool Elsewhere(const LooseName& name) const;

 private:
  // Occurrences of the last word of the name, the family name of a person.
  [[nodiscard]] static std::size_t CountOf(const LooseName& name, const SideView& named,
                                           const SideView& side, IndexRange<Token> tokens);
  [[nodiscard]] bool IsSpare(const LooseName& name, IndexRange<Token> here,
                             IndexRange<Token> there) const;
  [[nodiscard]] bool Moved(const LooseName& name) const;

  const CheckInput& input_;
  View view_;
  std::uint32_t bead_;
  IndexRange<Token> tokens_;
  std::vector<LooseName> loose_;
  std::size_t count_ = 0;
};

}  // namespace calque::internal
