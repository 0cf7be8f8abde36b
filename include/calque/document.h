// A document: one immutable UTF-8 text and typed spans into it. No stage copies, trims or edits the
// text; what is not a sentence (furniture, credit lines) stays in it and is marked as such.
//
// Plain values without shared state: any number of threads may read a const Document.
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

// A word, number or punctuation mark: a span inside one sentence.
struct Token {
  ByteSpan span = {};

  friend bool operator==(const Token&, const Token&) = default;
};

// A sentence; sentences do not overlap.
struct Sentence {
  ByteSpan span = {};             // no white space at either end; may contain line breaks
  IndexRange<Token> tokens = {};  // empty until the tokenizer has run
  float confidence = 1.0F;        // probability that the boundary after it is right, in [0, 1]

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// What role a paragraph plays in a dispatch. Paragraphs from kByline on are not translated.
enum class ParagraphKind : std::uint8_t {
  kHeadline,
  kSubhead,
  kBody,
  kListItem,
  kTableRow,
  kByline,     // `By Mara Quillen`: credits, not text to align
  kCredit,     // `(Reporting by …; Editing by …)`
  kNote,       // `(Adds union reaction in paragraph 3)`: update and correction lines
  kFurniture,  // contacts, copyright lines, word counts, conversion notes, web page chrome
};

// Whether paragraphs of this kind contain sentences to align.
[[nodiscard]] constexpr bool IsAlignable(ParagraphKind kind) {
  return kind <= ParagraphKind::kTableRow;
}

// A block of text: one set off by blank lines, or marked as such by the wire format.
struct Paragraph {
  ByteSpan span = {};
  IndexRange<Sentence> sentences = {};  // empty unless IsAlignable(kind)
  ParagraphKind kind = ParagraphKind::kBody;

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

// `NORTHPORT, Jan 5 (Acme) -`: part of the first sentence's span. Its sub-spans may be empty.
struct Dateline {
  ByteSpan span = {};    // the whole prefix, including the dash
  ByteSpan place = {};   // `NORTHPORT`; the first place if there are several
  ByteSpan agency = {};  // `Acme`
  ByteSpan date = {};    // `Jan 5`, `Monday`

  friend bool operator==(const Dateline&, const Dateline&) = default;
};

// What somebody contributed to a document.
enum class CreditRole : std::uint8_t {
  kReporter,
  kWriter,       // wrote up what others reported
  kContributor,  // `additional reporting by`
  kTranslator,
  kEditor,
  kCompiler,  // `compiled by`: put together from other dispatches
  kInterviewer,
  kPhotographer,
  kVideo,
  kGraphics,
  kData,      // figures and their analysis
  kDesk,      // a bureau or service, never a person
  kAgency,    // never a person
  kInitials,  // initials that could not be matched to a person
};

// One person (or desk, agency, set of initials) in one role; a person in two roles has two
// credits.
struct Credit {
  CreditRole role = CreditRole::kReporter;
  std::string name = {};          // as written, without the word for the role
  std::string place = {};         // `Oslo` in `Anne Roy à Oslo`; may be empty
  std::string organisation = {};  // the desk or agency the person works for; may be empty
  ByteSpan span = {};             // where `name` appears in the text; empty where it does not
  float probability = 1.0F;       // that the whole credit was read correctly, in [0, 1]

  friend bool operator==(const Credit&, const Credit&) = default;
};

// A date in the proleptic Gregorian calendar.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;  // 1–12
  std::uint8_t day = 0;    // 1–31

  // ISO 8601, `2026-01-05`.
  [[nodiscard]] std::string ToString() const;
  friend auto operator<=>(const Date&, const Date&) = default;
};

// Made by an Engine, by a BitextFileReader, or by hand: Engine::Align() and BitextFileWriter check
// that every span and range is valid.
struct Document {
  std::string id = {};        // the file name without its folder, or the wire format's own id
  std::string language = {};  // BCP 47: `en`, `fr`; `und` where it is unknown
  std::string text = {};      // valid UTF-8, at most kMostTextBytes
  ByteSpan headline = {};     // empty if there is none
  std::optional<Dateline> dateline = {};
  std::optional<Date> date = {};  // of publication, where format or dateline give it in full
  std::vector<Paragraph> paragraphs = {};  // in text order, disjoint; only white space between them
  std::vector<Sentence> sentences = {};    // in text order; only those of alignable paragraphs
  std::vector<Token> tokens = {};          // in text order
  std::vector<Credit> credits = {};        // in text order, from bylines and credit lines alike
  std::map<std::string, std::string> metadata = {};  // from the wire format: `version`, `series`, …
  std::vector<Diagnostic> diagnostics = {};

  [[nodiscard]] std::string_view TextOf(const Sentence& sentence) const {
    return sentence.span.In(text);
  }
  [[nodiscard]] std::string_view TextOf(const Token& token) const { return token.span.In(text); }
  // From the first to the last byte of these sentences (range.end <= sentences.size()), gaps
  // included; for an empty range, as null beads have it, an empty span where it would stand.
  [[nodiscard]] ByteSpan SpanOf(IndexRange<Sentence> range) const;
  [[nodiscard]] std::string_view TextOf(IndexRange<Sentence> range) const {
    return SpanOf(range).In(text);
  }
  // The tokens of these sentences (range.end <= sentences.size()); {0, 0} if they have none.
  [[nodiscard]] IndexRange<Token> TokensOf(IndexRange<Sentence> range) const;

  friend bool operator==(const Document&, const Document&) = default;
};

// The stable lower-case names that are used in files: `body`, `list-item`; `reporter`,
// `translator`. The inverse functions return nothing for any other name.
[[nodiscard]] std::string_view ToString(ParagraphKind kind);
[[nodiscard]] std::string_view ToString(CreditRole role);
[[nodiscard]] std::optional<ParagraphKind> ParagraphKindFromString(std::string_view name);
[[nodiscard]] std::optional<CreditRole> CreditRoleFromString(std::string_view name);
// Whether people in this role made the text: not its pictures, and not a desk or agency.
[[nodiscard]] bool IsTextAuthor(CreditRole role);

}  // namespace calque
