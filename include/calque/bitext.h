// A bitext: two documents held to be translations of each other, their beads, and what was found
// inside the beads. Source before target, always.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calque/document.h"
#include "calque/span.h"

namespace calque {

// A run of source sentences rendered by a run of target sentences (Brown et al. 1991). One side may
// be empty: a null bead. Beads are in source order and tile both documents; `crossing` marks a bead
// whose target run was moved, so that it lies out of the order of the others.
struct Bead {
  IndexRange<Sentence> source = {};
  IndexRange<Sentence> target = {};
  float score = 0.0F;  // calibrated probability that this bead is exactly right, in [0, 1]
  bool crossing = false;

  [[nodiscard]] bool IsNull() const { return source.empty() || target.empty(); }
  friend bool operator==(const Bead&, const Bead&) = default;
};

// That a source token is rendered by a target token (alignments of Och & Ney 2003). `source` and
// `target` index `Document::tokens` of the two sides.
struct WordLink {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float probability = 0.0F;  // calibrated, in [0, 1]; sure from kSureLink upwards

  friend bool operator==(const WordLink&, const WordLink&) = default;
};
inline constexpr float kSureLink = 0.5F;  // from here on S of Och & Ney (2003), below P

// What a mention names; from kNumber on it is a value.
enum class MentionKind : std::uint8_t {
  kPerson,
  kOrganisation,
  kPlace,  // demonyms included: `chinois` names China
  kOther,  // events, works, products
  kNumber,
  kOrdinal,
  kPercentage,
  kMoney,
  kMeasure,
  kDuration,
  kDate,  // weekdays and relative dates included
  kTime,
  kCode,  // tickers, telephone numbers, URLs, scores
};

// A place in the text and what it names. `key` is the same for two mentions of one entity or one
// value: `person:simon hu`, `place:CN`, `money:1000000000:USD`, `weekday:3`.
struct Mention {
  ByteSpan span = {};
  MentionKind kind = MentionKind::kOther;
  std::string key = {};
  float probability = 1.0F;  // that it is a mention of this kind and extent, in [0, 1]

  friend bool operator==(const Mention&, const Mention&) = default;
};

// Why two mentions were linked.
enum class LinkEvidence : std::uint8_t {
  kIdentical,    // the same words, capitals and accents apart
  kValue,        // equal number, amount, date
  kNameList,     // our list or CLDR: `Pékin`/`Beijing`
  kSpelling,     // transliteration and edit key: `Poutine`/`Putin`
  kAcronym,      // `ONU`/`UN`, or an acronym and its expansion
  kPartialName,  // `M. Hu`/`Simon Hu`
  kWordLinks,    // the mass of word links between the two spans
};

// That two mentions name one entity or value. `source` and `target` index
// `Bitext::source_mentions` and `target_mentions`.
struct EntityLink {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float score = 0.0F;  // calibrated probability, in [0, 1]
  LinkEvidence evidence = LinkEvidence::kIdentical;

  friend bool operator==(const EntityLink&, const EntityLink&) = default;
};

// How much a finding matters to a reader of the translation, in the manner of MQM (Lommel et al.
// 2014): kCritical misleads about facts, kMajor changes or loses something that is said, kMinor is
// for an editor to know.
enum class Severity : std::uint8_t { kMinor, kMajor, kCritical };

// One fidelity remark: an issue until a person confirms it. Either span may be empty.
struct Finding {
  std::string category = {};  // `omission`, `number-changed`, … the names of the check table
  Severity severity = Severity::kMinor;
  float probability = 0.0F;  // calibrated probability that an editor would agree, in [0, 1]
  ByteSpan source = {};
  ByteSpan target = {};
  std::string message = {};  // one sentence of evidence that a journalist understands

  friend bool operator==(const Finding&, const Finding&) = default;
};

// What was found out of two documents. An Engine fills all of it; a reader of a file as much as the
// file holds.
struct Bitext {
  std::string id = {};
  Document source = {};
  Document target = {};
  std::vector<Bead> beads = {};
  std::vector<WordLink> words = {};           // by source token, then target token
  std::vector<Mention> source_mentions = {};  // in text order
  std::vector<Mention> target_mentions = {};
  std::vector<EntityLink> entities = {};  // by source mention
  std::vector<Finding> findings = {};
  float score = 0.0F;  // probability that the two documents are translations, in [0, 1]

  friend bool operator==(const Bitext&, const Bitext&) = default;
};

// Stable lower-case names used in every file we write: `person`, `word-links`, `critical`; nothing
// where a name is none of them.
[[nodiscard]] std::string_view ToString(MentionKind kind);
[[nodiscard]] std::string_view ToString(LinkEvidence evidence);
[[nodiscard]] std::string_view ToString(Severity severity);
[[nodiscard]] std::optional<MentionKind> MentionKindFromString(std::string_view name);
[[nodiscard]] std::optional<LinkEvidence> LinkEvidenceFromString(std::string_view name);
[[nodiscard]] std::optional<Severity> SeverityFromString(std::string_view name);

}  // namespace calque
