// What the report page knows of a bitext: its texts cut into tokens, so that the page needs no
// byte offsets.
#pragma once

#include <string>

#include "calque/bitext.h"

namespace calque::internal {

// One JSON object, form `calque/report/1`, fit to stand inside a `<script>` element: every `<` is
// escaped.
[[nodiscard]] std::string ReportData(const Bitext& bitext);

}  // namespace calque::internal
