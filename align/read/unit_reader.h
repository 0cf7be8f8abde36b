// What readers of corpus formats have in common: a file is a row of units.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/read/bitext_reader.h"
#include "align/read/unit_assembler.h"

namespace calque::internal {

class UnitReader : public BitextReader {
 public:
  [[nodiscard]] std::optional<Bitext> Next() final;
  [[nodiscard]] std::vector<std::uint64_t> BeadLines() const final { return complete_lines_; }
  [[nodiscard]] std::vector<Diagnostic> Diagnostics() const final;

 protected:
  // `name` is what messages call the file.
  explicit UnitReader(std::string name) : name_(std::move(name)) {}

  // The next unit with text on both sides; nothing at the end.
  [[nodiscard]] virtual std::optional<HeadedUnit> NextUnit() = 0;

  // Counts what was left out at `location`; the first place is kept.
  void LeaveOut(std::string_view code, std::string_view what, const Location& location);
  // What the user has to know of how the file is read.
  void Remark(Diagnostic remark) { remarks_.push_back(std::move(remark)); }

 private:
  struct Omission {
    std::string what;
    std::uint64_t count = 0;
    Location first;
  };

  std::string name_;
  UnitAssembler assembler_;
  std::vector<std::uint64_t> lines_;  // of the units since the last bitext
  std::vector<std::uint64_t> complete_lines_;
  std::vector<Diagnostic> remarks_;
  std::map<std::string, Omission, std::less<>> omissions_;  // by code
};

// A side of a unit from the text of a file: one line, trimmed. `sentences` as SentencesText()
// wrote; where they do not fit, the text is one sentence.
[[nodiscard]] UnitSide SideFromText(std::string_view text, std::string_view sentences = {});

// Which two of the variants of a unit are its sides, by their languages: those asked for, else the
// first that are left, that of the language `original` before others as the source. Nothing where
// there are no such two.
struct ChosenSides {
  std::size_t source = 0;
  std::size_t target = 0;
};
[[nodiscard]] std::optional<ChosenSides> ChooseSides(const std::vector<std::string>& languages,
                                                     const BitextReadOptions& asked,
                                                     const std::string& original = {});

}  // namespace calque::internal
