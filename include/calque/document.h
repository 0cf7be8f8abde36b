// A document: one immutable UTF-8 text and typed spans into it. No stage copies, trims or edits
// the text; what is not a sentence (furniture, credit lines) stays in it, typed.
//
// Values, no shared state: a const Document may be read from any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calque/error.h"
#include "calque/span.h"

namespace calque {

// The longest text of a document, in bytes of UTF-8: 64 MiB.
inline constexpr std::size_t kMostTextBytes = std::size_t{64} << 20;

// A token is a word, number or punctuation mark: a span inside one sentence.
struct Token {
  ByteSpan span = {};

  friend bool operator==(const Token&, const Token&) = default;
};

// A sentence, of which no part is in another one.
struct Sentence {
  ByteSpan span = {};             // no white space at either end; may hold line breaks
  IndexRange<Token> tokens = {};  // filled by the tokenizer; empty before
  float confidence = 1.0F;        // probability that the boundary after it is right, in [0, 1]

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// What a paragraph is in a dispatch; of those from kByline on a translation renders nothing.
enum class ParagraphKind : std::uint8_t {
  kHeadline,
  kSubhead,
  kBody,
  kListItem,
  kTableRow,
  kByline,     // `By Mara Quillen`: credits, not text to align
  kCredit,     // `(Reporting by …; Editing by …)`
  kNote,       // `(Adds union reaction in paragraph 3)`: update and correction lines
  kFurniture,  // contacts, copyright, word counters, conversion notes, web chrome
};

// Whether paragraphs of this kind hold sentences that a translation renders.
[[nodiscard]] constexpr bool IsAlignable(ParagraphKind kind) {
  return kind <= ParagraphKind::kTableRow;
}

// A block of text: between blank lines, or what the wire format marks as one.
struct Paragraph {
  ByteSpan span = {};
  IndexRange<Sentence> sentences = {};  // empty unless IsAlignable(kind)
  ParagraphKind kind = ParagraphKind::kBody;

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

// `NORTHPORT, Jan 5 (Acme) -`: stays inside the first sentence's span. Sub-spans may be empty.
struct Dateline {
  ByteSpan span = {};    // the whole prefix, dash included
  ByteSpan place = {};   // `NORTHPORT`; the first place where there are several
  ByteSpan agency = {};  // `Acme`
  ByteSpan date = {};    // `Jan 5`, `Monday`

  friend bool operator==(const Dateline&, const Dateline&) = default;
};

// What somebody did for a document.
enum class CreditRole : std::uint8_t {
  kReporter,
  kWriter,       // put into words what others reported
  kContributor,  // `additional reporting by`
  kTranslator,
  kEditor,
  kCompiler,  // `compiled by`: of other dispatches
  kInterviewer,
  kPhotographer,
  kVideo,
  kGraphics,
  kData,      // figures and their analysis
  kDesk,      // a bureau or service, never a person
  kAgency,    // never a person
  kInitials,  // initials not resolved to a person
};

// One person (or desk, agency, set of initials) in one role. `name` is as written, without the
// role word; `span` is where `name` stands in the text.
struct Credit {
  CreditRole role = CreditRole::kReporter;
  std::string name = {};
  std::string place = {};         // `Oslo` of `Anne Roy à Oslo`; both may be empty
  std::string organisation = {};  // desk or agency the person works for, `service français`
  ByteSpan span = {};
  float probability = 1.0F;  // that all of it is read rightly, in [0, 1]

  friend bool operator==(const Credit&, const Credit&) = default;
};

// A calendar date of the proleptic Gregorian calendar.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;  // 1–12
  std::uint8_t day = 0;    // 1–31

  // ISO 8601, `2026-01-05`.
  [[nodiscard]] std::string ToString() const;
  friend auto operator<=>(const Date&, const Date&) = default;
};

// Made by the readers of an Engine or of bitexts, or by hand; Engine::Align() and BitextFileWriter
// make sure that every span and range is in its place.
struct Document {
  std::string id = {};        // file name without folder, or the wire format's own id
  std::string language = {};  // BCP 47, `en`, `fr`; `und` where it is not known
  std::string text = {};      // valid UTF-8, at most kMostTextBytes
  ByteSpan headline = {};     // empty where there is none
  std::optional<Dateline> dateline = {};
  std::optional<Date> date = {};  // of publication, where format or dateline give it in full
  std::vector<Paragraph> paragraphs = {};  // in text order, disjoint; between them only white space
  std::vector<Sentence> sentences = {};    // in text order; only those of alignable paragraphs
  std::vector<Token> tokens = {};
  std::vector<Credit> credits = {};                  // in text order, bylines and tails together
  std::map<std::string, std::string> metadata = {};  // of the wire format: `version`, `series`, …
  std::vector<Diagnostic> diagnostics = {};

  [[nodiscard]] std::string_view TextOf(const Sentence& sentence) const {
    return sentence.span.In(text);
  }
  [[nodiscard]] std::string_view TextOf(const Token& token) const { return token.span.In(text); }
  // From the first to the last byte of sentences (range.end <= sentences.size()) of a bead, gaps
  // included; of an empty range, as null beads have it, an empty span where it would stand.
  [[nodiscard]] ByteSpan SpanOf(IndexRange<Sentence> range) const;
  [[nodiscard]] std::string_view TextOf(IndexRange<Sentence> range) const {
    return SpanOf(range).In(text);
  }
  // The tokens of sentences (range.end <= sentences.size()); {0, 0} where they have none.
  [[nodiscard]] IndexRange<Token> TokensOf(IndexRange<Sentence> range) const;

  friend bool operator==(const Document&, const Document&) = default;
};

// Stable lower-case names used in every file we write: `body`, `list-item`; `reporter`,
// `translator`.
[[nodiscard]] std::string_view ToString(ParagraphKind kind);
[[nodiscard]] std::string_view ToString(CreditRole role);
[[nodiscard]] std::optional<ParagraphKind> ParagraphKindFromString(std::string_view name);
[[nodiscard]] std::optional<CreditRole> CreditRoleFromString(std::string_view name);
// Whether the role is held by persons who made the text (not its pictures, not a desk or agency).
[[nodiscard]] bool IsTextAuthor(CreditRole role);

}  // namespace calque
