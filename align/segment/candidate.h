// Places where a sentence may end: a run of terminators, what closes behind it, white space, what
// opens before the next word; and places without a terminator where a new unit may begin.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "align/base/marks.h"
#include "align/segment/word_set.h"
#include "calque/span.h"

namespace calque::internal {

enum class CandidateKind : std::uint8_t {
  kPeriod,
  kEllipsis,
  kExclamation,
  kQuestion,
  kFull,
  kSemicolon,
  kEmoticon,
  kRule,      // a line drawn with marks: `=====`
  kAddress,   // an address without a mark behind it
  kUnmarked,  // a capital behind a bare word: `Voir aussi Le maire a …`
};

// Offsets rise from member to member.
struct BoundaryCandidate {
  ByteSpan word;            // what stands before the terminators; empty for kUnmarked
  ByteSpan terminators;     // `.`, `?!`, `...`; empty for kUnmarked
  std::uint32_t end = 0;    // behind the quotes, brackets and note marks that close
  std::uint32_t next = 0;   // where the next sentence would begin: first character not white space
  std::uint32_t first = 0;  // its first character that is no opener

  CandidateKind kind = CandidateKind::kPeriod;
  bool closes_quotation = false;
  bool closes_bracket = false;
  bool opens_quotation = false;
  bool opens_bracket = false;
  bool opens_dash = false;  // a dash or bullet before the next word: dialogue, list
};

// Finds the candidates of one unit, from left to right.
class CandidateFinder {
 public:
  // `unmarked`: words that begin a new unit where they stand with a capital behind a bare word;
  // where it is empty there are no candidates of the kind kUnmarked. Must outlive the finder.
  CandidateFinder(std::string_view text, ByteSpan unit, const WordSet& unmarked)
      : text_(text), unit_(unit), unmarked_(unmarked), at_(unit.begin) {}

  // The next candidate, where the current sentence began at `sentence`; nothing at the end of the
  // unit. Linear over all calls.
  [[nodiscard]] std::optional<BoundaryCandidate> Next(std::uint32_t sentence);

 private:
  [[nodiscard]] std::optional<BoundaryCandidate> Read(std::uint32_t sentence,
                                                      std::uint32_t* resume) const;

  [[nodiscard]] std::optional<BoundaryCandidate> ReadMark(std::uint32_t sentence,
                                                          std::uint32_t* resume) const;
  [[nodiscard]] std::string_view CapitalisedWord() const;
  [[nodiscard]] std::optional<BoundaryCandidate> ReadUnmarked(std::uint32_t sentence) const;

  std::string_view text_;
  ByteSpan unit_;
  const WordSet& unmarked_;
  std::uint32_t at_;
};

}  // namespace calque::internal
