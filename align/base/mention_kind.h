// What a kind of mention is one of.
#pragma once

#include "calque/bitext.h"

namespace calque::internal {

// A name, and no value.
[[nodiscard]] constexpr bool IsName(MentionKind kind) { return kind <= MentionKind::kOther; }

}  // namespace calque::internal
