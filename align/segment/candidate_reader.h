// Reads one candidate, from its terminators outwards.
#pragma once

#include <optional>
#include <string_view>

#include "align/segment/candidate.h"
#include "align/segment/char_class.h"

namespace calque::internal {

class CandidateReader {
 public:
  CandidateReader(std::string_view text, ByteSpan unit, std::uint32_t sentence)
      : text_(text), unit_(unit), sentence_(sentence) {}

  // The candidate whose terminators begin at `at`; nothing where no white space follows (but for
  // kFull), the unit ends, or the terminators stand alone in brackets (`[...]`).
  [[nodiscard]] std::optional<BoundaryCandidate> AtTerminator(std::uint32_t at);
  // The candidate of the mark that ends at `end`; nothing where no white space follows.
  [[nodiscard]] std::optional<BoundaryCandidate> AtMark(CandidateKind kind, ByteSpan mark);

  // Where the search for the next candidate goes on.
  [[nodiscard]] std::uint32_t resume() const { return resume_; }

 private:
  void ReadTerminators(std::uint32_t at);
  [[nodiscard]] std::uint32_t SpacedTerminators(std::uint32_t at) const;
  [[nodiscard]] bool IsBracketed() const;
  void ReadClosers();
  void ReadOpeners();
  void ReadWord();
  [[nodiscard]] std::uint32_t CloserEnd(std::uint32_t at);
  [[nodiscard]] std::uint32_t SpacedCloserEnd(std::uint32_t space, std::uint32_t at);
  [[nodiscard]] std::uint32_t NoteEnd(std::uint32_t at) const;
  [[nodiscard]] bool IsStraightQuoteOpen(std::uint32_t at) const;
  [[nodiscard]] bool HasWordFrom(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t SkipSpace(std::uint32_t at) const;
  [[nodiscard]] ClassifiedChar At(std::uint32_t offset) const {
    return CharAt(text_, offset, unit_.end);
  }

  std::string_view text_;
  ByteSpan unit_;
  std::uint32_t sentence_;
  std::uint32_t resume_ = 0;
  BoundaryCandidate candidate_;
};

}  // namespace calque::internal
