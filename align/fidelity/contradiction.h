// Names that cannot be the same.
#pragma once

#include "align/fidelity/loose_names.h"

namespace calque::internal {

[[nodiscard]] bool IsProper(const LooseName& name);  // none of its words is generic
[[nodiscard]] bool IsKind(const LooseName& name, MentionKind kind);
[[nodiscard]] bool SameKind(const LooseName& a, const LooseName& b);

// Whether nothing speaks for two names being the same: both are such as keep their form, and the
// lexicon knows of no other. `alike`: FormSimilarity of the two.
[[nodiscard]] bool UnlikeWords(const LooseName& a, const LooseName& b, float alike);
// And the entity stage found two names of one kind.
[[nodiscard]] bool UnlikeNames(const LooseName& a, const LooseName& b, float alike);

// Whether one names the country whose government sits in the other: `Moscow` for `la Russie`, as
// each desk likes.
[[nodiscard]] bool IsSeatOf(const SideView& side, const LooseName& a, const SideView& other_side,
                            const LooseName& b);

// Whether lists of names know both, and as different entities of one kind: `Frankfurt`, `Berlin`.
[[nodiscard]] bool ListedApart(const SideView& side, const LooseName& a, const SideView& other_side,
                               const LooseName& b);

}  // namespace calque::internal
