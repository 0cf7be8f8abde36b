#include "align/entities/linker.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "align/base/bead_index.h"
#include "align/entities/entities.h"
#include "align/entities/name_grammar.h"
#include "align/entities/tagged_names.h"
#include "align/model/parallel.h"
#include "calque/side.h"

namespace calque::internal {
namespace {

constexpr float kLeastScore = 0.5F;
constexpr float kLeastScoreAcrossBeads = 0.9F;
constexpr float kMostWordLinkScore = 0.9F;
constexpr std::uint32_t kFarthestBead = 3;  // translators move a name by a sentence or two
// Pairs of mentions that are looked at for two beads, or one: more than any sentences have.
constexpr std::size_t kMostPairs = 65'536;

using Mentions = std::vector<std::uint32_t>;  // of one side, in text order

struct Candidate {
  std::uint32_t source;
  std::uint32_t target;
  LinkScore score;
  float distance;  // of the relative positions
};

// One side of the bitext, mention by mention.
struct LinkSide {
  std::vector<LinkableMention> mentions;
  std::vector<std::uint32_t> beads;  // of each mention
  std::vector<Mentions> in_bead;     // mentions of each bead
  std::vector<bool> linked;

  [[nodiscard]] Mentions UnlinkedIn(std::uint32_t bead) const {
    Mentions left = in_bead[bead];
    std::erase_if(left, [&](std::uint32_t m) { return linked[m]; });
    return left;
  }
};

LinkSide PrepareSide(const Document& document, const std::vector<Mention>& mentions,
                     const std::vector<Bead>& beads, Side which, const NameGrammar& grammar) {
  LinkSide side;
  side.in_bead.resize(beads.size());
  side.linked.assign(mentions.size(), false);
  const std::vector<std::uint32_t> bead_of = BeadsOfSentences(
      beads, which == Side::kSource ? &Bead::source : &Bead::target, document.sentences.size());
  std::uint32_t sentence = 0;
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const Mention& mention = mentions[m];
    while (sentence < document.sentences.size() &&
           document.sentences[sentence].span.end <= mention.span.begin) {
      ++sentence;
    }
    LinkableMention& prepared =
        side.mentions.emplace_back(PrepareMention(document, mention, grammar));
    const bool inside = sentence < document.sentences.size() &&
                        document.sentences[sentence].span.Contains(mention.span);
    prepared.opens = inside && prepared.listed.keys.empty() && !prepared.value &&
                     mention.span.begin == document.sentences[sentence].span.begin &&
                     prepared.phrase.find(' ') == std::string::npos;
    const std::uint32_t bead = inside ? bead_of[sentence] : kInNoBead;
    side.beads.push_back(bead);
    if (bead == kInNoBead) continue;
    const ByteSpan span =
        document.SpanOf(which == Side::kSource ? beads[bead].source : beads[bead].target);
    prepared.position = static_cast<float>(mention.span.begin - span.begin) /
                        static_cast<float>(std::max<std::uint32_t>(span.size(), 1));
    side.in_bead[bead].push_back(m);
  }
  return side;
}

// The share of the words of both that word links tie together, in [0, 1].
float WordLinkMass(const Bitext& bitext, const LinkableMention& source,
                   const LinkableMention& target) {
  if (source.words.empty() || target.words.empty()) return 0.0F;
  auto link = std::lower_bound(
      bitext.words.begin(), bitext.words.end(), source.words.front(),
      [](const WordLink& word, std::uint32_t token) { return word.source < token; });
  float mass = 0.0F;
  for (; link != bitext.words.end() && link->source <= source.words.back(); ++link) {
    if (std::binary_search(source.words.begin(), source.words.end(), link->source) &&
        std::binary_search(target.words.begin(), target.words.end(), link->target)) {
      mass += link->probability;
    }
  }
  const auto size = static_cast<float>(source.words.size() + target.words.size());
  return std::min(1.0F, 2.0F * mass / size);
}

bool ArePersons(const LinkableMention& source, const LinkableMention& target) {
  return source.mention->kind == MentionKind::kPerson &&
         target.mention->kind == MentionKind::kPerson;
}

class Linker {
 public:
  Linker(const Bitext& bitext, const NameGrammar& source, const NameGrammar& target)
      : bitext_(bitext), reference_(bitext.source.date ? bitext.source.date : bitext.target.date) {
    InParallel(
        [&] {
          source_ = PrepareSide(bitext.source, bitext.source_mentions, bitext.beads, Side::kSource,
                                source);
        },
        [&] {
          target_ = PrepareSide(bitext.target, bitext.target_mentions, bitext.beads, Side::kTarget,
                                target);
        });
  }

  std::vector<EntityLink> Link() {
    for (std::uint32_t bead = 0; bead < bitext_.beads.size(); ++bead) LinkInside(bead);
    LinkAcross();
    std::sort(links_.begin(), links_.end(), [](const EntityLink& a, const EntityLink& b) {
      return std::tie(a.source, a.target) < std::tie(b.source, b.target);
    });
    return std::move(links_);
  }

 private:
  [[nodiscard]] std::optional<LinkScore> Score(std::uint32_t s, std::uint32_t t) const {
    const LinkableMention& source = source_.mentions[s];
    const LinkableMention& target = target_.mentions[t];
    std::optional<LinkScore> score = ScoreLink(source, target, reference_);
    if (source.value || target.value || (score && score->score >= kMostWordLinkScore)) return score;
    // Where one stands for the other, word links tie them and the two are still not the same.
    if (AreApart(source.listed, target.listed)) return score;
    // Persons keep their names: where nothing of the one is like the other, it is another person.
    if (!score && ArePersons(source, target)) return score;
    // Words that open a sentence have capitals for it; names of one word are not translated.
    if (AreWords(source, target) || (source.opens && target.opens)) return score;
    const float mass = WordLinkMass(bitext_, source, target);
    const float by_words = std::min(mass, kMostWordLinkScore);
    // Two doubtful names that are each other's translation may both be no name.
    const bool doubtful = source.mention->probability < kLeastNameProbability &&
                          target.mention->probability < kLeastNameProbability;
    if (doubtful) return score;
    if (by_words > kLeastScore && (!score || by_words > score->score)) {
      return LinkScore{by_words, LinkEvidence::kWordLinks};
    }
    return score;
  }

  void LinkInside(std::uint32_t bead) {
    const std::size_t pairs = source_.in_bead[bead].size() * target_.in_bead[bead].size();
    if (pairs > kMostPairs) LinkTwins(source_.in_bead[bead], target_.in_bead[bead]);
    LinkEach(source_.UnlinkedIn(bead), target_.UnlinkedIn(bead));
  }

  // Links mentions of one key, the first with the first: in a table, nothing else tells which is
  // meant.
  void LinkTwins(const Mentions& sources, const Mentions& targets) {
    std::unordered_map<std::string_view, Mentions> by_key;  // the first of a key last
    for (auto t = targets.rbegin(); t != targets.rend(); ++t) {
      by_key[target_.mentions[*t].mention->key].push_back(*t);
    }
    for (const std::uint32_t s : sources) {
      const auto twins = by_key.find(source_.mentions[s].mention->key);
      if (twins == by_key.end() || twins->second.empty()) continue;
      const std::uint32_t t = twins->second.back();
      const std::optional<LinkScore> score = Score(s, t);
      if (!score || score->score < kLeastScore) continue;
      twins->second.pop_back();
      Accept({s, t, *score, 0.0F});
    }
  }

  // Links each mention with the one that it is likeliest to mean.
  void LinkEach(const Mentions& sources, const Mentions& targets) {
    if (sources.size() * targets.size() > kMostPairs) return;
    std::vector<Candidate> candidates;
    for (const std::uint32_t s : sources) {
      for (const std::uint32_t t : targets) {
        const std::optional<LinkScore> score = Score(s, t);
        if (!score || score->score < kLeastScore) continue;
        const float distance =
            std::abs(source_.mentions[s].position - target_.mentions[t].position);
        candidates.push_back({s, t, *score, distance});
      }
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return std::tie(b.score.score, a.distance, a.source, a.target) <
             std::tie(a.score.score, b.distance, b.source, b.target);
    });
    for (const Candidate& candidate : candidates) {
      if (!source_.linked[candidate.source] && !target_.linked[candidate.target]) Accept(candidate);
    }
  }

  // Mentions left over, where each is the only one on its side that the other can mean.
  void LinkAcross() {
    std::vector<Candidate> candidates;
    std::vector<int> of_source(source_.mentions.size());
    std::vector<int> of_target(target_.mentions.size());
    for (std::uint32_t s = 0; s < source_.mentions.size(); ++s) {
      if (source_.linked[s] || source_.beads[s] == kInNoBead) continue;
      ForEachTargetNear(source_.beads[s], [&](std::uint32_t t) {
        if (target_.linked[t]) return;
        const std::optional<LinkScore> score =
            ScoreLink(source_.mentions[s], target_.mentions[t], reference_);
        if (!score || score->score < kLeastScoreAcrossBeads) return;
        ++of_source[s];
        ++of_target[t];
        candidates.push_back({s, t, {score->score - 0.1F, score->evidence}, 0.0F});
      });
    }
    for (const Candidate& candidate : candidates) {
      if (of_source[candidate.source] == 1 && of_target[candidate.target] == 1) Accept(candidate);
    }
  }

  // Visits the target mentions of the beads around `bead`, not those of its own.
  template <typename Visit>
  void ForEachTargetNear(std::uint32_t bead, const Visit& visit) const {
    const auto beads = static_cast<std::uint32_t>(target_.in_bead.size());
    const std::uint32_t first = bead - std::min(bead, kFarthestBead);
    for (std::uint32_t near = first; near < std::min(beads, bead + kFarthestBead + 1); ++near) {
      const std::size_t pairs = source_.in_bead[bead].size() * target_.in_bead[near].size();
      if (near == bead || pairs > kMostPairs) continue;
      for (const std::uint32_t t : target_.in_bead[near]) visit(t);
    }
  }

  void Accept(const Candidate& candidate) {
    source_.linked[candidate.source] = true;
    target_.linked[candidate.target] = true;
    links_.push_back(
        {candidate.source, candidate.target, candidate.score.score, candidate.score.evidence});
  }

  const Bitext& bitext_;
  LinkSide source_;
  LinkSide target_;
  std::optional<Date> reference_;
  std::vector<EntityLink> links_;
};

}  // namespace

std::vector<EntityLink> LinkEntities(const Bitext& bitext, const EntityGrammar& source,
                                     const EntityGrammar& target) {
  return Linker(bitext, source.names(), target.names()).Link();
}

}  // namespace calque::internal
