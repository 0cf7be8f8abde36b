#include "align/read/wire_persons.h"

#include <utility>

#include "align/base/utf8.h"
#include "align/read/dispatch_builder.h"

namespace calque::internal {

std::optional<CreditRole> RoleOfCode(std::string_view code) {
  constexpr std::pair<std::string_view, CreditRole> kRoles[] = {
      {"author", CreditRole::kReporter},        {"co-author", CreditRole::kReporter},
      {"compiler", CreditRole::kCompiler},      {"contributor", CreditRole::kContributor},
      {"copyeditor", CreditRole::kEditor},      {"correspondent", CreditRole::kReporter},
      {"dataeditor", CreditRole::kData},        {"editor", CreditRole::kEditor},
      {"graphicartist", CreditRole::kGraphics}, {"graphics", CreditRole::kGraphics},
      {"illustrator", CreditRole::kGraphics},   {"interviewer", CreditRole::kInterviewer},
      {"journalist", CreditRole::kReporter},    {"photographer", CreditRole::kPhotographer},
      {"photo", CreditRole::kPhotographer},     {"reporter", CreditRole::kReporter},
      {"rewriter", CreditRole::kWriter},        {"subeditor", CreditRole::kEditor},
      {"translator", CreditRole::kTranslator},  {"video", CreditRole::kVideo},
      {"videographer", CreditRole::kVideo},     {"writer", CreditRole::kWriter},
  };
  const std::string key = Lower(TrimSpace(code.substr(code.find_last_of(":/#") + 1)));
  for (const auto& [name, role] : kRoles) {
    if (key == name) return role;
  }
  return std::nullopt;
}

bool IsPersonName(std::string_view name) {
  constexpr std::size_t kLongest = 80;
  const std::string line = WireLine(name);
  return !line.empty() && line.size() <= kLongest && line.find(' ') != std::string::npos &&
         line.find_first_of("0123456789@/_;") == std::string::npos;
}

}  // namespace calque::internal
