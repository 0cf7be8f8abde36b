#include "align/entities/joint.h"

#include <algorithm>
#include <optional>

#include "align/base/hash.h"
#include "align/base/utf8.h"
#include "align/entities/kind_votes.h"
#include "align/entities/mention_changes.h"
#include "align/entities/name_grammar.h"
#include "align/entities/projection.h"
#include "align/entities/sides.h"
#include "align/entities/tagged_names.h"
#include "align/entities/values.h"

namespace calque::internal {
namespace {

constexpr float kLeastConfidence = 0.55F;      // of a projection that makes a name
constexpr float kLeastConfidenceLower = 0.7F;  // where nothing there has a capital
constexpr float kLeastConfidenceToExtend = 0.75F;

// The sentence that holds the first byte of a span, or the next behind it; null behind the last.
const Sentence* SentenceAt(const Document& document, ByteSpan span) {
  const auto found = std::lower_bound(
      document.sentences.begin(), document.sentences.end(), span.begin,
      [](const Sentence& sentence, std::uint32_t at) { return sentence.span.end <= at; });
  return found == document.sentences.end() ? nullptr : &*found;
}

// For every sentence the tokens of its bead.
class BeadWindows {
 public:
  explicit BeadWindows(const Bitext& bitext) : bitext_(bitext) {
    for (const Side side : kBothSides) {
      windows_[IndexOf(side)].resize(DocumentOf(bitext, side).sentences.size());
    }
    for (const Bead& bead : bitext.beads) {
      if (bead.IsNull()) continue;
      const BeadTokens tokens{bitext.source.TokensOf(bead.source),
                              bitext.target.TokensOf(bead.target)};
      for (std::uint32_t s = bead.source.begin; s < bead.source.end; ++s) windows_[0][s] = tokens;
      for (std::uint32_t t = bead.target.begin; t < bead.target.end; ++t) windows_[1][t] = tokens;
    }
  }

  // Of the sentence that holds a span of `side`; no tokens where it has no partner.
  [[nodiscard]] BeadTokens Of(Side side, ByteSpan span) const {
    const Document& document = DocumentOf(bitext_, side);
    const Sentence* sentence = SentenceAt(document, span);
    if (sentence == nullptr) return {};
    return windows_[IndexOf(side)][static_cast<std::size_t>(sentence - document.sentences.data())];
  }

 private:
  const Bitext& bitext_;
  std::vector<BeadTokens> windows_[2];
};

class JointDecoder {
 public:
  JointDecoder(const NameGrammar& source, const NameGrammar& target, Bitext* bitext)
      : grammars_{&source, &target}, bitext_(*bitext), windows_(*bitext), changes_(bitext) {}

  void Decode() {
    AgreeOnKinds(*grammars_[0], *grammars_[1], &bitext_);
    if (bitext_.words.empty()) return;
    ExtendLinked();
    for (const Side side : kBothSides) CarryUnlinked(side);
    changes_.Apply();
  }

 private:
  // `Coalition` linked with `Democratic Coalition` grows to `Coalition démocratique`.
  void ExtendLinked() {
    for (const EntityLink& link : bitext_.entities) {
      if (link.evidence == LinkEvidence::kIdentical || link.evidence == LinkEvidence::kNameList ||
          link.evidence == LinkEvidence::kValue || link.evidence == LinkEvidence::kAcronym) {
        continue;
      }
      Extend(Side::kSource, bitext_.source_mentions[link.source],
             &bitext_.target_mentions[link.target]);
      Extend(Side::kTarget, bitext_.target_mentions[link.target],
             &bitext_.source_mentions[link.source]);
    }
  }

  // Whether a name ends in a part that translations leave out: `Helmreich AG`.
  bool EndsInLegalForm(Side side, ByteSpan span) {
    const std::vector<NamePart> parts = SplitNameParts(DocumentOf(bitext_, side).text, span);
    return !parts.empty() && grammars_[IndexOf(side)]->legal_forms.contains(parts.back().folded);
  }

  bool HoldsHead(Side side, ByteSpan span) {
    const std::vector<NamePart> parts = SplitNameParts(DocumentOf(bitext_, side).text, span);
    return std::ranges::any_of(parts, [&](const NamePart& part) {
      return grammars_[IndexOf(side)]->heads.contains(part.folded);
    });
  }

  // Whether the first word is written as names begin: with a capital, or a word such as `palais`,
  // or a head that `name`, which it lengthens, lacks: `province d'Hubei`.
  bool BeginsName(Side side, const Projection& projection, ByteSpan name) {
    const Document& document = DocumentOf(bitext_, side);
    const std::string_view first = document.TextOf(document.tokens[projection.tokens.begin]);
    const std::string word = PhraseKey(first);
    const NameGrammar& grammar = *grammars_[IndexOf(side)];
    return IsUpper(DecodeAt(first, 0).value) || grammar.lower_heads.contains(word) ||
           (grammar.heads.contains(word) && !HoldsHead(side, name));
  }

  // `Ms.` before `Boyd`: a title stays outside, whatever the other side calls her.
  bool BeginsTitled(Side side, const Projection& projection) {
    const Document& document = DocumentOf(bitext_, side);
    const std::string_view first = document.TextOf(document.tokens[projection.tokens.begin]);
    return grammars_[IndexOf(side)]->titles.contains(PhraseKey(first));
  }

  void Extend(Side side, const Mention& from, Mention* to) {
    if (EndsInLegalForm(side, from.span)) return;
    const std::optional<Projection> projection =
        ProjectSpan(bitext_, side, from.span, windows_.Of(side, from.span),
                    *grammars_[IndexOf(OtherSide(side))]);
    if (!projection || projection->confidence < kLeastConfidenceToExtend) return;
    if (!projection->span.Contains(to->span) || projection->span == to->span) return;
    const bool earlier = projection->span.begin < to->span.begin;
    if (earlier && (!BeginsName(OtherSide(side), *projection, to->span) ||
                    BeginsTitled(OtherSide(side), *projection)))
      return;
    changes_.Extend(OtherSide(side), projection->span, to);
  }

  bool HasCapital(Side side, IndexRange<Token> tokens) {
    const Document& document = DocumentOf(bitext_, side);
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (IsUpper(DecodeAt(document.TextOf(document.tokens[t]), 0).value)) return true;
    }
    return false;
  }

  bool IsTitle(Side side, ByteSpan span) {
    return grammars_[IndexOf(side)]->titles.contains(
        PhraseKey(span.In(DocumentOf(bitext_, side).text)));
  }

  // Whether a span is one word, in no list, whose capital says nothing: texts write it in lower
  // case, or it opens a sentence.
  bool IsWord(Side side, ByteSpan span) {
    const NameGrammar& grammar = *grammars_[IndexOf(side)];
    const std::string phrase = PhraseKey(span.In(DocumentOf(bitext_, side).text));
    if (phrase.find(' ') != std::string::npos) return false;
    if (!grammar.gazetteer.Find(phrase).empty()) return false;
    const Sentence* sentence = SentenceAt(DocumentOf(bitext_, side), span);
    return grammar.common_words.contains(Hash(phrase)) ||
           (sentence != nullptr && sentence->span.begin == span.begin);
  }

  void CarryUnlinked(Side side) {
    const std::vector<bool> linked = changes_.LinkedOn(side);
    for (std::size_t m = 0; m < linked.size(); ++m) {
      const Mention& mention = MentionsOf(bitext_, side)[m];
      if (linked[m] || IsValueKey(mention.key)) continue;
      if (mention.probability >= kLeastNameProbability) Carry(side, mention);
    }
  }

  // `French` may be `français`, `British National Party` `parti national britannique`: a name of
  // the lists, or one that has a head there. What has no capital itself names nothing without one.
  bool MayLoseCapital(Side side, ByteSpan span, IndexRange<Token> there) {
    const std::string_view text = span.In(DocumentOf(bitext_, side).text);
    const std::vector<NamePart> parts = SplitNameParts(DocumentOf(bitext_, side).text, span);
    if (std::ranges::none_of(parts, &NamePart::HasCapital)) return false;
    if (!grammars_[IndexOf(side)]->gazetteer.Find(text).empty()) return true;
    const Document& document = DocumentOf(bitext_, OtherSide(side));
    const std::string head = PhraseKey(document.TextOf(document.tokens[there.begin]));
    return parts.size() > 1 && there.size() > 1 &&
           grammars_[IndexOf(OtherSide(side))]->heads.contains(head);
  }

  void Carry(Side side, const Mention& mention) {
    const Side there = OtherSide(side);
    const std::optional<Projection> projection = ProjectSpan(
        bitext_, side, mention.span, windows_.Of(side, mention.span), *grammars_[IndexOf(there)]);
    if (!projection) return;
    const bool capital = HasCapital(there, projection->tokens);
    if (projection->confidence < (capital ? kLeastConfidence : kLeastConfidenceLower)) return;
    if (!capital && !MayLoseCapital(side, mention.span, projection->tokens)) return;
    if (IsTitle(there, projection->span)) return;
    if (IsWord(side, mention.span) && IsWord(there, projection->span))
      return;  // `Prime`, `Premier`
    const std::optional<std::vector<ByteSpan>> parts = changes_.PartsOf(there, projection->span);
    if (!parts) return;
    Mention carried = mention;
    carried.span = projection->span;
    carried.probability = mention.probability * projection->confidence;
    if (changes_.HoldsLink(side, mention.span, carried.span)) return;
    changes_.Remove(there, *parts);
    const float score = std::min(0.9F, projection->confidence);
    if (side == Side::kSource) {
      changes_.AddLink(mention, std::move(carried), score);
    } else {
      changes_.AddLink(std::move(carried), mention, score);
    }
  }

  const NameGrammar* grammars_[2];
  Bitext& bitext_;
  BeadWindows windows_;
  MentionChanges changes_;
};

}  // namespace

void DecodeJointly(const EntityGrammar& source, const EntityGrammar& target, Bitext* bitext) {
  JointDecoder(source.names(), target.names(), bitext).Decode();
}

}  // namespace calque::internal
