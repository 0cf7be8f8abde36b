// The pages of the report, as they stand in page.html, index.html, style.css and script/.
#pragma once

#include <string>
#include <string_view>

namespace calque::internal {

// Style and script are filled in; `@DATA@` is left.
[[nodiscard]] const std::string& ReportPageTemplate();
[[nodiscard]] const std::string& IndexPageTemplate();

// Puts `data` (JSON, `<` escaped) where the template has `@DATA@`.
[[nodiscard]] std::string FillTemplate(const std::string& page, std::string_view data);

}  // namespace calque::internal
