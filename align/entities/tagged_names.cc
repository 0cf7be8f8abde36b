#include "align/entities/tagged_names.h"

#include <algorithm>
#include <optional>
#include <span>

#include "align/entities/name_parts.h"
#include "align/entities/span_index.h"
#include "align/entities/tag_mention.h"

namespace calque::internal {
namespace {

constexpr float kListed = 0.98F;        // a grammar's mention at least so sure is of a list
constexpr float kSureKind = 0.9F;       // … and one so sure has a title or a head
constexpr float kSureOfKind = 0.5F;     // tagger: changes the kind that a title or a head tells
constexpr float kSurerThanList = 0.9F;  // tagger: changes the kind that a list tells
constexpr float kSureOfWhole = 0.6F;    // tagger: swallows shorter names that lists know
constexpr float kListedAlone = 0.85F;   // what is left of the grammar's names the tagger denies
constexpr float kSureKindAlone = 0.6F;
constexpr float kCapitalsAlone = 0.4F;

class Merger {
 public:
  Merger(const Document& document, const NameGrammar& grammar, const std::vector<ByteSpan>& fixed,
         const std::vector<Mention>& mentions)
      : document_(document), grammar_(grammar) {
    for (const ByteSpan span : fixed) fixed_.Add(span, 0);
    for (const Mention& mention : mentions) {
      spans_.Add(mention.span, by_grammar_.size());
      by_grammar_.push_back({mention, false});
    }
  }

  std::vector<Mention> Merge(const std::vector<SentenceTags>& tags) {
    for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
      for (std::size_t i = 0; i < tags[s].spans.size(); ++i) {
        const std::optional<Mention> mention =
            MentionOfTag(document_, grammar_, document_.sentences[s], tags[s].spans[i],
                         tags[s].probabilities[i]);
        if (mention) Take(*mention);
      }
    }
    std::erase_if(by_grammar_, [&](const Witness& witness) {
      return !witness.settled && witness.mention.probability < kListed &&
             AreTitles(grammar_, SplitNameParts(document_.text, witness.mention.span));
    });
    for (const Witness& witness : by_grammar_) {
      if (!witness.settled) merged_.push_back(Alone(witness.mention));
    }
    std::sort(merged_.begin(), merged_.end(),
              [](const Mention& a, const Mention& b) { return a.span < b.span; });
    return std::move(merged_);
  }

 private:
  struct Witness {
    Mention mention;
    bool settled;  // kept, corrected or dropped
  };

  bool IsFixed(ByteSpan span) const { return fixed_.HasOverlapping(span); }
  bool IsDemonym(const Mention& mention) const {
    const std::span<const NameForm> forms =
        grammar_.gazetteer.Find(mention.span.In(document_.text));
    return !forms.empty() && forms.front().demonym;
  }

  void Take(Mention mention) {
    if (IsFixed(mention.span)) return;
    std::vector<Witness*> rivals;
    for (const std::size_t witness : spans_.Overlapping(mention.span)) {
      rivals.push_back(&by_grammar_[witness]);
    }
    if (rivals.size() == 1 && rivals[0]->mention.span == mention.span) {
      rivals[0]->settled = true;
      merged_.push_back(Agreed(rivals[0]->mention, mention));
      return;
    }
    for (const Witness* rival : rivals) {
      if (rival->settled || IsFixed(rival->mention.span) || !MayGo(rival->mention, mention)) return;
    }
    if (AreNeighbours(rivals, mention.span)) return;
    for (Witness* rival : rivals) rival->settled = true;
    merged_.push_back(std::move(mention));
  }

  // `Reuters Luz Magbanua`: a listed organisation or person, then another name, and nothing else;
  // or a place and the person who spoke there, `à Rome Giorgia Meloni`.
  bool AreNeighbours(const std::vector<Witness*>& rivals, ByteSpan span) const {
    if (rivals.size() != 2) return false;
    const Mention& first = rivals[0]->mention;
    const Mention& second = rivals[1]->mention;
    const bool longer = SplitNameParts(document_.text, first.span).size() > 1;
    const bool speaker = first.kind == MentionKind::kPlace && second.kind == MentionKind::kPerson;
    const bool alone = first.kind == MentionKind::kOrganisation || speaker ||
                       (first.kind == MentionKind::kPerson && longer);
    return alone && first.probability >= kListed && first.span.begin == span.begin &&
           second.span.end == span.end && second.span.begin <= first.span.end + 1;
  }

  // Whether a name of the grammar gives way to one of the tagger that overlaps it.
  static bool MayGo(const Mention& mention, const Mention& by_tagger) {
    if (mention.probability < kSureKind) return true;
    return by_tagger.span.Contains(mention.span) && by_tagger.probability >= kSureOfWhole;
  }

  // Both see the same name; the tagger, which knows the lists, too, says of what kind it is.
  Mention Agreed(Mention mention, const Mention& by_tagger) const {
    const float sure = mention.probability >= kListed     ? kSurerThanList
                       : mention.probability >= kSureKind ? kSureOfKind
                                                          : 0.0F;
    const bool listed = mention.probability >= kListed;
    mention.probability = std::max(mention.probability, by_tagger.probability);
    if (mention.kind == by_tagger.kind || IsDemonym(mention)) return mention;
    if (by_tagger.probability < sure) return mention;
    // A tagger's other is often a place or team in an unusual place; `Corée du Sud` is no other.
    if (listed && by_tagger.kind == MentionKind::kOther) return mention;
    Mention changed = by_tagger;
    changed.probability = mention.probability;
    return changed;
  }

  // A name of the grammar in which the tagger sees none.
  Mention Alone(Mention mention) const {
    if (IsFixed(mention.span)) return mention;
    mention.probability = mention.probability >= kListed     ? kListedAlone
                          : mention.probability >= kSureKind ? kSureKindAlone
                                                             : kCapitalsAlone;
    return mention;
  }

  const Document& document_;
  const NameGrammar& grammar_;
  SpanIndex fixed_;
  SpanIndex spans_;  // of what the grammar found, by index
  std::vector<Witness> by_grammar_;
  std::vector<Mention> merged_;
};

std::vector<TaggedSentence> SentencesOf(const Document& document) {
  std::vector<TaggedSentence> sentences;
  for (const Sentence& sentence : document.sentences) {
    TaggedSentence& tagged = sentences.emplace_back();
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      tagged.tokens.emplace_back(document.TextOf(document.tokens[t]));
    }
  }
  if (!sentences.empty()) sentences.front().opens_document = true;
  return sentences;
}

}  // namespace

std::vector<Mention> MergeTagged(const Document& document, const NameGrammar& grammar,
                                 const Tagger& tagger, const std::vector<ByteSpan>& fixed,
                                 const std::vector<Mention>& mentions) {
  Merger merger(document, grammar, fixed, mentions);
  return merger.Merge(tagger.Tag(SentencesOf(document), grammar));
}

}  // namespace calque::internal
