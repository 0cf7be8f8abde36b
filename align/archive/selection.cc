#include "align/archive/selection.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "align/base/hash.h"
#include "align/base/language_tag.h"
#include "align/base/utf8.h"
#include "align/io/language_id.h"
#include "align/read/unit.h"

namespace calque::internal {
namespace {

constexpr std::array<std::string_view, kSkipReasonCount> kReasons = {
    "on the list of ids to leave out",
    "score of the pair of documents too low",
    "one side is empty",
    "score of the bead too low",
    "too few words linked",
    "too few words",
    "too many words",
    "lengths too different",
    "target is a copy of the source",
    "a finding says that it departs",
    "in another language",
    "duplicate",
    "near-duplicate",
};

constexpr std::array<std::string_view, kCorpusPartCount> kParts = {"train", "dev", "test"};

// Shorter texts are often names, and CLD2 takes names for any language.
constexpr std::size_t kLeastCharactersToCheck = 60;

bool IsInAnotherLanguage(const std::string& text, const std::string& language) {
  if (language.empty() || language == "und") return false;
  if (CodePointCount(text) < kLeastCharactersToCheck) return false;
  const LanguageGuess guess = GuessLanguage(text);
  return guess.reliable && guess.language != "und" &&
         PrimaryLanguage(guess.language) != PrimaryLanguage(language);
}

}  // namespace

std::string_view ToString(SkipReason reason) { return kReasons[static_cast<std::size_t>(reason)]; }
std::string_view ToString(CorpusPart part) { return kParts[static_cast<std::size_t>(part)]; }

std::uint64_t SelectionCounts::AllWritten() const {
  return std::accumulate(written.begin(), written.end(), std::uint64_t{0});
}

std::uint64_t SelectionCounts::AllSkipped() const {
  return std::accumulate(skipped.begin(), skipped.end(), std::uint64_t{0});
}

std::vector<std::string> SelectionCounts::Lines() const {
  std::vector<std::string> lines = {std::to_string(read) + " beads of " + std::to_string(bitexts) +
                                    " bitexts read = " + std::to_string(AllWritten()) +
                                    " written + " + std::to_string(AllSkipped()) + " left out"};
  for (std::size_t i = 0; i < kSkipReasonCount; ++i) {
    if (skipped[i] != 0) {
      lines.push_back("left out: " + std::string(kReasons[i]) + ": " + std::to_string(skipped[i]));
    }
  }
  if (without_links > 0) {
    lines.push_back("not judged by linked words, of which the input holds none: " +
                    std::to_string(without_links));
  }
  if (without_findings > 0) {
    lines.push_back("not judged by findings, of which the input holds none: " +
                    std::to_string(without_findings));
  }
  if (written[0] == AllWritten()) return lines;
  for (std::size_t i = 0; i < kCorpusPartCount; ++i) {
    lines.push_back("written: " + std::string(kParts[i]) + ": " + std::to_string(written[i]));
  }
  return lines;
}

// Spans of one text, for the question whether one of them meets another.
class SpanSet {
 public:
  void Add(ByteSpan span) { spans_.push_back(span); }
  // Behind the last Add().
  void Sort() {
    std::sort(spans_.begin(), spans_.end(),
              [](ByteSpan a, ByteSpan b) { return a.begin < b.begin; });
    for (const ByteSpan span : spans_) ends_.push_back(std::max(LastEnd(ends_.size()), span.end));
  }
  [[nodiscard]] bool Meets(ByteSpan span) const {
    const auto behind = std::partition_point(spans_.begin(), spans_.end(),
                                             [&](ByteSpan s) { return s.begin < span.end; });
    return LastEnd(static_cast<std::size_t>(behind - spans_.begin())) > span.begin;
  }

 private:
  // The greatest end of the first `count`.
  [[nodiscard]] std::uint32_t LastEnd(std::size_t count) const {
    return count == 0 ? 0 : ends_[count - 1];
  }

  std::vector<ByteSpan> spans_;
  std::vector<std::uint32_t> ends_;
};

// What is known of the beads of one bitext, found out when it is first asked for.
class Selection::Facts {
 public:
  explicit Facts(const Bitext& bitext)
      : bitext_(bitext),
        has_scores_(std::any_of(bitext.beads.begin(), bitext.beads.end(),
                                [](const Bead& bead) { return bead.score != 0.0F; })) {}

  [[nodiscard]] const Bitext& bitext() const { return bitext_; }
  [[nodiscard]] bool HasScores() const { return has_scores_; }
  // Whether words and findings were looked for: formats of beads alone hold no tokens either.
  [[nodiscard]] bool KnowLinks() const { return HasTokens() || !bitext_.words.empty(); }
  [[nodiscard]] bool KnowFindings() const { return HasTokens() || !bitext_.findings.empty(); }

  // Whether any finding of `least` or above, always the same, touches the bead.
  [[nodiscard]] bool HasFinding(const Bead& bead, Severity least) {
    PlaceFindings(least);
    return (!bead.source.empty() && source_findings_.Meets(bitext_.source.SpanOf(bead.source))) ||
           (!bead.target.empty() && target_findings_.Meets(bitext_.target.SpanOf(bead.target)));
  }

  // The share of the tokens of the bead that have a sure link into its other side.
  [[nodiscard]] float Linked(const Bead& bead) {
    CountLinks();
    const auto count = [](const Document& document, IndexRange<Sentence> range,
                          const std::vector<bool>& linked, std::size_t* all, std::size_t* sure) {
      for (std::uint32_t s = range.begin; s < range.end; ++s) {
        const IndexRange<Token> tokens = document.sentences[s].tokens;
        *all += tokens.end - tokens.begin;
        for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) *sure += linked[t] ? 1 : 0;
      }
    };
    std::size_t all = 0;
    std::size_t sure = 0;
    count(bitext_.source, bead.source, source_linked_, &all, &sure);
    count(bitext_.target, bead.target, target_linked_, &all, &sure);
    return all == 0 ? 0.0F : static_cast<float>(sure) / static_cast<float>(all);
  }

 private:
  [[nodiscard]] bool HasTokens() const {
    return !bitext_.source.tokens.empty() || !bitext_.target.tokens.empty();
  }

  void PlaceFindings(Severity least) {
    if (std::exchange(has_placed_findings_, true)) return;
    for (const Finding& finding : bitext_.findings) {
      if (finding.severity < least) continue;
      source_findings_.Add(finding.source);
      target_findings_.Add(finding.target);
    }
    source_findings_.Sort();
    target_findings_.Sort();
  }

  void CountLinks() {
    if (!source_linked_.empty()) return;
    source_linked_.resize(bitext_.source.tokens.size() + 1);
    target_linked_.resize(bitext_.target.tokens.size() + 1);
    for (const WordLink& link : bitext_.words) {
      if (link.probability < kSureLink) continue;
      source_linked_[link.source] = true;
      target_linked_[link.target] = true;
    }
  }

  const Bitext& bitext_;
  bool has_scores_;
  std::vector<bool> source_linked_;
  std::vector<bool> target_linked_;
  bool has_placed_findings_ = false;
  SpanSet source_findings_;
  SpanSet target_findings_;
};

std::optional<SkipReason> Selection::ReasonOf(const Bitext& bitext) {
  bool taken_down = false;
  for (const std::string* id : {&bitext.id, &bitext.source.id, &bitext.target.id}) {
    if (!options_.taken_down.contains(*id)) continue;
    met_.insert(*id);
    taken_down = true;
  }
  if (taken_down) return SkipReason::kTakenDown;
  if (bitext.score != 0.0F && bitext.score < options_.least_pair_score)
    return SkipReason::kPairScore;
  return std::nullopt;
}

std::optional<SkipReason> Selection::ReasonOf(Facts& facts, const Bead& bead) {
  const Bitext& bitext = facts.bitext();
  const Unit unit = UnitOf(bitext, bead);
  const std::string& source = unit.source.text;
  const std::string& target = unit.target.text;
  if (unit.IsNull()) return SkipReason::kNull;
  if (facts.HasScores() && bead.score < options_.least_score) return SkipReason::kScore;
  if (options_.least_linked > 0.0F) {
    if (!facts.KnowLinks()) {
      ++counts_.without_links;
    } else if (facts.Linked(bead) < options_.least_linked) {
      return SkipReason::kLinked;
    }
  }
  if (options_.least_words > 0 || options_.most_words > 0) {
    const auto [least, most] = std::minmax({WordCount(source), WordCount(target)});
    if (least < options_.least_words) return SkipReason::kTooFewWords;
    if (options_.most_words > 0 && most > options_.most_words) return SkipReason::kTooManyWords;
  }
  if (options_.most_ratio > 0.0) {
    const auto [least, most] = std::minmax({CodePointCount(source), CodePointCount(target)});
    if (static_cast<double>(most) > options_.most_ratio * static_cast<double>(least)) {
      return SkipReason::kRatio;
    }
  }
  if (options_.leave_out_copies && (source == target || Fold(source) == Fold(target))) {
    return SkipReason::kCopy;
  }
  if (options_.leave_out_findings) {
    if (!facts.KnowFindings()) {
      ++counts_.without_findings;
    } else if (facts.HasFinding(bead, *options_.leave_out_findings)) {
      return SkipReason::kFinding;
    }
  }
  if (options_.check_languages && (IsInAnotherLanguage(source, bitext.source.language) ||
                                   IsInAnotherLanguage(target, bitext.target.language))) {
    return SkipReason::kLanguage;
  }
  if (options_.duplicates == DuplicatePolicy::kKeep) return std::nullopt;
  if (!exact_.Insert(Mix(Hash(target, Mix(Hash(source)))))) return SkipReason::kDuplicate;
  if (options_.duplicates == DuplicatePolicy::kLeaveOutNear && !near_.Insert(source, target)) {
    return SkipReason::kNearDuplicate;
  }
  return std::nullopt;
}

CorpusPart Selection::PartOf(std::string_view id) const {
  // A seed of its own: a shard of an archive, chosen by the same hash, is not one part only.
  constexpr std::uint64_t kSplitSeed = Hash("split");
  constexpr double kRange = 18446744073709551616.0;  // 2⁶⁴
  const double at = static_cast<double>(Mix(Hash(id, kSplitSeed))) / kRange;
  if (at < options_.test_share) return CorpusPart::kTest;
  return at < options_.test_share + options_.dev_share ? CorpusPart::kDev : CorpusPart::kTrain;
}

std::vector<std::string> Selection::IdsNotMet() const {
  std::vector<std::string> ids;
  std::ranges::set_difference(options_.taken_down, met_, std::back_inserter(ids));
  return ids;
}

bool Selection::DividesByFewIds() const {
  return options_.dev_share + options_.test_share > 0.0 && 2 * ids_.size() < named_;
}

Selection::Parts Selection::Select(const Bitext& bitext) {
  ++counts_.bitexts;
  counts_.read += bitext.beads.size();
  const auto skip = [&](SkipReason reason, std::uint64_t beads) {
    counts_.skipped[static_cast<std::size_t>(reason)] += beads;
  };
  Parts parts;
  if (const auto reason = ReasonOf(bitext)) {
    skip(*reason, bitext.beads.size());
    return parts;
  }
  std::string_view id = bitext.source.id;
  if (id.empty()) id = bitext.target.id;
  if (id.empty()) id = bitext.id;
  // Beads without an id above them are divided one by one.
  if (!id.empty()) {
    ++named_;
    ids_.Insert(Mix(Hash(id)));
  }
  Facts facts(bitext);
  for (std::uint32_t i = 0; i < bitext.beads.size(); ++i) {
    const Bead& bead = bitext.beads[i];
    const std::optional<SkipReason> reason = ReasonOf(facts, bead);
    if (reason) {
      skip(*reason, 1);
      continue;
    }
    const CorpusPart part = PartOf(id.empty() ? UnitOf(bitext, bead).source.text : id);
    ++counts_.written[static_cast<std::size_t>(part)];
    parts[static_cast<std::size_t>(part)].push_back(i);
  }
  return parts;
}

}  // namespace calque::internal
