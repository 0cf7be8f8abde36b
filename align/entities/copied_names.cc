#include "align/entities/copied_names.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "align/entities/bead_words.h"
#include "align/entities/copied_neighbours.h"
#include "align/entities/side_mentions.h"
#include "align/entities/values.h"
#include "align/words/bead_size.h"

namespace calque::internal {
namespace {

constexpr float kCopied = 0.9F;        // share of a name's probability that its copy has
constexpr std::size_t kNearWords = 3;  // of a name, where its head may stand on the other side

class BeadNames {
 public:
  BeadNames(BeadWords words, SideMentions source, SideMentions target)
      : words_(std::move(words)), sides_{std::move(source), std::move(target)} {}

  void Align() {
    for (const Side side : kBothSides) {
      for (std::size_t m = 0; m < Names(side).size(); ++m) {
        if (IsValueKey(Names(side)[m].key) || HasTwin(side, m)) Names(side).Settle(m);
      }
    }
    for (const Side side : kBothSides) {
      for (std::size_t m = 0; m < Names(side).size(); ++m) {
        if (!Names(side).IsSettled(m)) AlignCopy(side, m);
      }
    }
    for (std::size_t m = 0; m < Names(Side::kSource).size(); ++m) {
      GrowOverNeighbours(m, &words_, &Names(Side::kSource), &Names(Side::kTarget));
    }
  }

  [[nodiscard]] SideMentions& Names(Side side) { return sides_[IndexOf(side)]; }

 private:
  // Whether the other side has the mention, letter by letter or under one key of the lists.
  bool HasTwin(Side side, std::size_t m) {
    const Mention& mention = Names(side)[m];
    const Side there = OtherSide(side);
    for (std::size_t n = 0; n < Names(there).size(); ++n) {
      const Mention& other = Names(there)[n];
      if (other.key == mention.key ||
          words_.Text(there, other.span) == words_.Text(side, mention.span)) {
        return true;
      }
    }
    return false;
  }

  bool IsListed(Side side, ByteSpan span) const {
    return !words_.Grammar(side).gazetteer.Find(words_.Text(side, span)).empty();
  }

  void AlignCopy(Side side, std::size_t m) {
    const WordRun run = words_.RunOf(side, Names(side)[m].span);
    std::optional<WordRun> copy = words_.CopyOf(side, run);
    if (!copy) copy = words_.ListedAs(side, Names(side)[m].span);
    if (!copy) return;
    const Side there = OtherSide(side);
    const ByteSpan span = SpanOfCopy(side, Names(side)[m].span, *copy);
    const std::optional<std::vector<std::size_t>> rivals = Names(there).RivalsOf(span);
    if (!rivals) return;
    if (rivals->empty()) {
      if (run.size() == 1 && words_.IsCommon(there, words_.Words(there)[copy->begin])) return;
      Add(side, m, span);
    } else if (rivals->size() == 1) {
      if (!Match(side, m, *copy, rivals->front())) return;
    } else if (!Join(there, span, *rivals)) {
      return;
    }
    Names(side).Settle(m);
  }

  void Add(Side side, std::size_t m, ByteSpan span) {
    Mention mention = Names(side)[m];
    mention.span = span;
    mention.probability *= kCopied;
    Names(OtherSide(side)).Add(std::move(mention));
  }

  // The copy of a name of `side`; a full stop that ends a sentence in one token with the copy, as
  // in `Amazon.com.`, is no part of it.
  ByteSpan SpanOfCopy(Side side, ByteSpan name, WordRun copy) const {
    ByteSpan span = words_.SpanOf(OtherSide(side), copy);
    if (words_.Text(OtherSide(side), span).ends_with('.') &&
        !words_.Text(side, name).ends_with('.')) {
      --span.end;
    }
    return span;
  }

  // Makes one mention of several that lie in a copy.
  bool Join(Side side, ByteSpan span, const std::vector<std::size_t>& rivals) {
    SideMentions& names = Names(side);
    for (const std::size_t rival : rivals) {
      if (!span.Contains(names[rival].span)) return false;
    }
    for (const std::size_t rival : rivals) {
      names.Settle(rival);
      names[rival].span = rival == rivals.front() ? span : ByteSpan{};
    }
    return true;
  }

  // Whether the mention and its rival, which stands where the copy is, have one extent now.
  bool Match(Side side, std::size_t m, WordRun copy, std::size_t rival) {
    const Side there = OtherSide(side);
    const WordRun whole = words_.RunOf(there, Names(there)[rival].span);
    if (whole.Contains(copy) && whole.size() > copy.size()) {
      if (const std::optional<WordRun> back = words_.CopyOf(there, whole)) {
        const ByteSpan span = SpanOfCopy(there, Names(there)[rival].span, *back);
        const std::optional<std::vector<std::size_t>> rivals = Names(side).RivalsOf(span);
        if (!rivals || rivals->size() != 1 || rivals->front() != m) return false;
        Names(side)[m].span = span;
        Names(there).Settle(rival);
        return true;
      }
      if (IsListed(there, Names(there)[rival].span)) return false;
      if (!IsApart(side, words_.RunOf(side, Names(side)[m].span), whole, copy)) return false;
    }
    CutTo(there, rival, copy, SpanOfCopy(side, Names(side)[m].span, copy));
    return true;
  }

  // Settles a mention on `span`, the run `copy`; what else it held with a capital, small words
  // between, stays a mention of its own: `rue Lyoner Straße` of `rue Lyoner Straße de Francfort`.
  void CutTo(Side side, std::size_t m, WordRun copy, ByteSpan span) {
    Mention& mention = Names(side)[m];
    const WordRun whole = words_.RunOf(side, mention.span);
    WordRun rest = copy.begin > whole.begin ? WordRun{whole.begin, copy.begin}
                                            : WordRun{std::min(copy.end, whole.end), whole.end};
    const std::size_t size = rest.size();
    const std::vector<BeadWord>& words = words_.Words(side);
    if (copy.begin > whole.begin) {
      while (rest.size() > 0 && !words[rest.end - 1].capital) --rest.end;
    } else {
      while (rest.size() > 0 && !words[rest.begin].capital) ++rest.begin;
    }
    if (rest.size() > 0 && rest.size() < size) {
      Mention other = mention;
      other.span = words_.SpanOf(side, rest);
      Names(side).Add(std::move(other));
    }
    mention.span = span;
    Names(side).Settle(m);
  }

  // Whether what a longer name has beside the copy of `name` is no part of it: set off by a comma,
  // found elsewhere, or words in lower case that near the name have no capital either: `tribunal
  // de Nanterre`, a court in Nanterre.
  bool IsApart(Side side, WordRun name, WordRun whole, WordRun copy) {
    const Side there = OtherSide(side);
    const std::vector<BeadWord>& words = words_.Words(there);
    const auto empty = [&](std::size_t at) { return words[at].folded.empty(); };
    if (copy.begin > whole.begin && copy.end < whole.end) return false;
    const WordRun rest =
        copy.begin > whole.begin ? WordRun{whole.begin, copy.begin} : WordRun{copy.end, whole.end};
    if (empty(rest.begin) || empty(rest.end - 1)) return true;
    std::size_t capital = rest.begin;  // `Joyce chez Baroja`
    while (capital < rest.end && !words[capital].capital) ++capital;
    if (capital < rest.end) {
      return words_.CopyOf(there, {capital, rest.end}).has_value() || IsAnother(side, name, rest);
    }
    const std::size_t size = words_.Words(side).size();
    const WordRun near{name.begin - std::min(name.begin, kNearWords),
                       std::min(name.end + kNearWords, size)};
    for (std::size_t at = near.begin; at < near.end; ++at) {
      if (words_.Words(side)[at].capital && words_.AreLinked(there, rest, {at, at + 1})) {
        return false;
      }
    }
    return true;
  }

  // Whether another name of `side`, with more than joiners between, stands for a run of the other
  // side: `Supreme Court in Manhattan`, but `Valley of Mexico`. An adjective of a nation does not.
  bool IsAnother(Side side, WordRun name, WordRun rest) {
    for (std::size_t m = 0; m < Names(side).size(); ++m) {
      const Mention& mention = Names(side)[m];
      if (mention.span.empty() || IsValueKey(mention.key)) continue;
      const WordRun run = words_.RunOf(side, mention.span);
      const WordRun between = run.end <= name.begin   ? WordRun{run.end, name.begin}
                              : name.end <= run.begin ? WordRun{name.end, run.begin}
                                                      : WordRun{};
      if (!words_.Words(side)[run.begin].capital) continue;
      if (!AreJoiners(side, between) && words_.AreLinked(OtherSide(side), rest, run)) return true;
    }
    return false;
  }

  // Whether nothing but `of the` and the like stands in a run.
  bool AreJoiners(Side side, WordRun run) {
    const NameGrammar& grammar = words_.Grammar(side);
    const std::vector<BeadWord>& words = words_.Words(side);
    for (std::size_t at = run.begin; at < run.end; ++at) {
      const std::string& word = words[at].folded;
      if (!grammar.joiners.contains(word) && !grammar.determiners.contains(word) &&
          !grammar.elisions.contains(word)) {
        return false;
      }
    }
    return true;
  }

  BeadWords words_;
  SideMentions sides_[2];
};

void Merge(std::vector<Mention> added, std::vector<Mention>* mentions) {
  std::erase_if(*mentions, [](const Mention& mention) { return mention.span.empty(); });
  std::move(added.begin(), added.end(), std::back_inserter(*mentions));
  std::sort(mentions->begin(), mentions->end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

}  // namespace

void AlignCopiedNames(const NameGrammar& source, const NameGrammar& target, Bitext* bitext) {
  std::vector<Mention> added[2];
  std::uint32_t at[2] = {0, 0};
  for (const Bead& bead : bitext->beads) {
    if (bead.IsNull() || IsTooLong(*bitext, bead)) continue;
    BeadNames names(
        BeadWords(*bitext, bead, source, target),
        SideMentions(bitext->source.SpanOf(bead.source), &bitext->source_mentions, &at[0]),
        SideMentions(bitext->target.SpanOf(bead.target), &bitext->target_mentions, &at[1]));
    names.Align();
    for (const Side side : kBothSides) {
      const std::vector<Mention>& fresh = names.Names(side).added();
      std::copy(fresh.begin(), fresh.end(), std::back_inserter(added[IndexOf(side)]));
    }
  }
  Merge(std::move(added[0]), &bitext->source_mentions);
  Merge(std::move(added[1]), &bitext->target_mentions);
}

}  // namespace calque::internal
