#include "align/read/unit_reader.h"

#include "align/base/utf8.h"

namespace calque::internal {

std::optional<Bitext> UnitReader::Next() {
  while (std::optional<HeadedUnit> unit = NextUnit()) {
    if (std::optional<Bitext> complete = assembler_.Add(std::move(*unit), name_)) return complete;
  }
  return assembler_.Finish();
}

void UnitReader::LeaveOut(std::string_view code, std::string_view what, const Location& location) {
  auto found = omissions_.find(code);
  if (found == omissions_.end()) {
    found = omissions_.emplace(code, Omission{std::string(what), 0, location}).first;
  }
  ++found->second.count;
}

std::vector<Diagnostic> UnitReader::Diagnostics() const {
  std::vector<Diagnostic> diagnostics;
  for (const auto& [code, omission] : omissions_) {
    diagnostics.push_back(
        {code, omission.what + ": " + std::to_string(omission.count), omission.first});
  }
  return diagnostics;
}

UnitSide SideFromText(std::string_view text, std::string_view sentences) {
  UnitSide side;
  side.text = TrimSpace(OneLine(text));
  side.sentences = ParseSentences(sentences, side.text);
  return side;
}

}  // namespace calque::internal
