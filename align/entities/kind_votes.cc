#include "align/entities/kind_votes.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/base/disjoint_sets.h"
#include "align/entities/values.h"

namespace calque::internal {
namespace {

constexpr float kListedVote = 2.0F;  // times its probability
constexpr float kOtherVote = 0.5F;   // what is no person, organisation or place is often a guess
constexpr std::size_t kKinds = 4;

// `person:simon hu` and `place:simon hu` are one name.
std::string_view NameOf(const Mention& mention) {
  return std::string_view(mention.key).substr(mention.key.find(':') + 1);
}

void JoinByName(const std::vector<Mention>& mentions, std::size_t first, DisjointSets* entities) {
  std::unordered_map<std::string_view, std::size_t> seen;
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    if (IsValueKey(mentions[m].key)) continue;
    const auto [at, fresh] = seen.try_emplace(NameOf(mentions[m]), first + m);
    if (!fresh) entities->Join(at->second, first + m);
  }
}

// What is cast for one entity.
struct Ballot {
  std::array<float, kKinds> votes = {};
  bool listed = false;
  bool linked = false;  // with a name that may be of a person

  [[nodiscard]] float For(MentionKind kind) const { return votes[static_cast<std::size_t>(kind)]; }
  // What nothing speaks for but a capital that a translator kept is a person, as a rule.
  [[nodiscard]] MentionKind Winner() const {
    const auto best =
        static_cast<MentionKind>(std::max_element(votes.begin(), votes.end()) - votes.begin());
    return best == MentionKind::kOther && linked && !listed ? MentionKind::kPerson : best;
  }
};

void Vote(const Document& document, const Mention& mention, const NameGrammar& grammar,
          Ballot* ballot) {
  float vote = mention.probability;
  if (mention.kind == MentionKind::kOther) vote *= kOtherVote;
  for (const NameForm& form : grammar.gazetteer.Find(mention.span.In(document.text))) {
    ballot->listed = true;
    if (form.kind == mention.kind) vote = mention.probability * kListedVote;
  }
  ballot->votes[static_cast<std::size_t>(mention.kind)] += vote;
}

// Whether a name may turn out to be of a person: what is of no kind and of several words, such as
// `Treaty of Rome`, is an event or a work.
bool MayBePerson(const Document& document, const Mention& mention) {
  return mention.kind != MentionKind::kOther ||
         mention.span.In(document.text).find(' ') == std::string_view::npos;
}

}  // namespace

void AgreeOnKinds(const NameGrammar& source, const NameGrammar& target, Bitext* bitext) {
  const std::size_t sources = bitext->source_mentions.size();
  const std::size_t all = sources + bitext->target_mentions.size();
  DisjointSets entities(all);  // of mentions, source side first
  JoinByName(bitext->source_mentions, 0, &entities);
  JoinByName(bitext->target_mentions, sources, &entities);
  for (const EntityLink& link : bitext->entities) entities.Join(link.source, sources + link.target);
  const auto at = [&](std::size_t m) -> Mention& {
    return m < sources ? bitext->source_mentions[m] : bitext->target_mentions[m - sources];
  };
  std::vector<Ballot> ballots(all);
  for (std::size_t m = 0; m < all; ++m) {
    if (IsValueKey(at(m).key)) continue;
    const bool here = m < sources;
    Vote(here ? bitext->source : bitext->target, at(m), here ? source : target,
         &ballots[entities.Find(m)]);
  }
  for (const EntityLink& link : bitext->entities) {
    ballots[entities.Find(link.source)].linked |=
        MayBePerson(bitext->source, bitext->source_mentions[link.source]);
  }
  for (std::size_t m = 0; m < all; ++m) {
    if (IsValueKey(at(m).key)) continue;
    const Ballot& ballot = ballots[entities.Find(m)];
    const MentionKind winner = ballot.Winner();
    if (ballot.For(winner) > ballot.For(at(m).kind) || at(m).kind == MentionKind::kOther) {
      at(m).kind = winner;
    }
  }
}

}  // namespace calque::internal
