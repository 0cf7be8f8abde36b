// A bitext: two documents believed to translate each other, their beads, and what was found inside
// the beads. Plain values without shared state. The source always comes before the target.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calque/document.h"
#include "calque/span.h"

namespace calque {

// A run of source sentences and the run of target sentences that translates it (Brown et al. 1991).
// One side may be empty: a null bead. An Engine's beads are in source order and together cover both
// documents; those of other origin may come in any order and leave sentences out.
struct Bead {
  IndexRange<Sentence> source = {};
  IndexRange<Sentence> target = {};
  float score = 0.0F;     // calibrated probability that it is exactly right; other programs': any
  bool crossing = false;  // the target run was moved: it is out of order with the other beads

  [[nodiscard]] bool IsNull() const { return source.empty() || target.empty(); }
  friend bool operator==(const Bead&, const Bead&) = default;
};

// States that a target token translates a source token (the alignments of Och & Ney 2003). `source`
// and `target` are indices into `Document::tokens` of the two sides.
struct WordLink {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float probability = 0.0F;  // calibrated, in [0, 1]

  friend bool operator==(const WordLink&, const WordLink&) = default;
};
inline constexpr float kSureLink = 0.5F;  // from here on sure (S of Och & Ney), below possible (P)

// What a mention names. The kinds from kNumber on are values.
enum class MentionKind : std::uint8_t {
  kPerson,
  kOrganisation,
  kPlace,  // including demonyms: `chinois` names China
  kOther,  // events, works, products
  kNumber,
  kOrdinal,
  kPercentage,
  kMoney,
  kMeasure,
  kDuration,
  kDate,  // including weekdays and relative dates
  kTime,
  kCode,  // tickers, telephone numbers, URLs, scores
};

// A passage of the text and what it names. `key` is the same for two mentions of one entity or
// value, in any language: `person:simon hu`, `place:CN`, `money:1000000000:USD`, `weekday:3`.
struct Mention {
  ByteSpan span = {};
  MentionKind kind = MentionKind::kOther;
  std::string key = {};
  float probability = 1.0F;  // that it is a mention of this kind and extent, in [0, 1]

  friend bool operator==(const Mention&, const Mention&) = default;
};

// Why two mentions were linked.
enum class LinkEvidence : std::uint8_t {
  kIdentical,    // the same words, apart from capitals and accents
  kValue,        // equal numbers, amounts or dates
  kNameList,     // a list of names, calque's own or CLDR's: `Pékin`/`Beijing`
  kSpelling,     // similar spelling, after transliteration: `Poutine`/`Putin`
  kAcronym,      // `ONU`/`UN`, or an acronym and its expansion
  kPartialName,  // `M. Hu`/`Simon Hu`
  kWordLinks,    // word links between the two spans
};

// States that two mentions name one entity or value. `source` and `target` are indices into
// `Bitext::source_mentions` and `Bitext::target_mentions`.
struct EntityLink {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float score = 0.0F;  // calibrated probability, in [0, 1]
  LinkEvidence evidence = LinkEvidence::kIdentical;

  friend bool operator==(const EntityLink&, const EntityLink&) = default;
};

// How much a finding matters to a reader of the translation, in the manner of MQM (Lommel et al.
// 2014): kCritical misleads about facts, kMajor changes or loses part of what is said, kMinor is
// worth an editor's notice.
enum class Severity : std::uint8_t { kMinor, kMajor, kCritical };

// A remark on fidelity: something to look into, until a person confirms it.
struct Finding {
  std::string category = {};  // `omission`, `number-changed`, …; `man calque-check` lists them
  Severity severity = Severity::kMinor;
  float probability = 0.0F;  // calibrated probability that an editor would agree, in [0, 1]
  ByteSpan source = {};      // either span may be empty
  ByteSpan target = {};
  std::string message = {};  // the evidence in one sentence, for journalists

  friend bool operator==(const Finding&, const Finding&) = default;
};

// Two documents and what is known about them. An Engine fills in everything, a reader as much as
// its file holds.
struct Bitext {
  std::string id = {};  // `SOURCE~TARGET`, the ids of the documents, where an Engine made it
  Document source = {};
  Document target = {};
  std::vector<Bead> beads = {};
  std::vector<WordLink> words = {};           // sorted by source token, then target token
  std::vector<Mention> source_mentions = {};  // in text order
  std::vector<Mention> target_mentions = {};
  std::vector<EntityLink> entities = {};  // sorted by source mention
  std::vector<Finding> findings = {};
  float score = 0.0F;  // probability that they translate each other; other programs': any number

  friend bool operator==(const Bitext&, const Bitext&) = default;
};

// The stable lower-case names that are used in files: `person`, `word-links`, `critical`. The
// inverse functions return nothing for any other name.
[[nodiscard]] std::string_view ToString(MentionKind kind);
[[nodiscard]] std::string_view ToString(LinkEvidence evidence);
[[nodiscard]] std::string_view ToString(Severity severity);
[[nodiscard]] std::optional<MentionKind> MentionKindFromString(std::string_view name);
[[nodiscard]] std::optional<LinkEvidence> LinkEvidenceFromString(std::string_view name);
[[nodiscard]] std::optional<Severity> SeverityFromString(std::string_view name);

}  // namespace calque
