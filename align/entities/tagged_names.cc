#include "align/entities/tagged_names.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>

#include "align/entities/name_parts.h"
#include "align/entities/tag_text.h"

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
      : document_(document), grammar_(grammar), fixed_(fixed) {
    for (const Mention& mention : mentions) by_grammar_.push_back({mention, false});
  }

  std::vector<Mention> Merge(const std::vector<SentenceTags>& tags) {
    for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
      for (std::size_t i = 0; i < tags[s].spans.size(); ++i) {
        const std::optional<Mention> mention =
            MentionOf(document_.sentences[s], tags[s].spans[i], tags[s].probabilities[i]);
        if (mention) Take(*mention);
      }
    }
    std::erase_if(by_grammar_, [&](const Witness& witness) {
      return !witness.settled && witness.mention.probability < kListed &&
             AreTitles(SplitNameParts(document_.text, witness.mention.span));
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

  bool IsFixed(ByteSpan span) const {
    return std::any_of(fixed_.begin(), fixed_.end(),
                       [&](ByteSpan other) { return other.Overlaps(span); });
  }
  bool IsDemonym(const Mention& mention) const {
    const std::span<const NameForm> forms =
        grammar_.gazetteer.Find(mention.span.In(document_.text));
    return !forms.empty() && forms.front().demonym;
  }

  // Titles and small words stay outside names; nothing where nothing is left.
  std::optional<Mention> MentionOf(const Sentence& sentence, const TagSpan& span,
                                   float probability) const {
    const Token& first = document_.tokens[sentence.tokens.begin + span.begin];
    const Token& last = document_.tokens[sentence.tokens.begin + span.end - 1];
    Mention mention;
    mention.span = {first.span.begin, last.span.end};
    mention.kind = KindOfConllType(span.type);
    mention.probability = probability;
    std::size_t skip = 0;
    std::vector<NamePart> parts = SplitNameParts(document_.text, mention.span);
    CutFullStop(parts, &mention);
    CutAtMarks(&parts, &mention);
    CutSmallEnd(&parts, &mention);
    CutRoles(&parts, &mention);
    if (EndsInPossessive(parts)) {
      parts.pop_back();
      mention.span.end = parts.back().span.end;
    }
    if (mention.kind != MentionKind::kPerson) skip = RoleAt(parts);
    while (skip < parts.size() &&
           IsOutside(parts, skip, mention.kind, span.begin == 0 && skip == 0)) {
      ++skip;
    }
    if (skip == parts.size()) return std::nullopt;
    if (IsBare(parts) || IsOpener(std::span(parts).subspan(skip))) return std::nullopt;
    if (AreTitles(std::span(parts).subspan(skip))) return std::nullopt;
    if (BeginsTitle(sentence, span, parts)) return std::nullopt;
    if (skip > 0) mention.span.begin = parts[skip].span.begin;
    mention.key = KeyOf(mention);
    return mention;
  }

  // `Madam President`: titles alone are no name.
  bool AreTitles(std::span<const NamePart> parts) const {
    std::string phrase;
    bool each = true;
    for (const NamePart& part : parts) {
      phrase += (phrase.empty() ? "" : " ") + part.folded;
      each &= grammar_.titles.contains(part.folded);
    }
    return each || grammar_.titles.contains(phrase);
  }

  // `Prime` before `Minister`.
  bool BeginsTitle(const Sentence& sentence, const TagSpan& span,
                   const std::vector<NamePart>& parts) const {
    const std::uint32_t next = sentence.tokens.begin + span.end;
    if (next >= sentence.tokens.end) return false;
    std::string phrase;
    for (const NamePart& part : parts) phrase += part.folded + ' ';
    return grammar_.titles.contains(phrase + PhraseKey(document_.TextOf(document_.tokens[next])));
  }

  // One word that no list knows and that begins sentences: `Government`.
  bool IsOpener(std::span<const NamePart> parts) const {
    return parts.size() == 1 && parts[0].shape == Shape::kCapital &&
           grammar_.openers.contains(parts[0].folded) &&
           grammar_.gazetteer.Find(parts[0].folded).empty();
  }

  // One letter, or nothing with a capital.
  static bool IsBare(const std::vector<NamePart>& parts) {
    if (parts.size() == 1 && parts[0].shape == Shape::kInitial) return true;
    return std::none_of(parts.begin(), parts.end(),
                        [](const NamePart& part) { return part.HasCapital(); });
  }

  // `David Cameron, le Prince William`: persons end at a comma, whatever the tagger learnt of
  // appositions; every name ends at a quotation mark that closes.
  void CutAtMarks(std::vector<NamePart>* parts, Mention* mention) const {
    for (std::size_t i = 1; i < parts->size(); ++i) {
      const ByteSpan gap{(*parts)[i - 1].span.end, (*parts)[i].span.begin};
      const std::string_view between = gap.In(document_.text);
      const bool comma = mention->kind == MentionKind::kPerson && between.starts_with(',');
      if (!comma && !ClosesQuotation(between)) continue;
      parts->resize(i);
      mention->span.end = parts->back().span.end;
    }
  }
  static bool ClosesQuotation(std::string_view between) {
    return between.starts_with('"') || between.starts_with("\u201D") ||
           between.find("\u00BB") != std::string_view::npos;
  }

  // `Amazon.com.`, one token: the full stop of a sentence is of no name, unlike that of `U.S.`.
  void CutFullStop(const std::vector<NamePart>& parts, Mention* mention) const {
    if (parts.empty() || document_.text[mention->span.end - 1] != '.') return;
    const NamePart& last = parts.back();
    if (last.shape == Shape::kInitial || grammar_.legal_forms.contains(last.folded)) return;
    for (const NameForm& form : grammar_.gazetteer.Find(mention->span.In(document_.text))) {
      if (form.full_stop) return;
    }
    mention->span.end = last.span.end;
  }

  // `Aguirre relates`: no person ends in lower case.
  static void CutSmallEnd(std::vector<NamePart>* parts, Mention* mention) {
    if (mention->kind != MentionKind::kPerson) return;
    while (parts->size() > 1 && parts->back().shape == Shape::kLower) {
      parts->pop_back();
      mention->span.end = parts->back().span.end;
    }
  }

  // `Nintendo spokesman`, `Berlusconi government`: roles in lower case end no name.
  void CutRoles(std::vector<NamePart>* parts, Mention* mention) const {
    while (parts->size() > 1 && parts->back().shape == Shape::kLower &&
           (grammar_.titles.contains(parts->back().folded) ||
            grammar_.openers.contains(parts->back().folded))) {
      parts->pop_back();
      mention->span.end = parts->back().span.end;
    }
  }

  // The parts of `CEO of` in `CEO of Qantas`; 0 where no such role begins a name. The Minister of
  // Finance is of no Finance.
  std::size_t RoleAt(const std::vector<NamePart>& parts) const {
    const bool role = parts.size() > 2 && grammar_.titles.contains(parts[0].folded) &&
                      parts[1].shape == Shape::kLower && grammar_.joiners.contains(parts[1].folded);
    if (!role || !grammar_.gazetteer.LongestAt(parts, 0).empty()) return 0;
    std::string office;  // `finance minister`
    bool named = false;
    for (const NamePart& part : std::span(parts).subspan(2)) {
      office += part.folded + ' ';
      named |= part.HasCapital() && !grammar_.common_words.contains(part.hash);
    }
    if (grammar_.titles.contains(office + parts[0].folded)) return 0;
    return named ? 2 : 0;
  }

  // `Aliyun's`, one token.
  bool EndsInPossessive(const std::vector<NamePart>& parts) const {
    return parts.size() > 1 && parts.back().before == Gap::kApostrophe &&
           grammar_.possessives.contains(parts.back().folded);
  }

  bool IsOutside(const std::vector<NamePart>& parts, std::size_t at, MentionKind kind,
                 bool opens) const {
    const NamePart& part = parts[at];
    if (kind == MentionKind::kPerson && grammar_.titles.contains(part.folded)) return true;
    const bool small = part.shape == Shape::kLower || opens;
    if (small && grammar_.determiners.contains(part.folded)) return true;
    if (part.shape != Shape::kLower || grammar_.particles.contains(part.folded)) return false;
    // `souligna Marek`, `société Tropico Plus`: few words begin a name without a capital.
    if (at + 1 < parts.size() && parts[at + 1].before != Gap::kSpace) return false;
    return !grammar_.lower_heads.contains(part.folded) &&
           grammar_.gazetteer.LongestAt(parts, at).empty();
  }

  std::string KeyOf(const Mention& mention) const {
    const std::string_view text = mention.span.In(document_.text);
    for (const NameForm& form : grammar_.gazetteer.Find(text)) {
      if (form.kind == mention.kind) return grammar_.gazetteer.Key(form);
    }
    return std::string(ToString(mention.kind)) + ':' + PhraseKey(text);
  }

  void Take(Mention mention) {
    if (IsFixed(mention.span)) return;
    std::vector<Witness*> rivals;
    for (Witness& witness : by_grammar_) {
      if (witness.mention.span.Overlaps(mention.span)) rivals.push_back(&witness);
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

  // `Reuters Luz Magbanua`: a listed organisation or person, then another name, and nothing else.
  bool AreNeighbours(const std::vector<Witness*>& rivals, ByteSpan span) const {
    if (rivals.size() != 2) return false;
    const Mention& first = rivals[0]->mention;
    const Mention& second = rivals[1]->mention;
    const bool longer = SplitNameParts(document_.text, first.span).size() > 1;
    const bool alone =
        first.kind == MentionKind::kOrganisation || (first.kind == MentionKind::kPerson && longer);
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
  const std::vector<ByteSpan>& fixed_;
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
