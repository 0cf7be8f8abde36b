// Which beads of a corpus a translation system is trained, tuned and tested on, and why the others
// are left out.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "align/archive/duplicates.h"
#include "calque/bitext.h"

namespace calque::internal {

// In the order in which they are looked at: a bead is counted under the first that holds.
enum class SkipReason : std::uint8_t {
  kTakenDown,
  kPairScore,
  kNull,
  kScore,
  kLinked,
  kTooFewWords,
  kTooManyWords,
  kRatio,
  kCopy,
  kFinding,
  kLanguage,
  kDuplicate,
  kNearDuplicate,
};
inline constexpr std::size_t kSkipReasonCount = 13;
[[nodiscard]] std::string_view ToString(SkipReason reason);  // `bead score too low`

enum class DuplicatePolicy : std::uint8_t { kKeep, kLeaveOutExact, kLeaveOutNear };

// The default leaves out nothing but null beads.
struct SelectionOptions {
  std::set<std::string, std::less<>> taken_down;  // ids of bitexts and documents
  // Of Bitext::score and Bead::score. Files of other tools often hold none: a pair of score 0, and
  // the beads of a bitext that are all 0, pass.
  float least_pair_score = 0.0F;
  float least_score = 0.0F;
  // Share of the tokens of a bead that have a sure word link, of both sides together, in [0, 1].
  // Most formats hold no links: the beads of a bitext without tokens or links pass.
  float least_linked = 0.0F;
  std::uint32_t least_words = 0;  // on either side
  std::uint32_t most_words = 0;   // on either side; 0: any number
  double most_ratio = 0.0;        // of the longer side to the shorter, in characters; 0: any
  bool leave_out_copies = false;  // source and target of one text
  bool check_languages = false;   // CLD2 says with certainty that a side is in another language
  // Beads with a finding of this severity or above. Where a bitext has neither findings nor tokens,
  // nobody looked for them.
  std::optional<Severity> leave_out_findings;
  DuplicatePolicy duplicates = DuplicatePolicy::kKeep;
  double dev_share = 0.0;  // of documents, in [0, 1]
  double test_share = 0.0;
};

enum class CorpusPart : std::uint8_t { kTrain, kDev, kTest };
inline constexpr std::size_t kCorpusPartCount = 3;
[[nodiscard]] std::string_view ToString(CorpusPart part);  // `train`

// read = written + skipped, always.
struct SelectionCounts {
  std::uint64_t bitexts = 0;
  std::uint64_t read = 0;  // beads
  std::array<std::uint64_t, kCorpusPartCount> written{};
  std::array<std::uint64_t, kSkipReasonCount> skipped{};
  // Beads that could not be judged by what their input does not hold.
  std::uint64_t without_links = 0;
  std::uint64_t without_findings = 0;

  [[nodiscard]] std::uint64_t AllWritten() const;
  [[nodiscard]] std::uint64_t AllSkipped() const;
  // `1200 beads of 40 bitexts read = 900 written + 300 left out`, then a line a reason, a line a
  // test that could not be made, a line a part where there is more than one.
  [[nodiscard]] std::vector<std::string> Lines() const;
};

// Bitexts are shown to it one by one. Memory: 18 bytes a bitext, 18 bytes a bead where exact
// duplicates are looked for, 100 more where near ones are.
class Selection {
 public:
  explicit Selection(SelectionOptions options) : options_(std::move(options)) {}

  // The beads of each part, as ascending indices. The part depends on nothing but the id of the
  // source document (of the target, of the bitext, where it has none; else on the bead's source
  // text), so that a document is never in two, whatever else the corpus holds.
  using Parts = std::array<std::vector<std::uint32_t>, kCorpusPartCount>;
  [[nodiscard]] Parts Select(const Bitext& bitext);

  [[nodiscard]] const SelectionCounts& counts() const { return counts_; }
  // Whether parts are asked for of bitexts of which most share their ids: they fall together.
  [[nodiscard]] bool DividesByFewIds() const;
  // Of SelectionOptions::taken_down, those that no bitext so far had. Sorted.
  [[nodiscard]] std::vector<std::string> IdsNotMet() const;

 private:
  class Facts;
  [[nodiscard]] std::optional<SkipReason> ReasonOf(const Bitext& bitext);
  [[nodiscard]] std::optional<SkipReason> ReasonOf(Facts& facts, const Bead& bead);
  [[nodiscard]] CorpusPart PartOf(std::string_view id) const;

  SelectionOptions options_;
  SelectionCounts counts_;
  std::set<std::string, std::less<>> met_;  // of taken_down
  std::uint64_t named_ = 0;                 // bitexts with an id
  HashSet ids_;
  HashSet exact_;
  NearDuplicates near_;
};

}  // namespace calque::internal
