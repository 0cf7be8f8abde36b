// Places where a sentence may end: a run of terminators, what closes behind it, white space, what
// opens before the next word.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "align/segment/char_class.h"
#include "calque/span.h"

namespace calque::internal {

enum class TerminatorKind : std::uint8_t {
  kNone,
  kPeriod,
  kEllipsis,     // `…`, `...`, `. . .`
  kExclamation,  // `!`, `?!` and their like
  kQuestion,
  kFull,  // terminators that need no space behind them: `。`, `！`
};

// Offsets rise from member to member.
struct Candidate {
  ByteSpan word;            // what stands before the terminators, without white space or openers
  ByteSpan terminators;     // `.`, `?!`, `...`
  std::uint32_t end = 0;    // behind the quotes and brackets that close
  std::uint32_t next = 0;   // where the next sentence would begin: first character not white space
  std::uint32_t first = 0;  // its first character that is no opener

  TerminatorKind kind = TerminatorKind::kNone;
  bool closes_quotation = false;
  bool closes_bracket = false;
  bool opens_quotation = false;
  bool opens_bracket = false;
  bool opens_dash = false;   // a dash before the next word: dialogue, list
  bool breaks_line = false;  // the white space holds a line break
};

// The terminator that starts at `at`, or kNone.
[[nodiscard]] TerminatorKind TerminatorAt(std::string_view text, std::uint32_t at,
                                          std::uint32_t end);

// The candidate whose terminators begin at `at`, in the unit `unit` whose current sentence began at
// `sentence`. Nothing where no white space follows (but for kFull), or the unit ends.
// Sets `*resume` to where the search goes on.
[[nodiscard]] std::optional<Candidate> CandidateAt(std::string_view text, ByteSpan unit,
                                                   std::uint32_t sentence, std::uint32_t at,
                                                   std::uint32_t* resume);

// The first offset in [at, end) where a terminator may begin, or `end`.
[[nodiscard]] std::uint32_t NextTerminator(std::string_view text, std::uint32_t at,
                                           std::uint32_t end);

}  // namespace calque::internal
