#include "align/entities/joint.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "align/base/hash.h"
#include "align/base/utf8.h"
#include "align/entities/kind_votes.h"
#include "align/entities/name_grammar.h"
#include "align/entities/projection.h"
#include "align/entities/tagged_names.h"
#include "align/entities/values.h"

namespace calque::internal {
namespace {

constexpr float kLeastConfidence = 0.55F;      // of a projection that makes a name
constexpr float kLeastConfidenceLower = 0.7F;  // where nothing there has a capital
constexpr float kLeastConfidenceToExtend = 0.75F;

struct NewLink {
  Mention source;
  Mention target;
  float score;
};

Side Other(Side side) { return side == Side::kSource ? Side::kTarget : Side::kSource; }

class JointDecoder {
 public:
  JointDecoder(const NameGrammar& source, const NameGrammar& target, Bitext* bitext)
      : grammars_{&source, &target}, bitext_(*bitext) {
    FindWindows();
  }

  void Decode() {
    AgreeOnKinds(*grammars_[0], *grammars_[1], &bitext_);
    if (bitext_.words.empty()) return;
    ExtendLinked();
    for (const Side side : {Side::kSource, Side::kTarget}) CarryUnlinked(side);
    Store();
  }

 private:
  static std::size_t Index(Side side) { return side == Side::kSource ? 0 : 1; }
  Document& DocumentOf(Side side) {
    return side == Side::kSource ? bitext_.source : bitext_.target;
  }
  std::vector<Mention>& MentionsOf(Side side) {
    return side == Side::kSource ? bitext_.source_mentions : bitext_.target_mentions;
  }

  // For every sentence the tokens of the other side of its bead.
  void FindWindows() {
    for (const Side side : {Side::kSource, Side::kTarget}) {
      windows_[Index(side)].resize(DocumentOf(side).sentences.size());
    }
    for (const Bead& bead : bitext_.beads) {
      if (bead.IsNull()) continue;
      const auto tokens = [](const Document& document, IndexRange<Sentence> range) {
        return IndexRange<Token>{document.sentences[range.begin].tokens.begin,
                                 document.sentences[range.end - 1].tokens.end};
      };
      const IndexRange<Token> source = tokens(bitext_.source, bead.source);
      const IndexRange<Token> target = tokens(bitext_.target, bead.target);
      for (std::uint32_t s = bead.source.begin; s < bead.source.end; ++s) windows_[0][s] = target;
      for (std::uint32_t t = bead.target.begin; t < bead.target.end; ++t) windows_[1][t] = source;
    }
  }

  IndexRange<Token> WindowOf(Side side, ByteSpan span) {
    const std::vector<Sentence>& sentences = DocumentOf(side).sentences;
    const auto found = std::lower_bound(
        sentences.begin(), sentences.end(), span.begin,
        [](const Sentence& sentence, std::uint32_t at) { return sentence.span.end <= at; });
    if (found == sentences.end()) return {};
    return windows_[Index(side)][static_cast<std::size_t>(found - sentences.begin())];
  }

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
    const std::vector<NamePart> parts = SplitNameParts(DocumentOf(side).text, span);
    return !parts.empty() && grammars_[Index(side)]->legal_forms.contains(parts.back().folded);
  }

  bool HoldsHead(Side side, ByteSpan span) {
    const std::vector<NamePart> parts = SplitNameParts(DocumentOf(side).text, span);
    return std::ranges::any_of(parts, [&](const NamePart& part) {
      return grammars_[Index(side)]->heads.contains(part.folded);
    });
  }

  // Whether the first word is written as names begin: with a capital, or a word such as `palais`,
  // or a head that `name`, which it lengthens, lacks: `province d'Hubei`.
  bool BeginsName(Side side, const Projection& projection, ByteSpan name) {
    const Document& document = DocumentOf(side);
    const std::string_view first = document.TextOf(document.tokens[projection.tokens.begin]);
    const std::string word = PhraseKey(first);
    const NameGrammar& grammar = *grammars_[Index(side)];
    return IsUpper(DecodeAt(first, 0).value) || grammar.lower_heads.contains(word) ||
           (grammar.heads.contains(word) && !HoldsHead(side, name));
  }

  // `Ms.` before `Boyd`: a title stays outside, whatever the other side calls her.
  bool BeginsTitled(Side side, const Projection& projection) {
    const Document& document = DocumentOf(side);
    const std::string_view first = document.TextOf(document.tokens[projection.tokens.begin]);
    return grammars_[Index(side)]->titles.contains(PhraseKey(first));
  }

  void Extend(Side side, const Mention& from, Mention* to) {
    if (EndsInLegalForm(side, from.span)) return;
    const std::optional<Projection> projection = ProjectSpan(
        bitext_, side, from.span, WindowOf(side, from.span), *grammars_[Index(Other(side))]);
    if (!projection || projection->confidence < kLeastConfidenceToExtend) return;
    if (!projection->span.Contains(to->span) || projection->span == to->span) return;
    const bool earlier = projection->span.begin < to->span.begin;
    if (earlier &&
        (!BeginsName(Other(side), *projection, to->span) || BeginsTitled(Other(side), *projection)))
      return;
    const std::optional<std::vector<ByteSpan>> parts = PartsIn(Other(side), projection->span, to);
    if (!parts) return;
    Replace(Other(side), *parts);
    to->span = projection->span;
  }

  // Takes mentions out when all is decided.
  void Replace(Side side, const std::vector<ByteSpan>& parts) {
    std::vector<ByteSpan>& replaced = replaced_[Index(side)];
    replaced.insert(replaced.end(), parts.begin(), parts.end());
  }

  bool HasCapital(Side side, IndexRange<Token> tokens) {
    const Document& document = DocumentOf(side);
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (IsUpper(DecodeAt(document.TextOf(document.tokens[t]), 0).value)) return true;
    }
    return false;
  }

  std::vector<bool> LinkedOn(Side side) {
    std::vector<bool> linked(MentionsOf(side).size(), false);
    for (const EntityLink& link : bitext_.entities) {
      linked[side == Side::kSource ? link.source : link.target] = true;
    }
    return linked;
  }

  // The mentions, `except` apart, that a carried name would swallow: `tchèque` in `Bureau de la
  // statistique tchèque`; nothing where one of them is linked, a value, or reaches out of it.
  std::optional<std::vector<ByteSpan>> PartsIn(Side side, ByteSpan span, const Mention* except) {
    const std::vector<bool> linked = LinkedOn(side);
    std::vector<ByteSpan> parts;
    for (std::size_t m = 0; m < linked.size(); ++m) {
      const Mention& mention = MentionsOf(side)[m];
      if (&mention == except || !mention.span.Overlaps(span)) continue;
      const bool inside = span.Contains(mention.span) && mention.span != span;
      if (!inside || linked[m] || IsValueKey(mention.key)) return std::nullopt;
      parts.push_back(mention.span);
    }
    return parts;
  }

  bool IsTitle(Side side, ByteSpan span) {
    return grammars_[Index(side)]->titles.contains(PhraseKey(span.In(DocumentOf(side).text)));
  }

  // Whether a span is one word, in no list, whose capital says nothing: texts write it in lower
  // case, or it opens a sentence.
  bool IsWord(Side side, ByteSpan span) {
    const NameGrammar& grammar = *grammars_[Index(side)];
    const std::string phrase = PhraseKey(span.In(DocumentOf(side).text));
    if (phrase.find(' ') != std::string::npos) return false;
    if (!grammar.gazetteer.Find(phrase).empty()) return false;
    const auto opens = [&](const Sentence& s) { return s.span.begin == span.begin; };
    const std::vector<Sentence>& sentences = DocumentOf(side).sentences;
    return grammar.common_words.contains(Hash(phrase)) ||
           std::any_of(sentences.begin(), sentences.end(), opens);
  }

  void CarryUnlinked(Side side) {
    const std::vector<bool> linked = LinkedOn(side);
    for (std::size_t m = 0; m < linked.size(); ++m) {
      const Mention& mention = MentionsOf(side)[m];
      if (linked[m] || IsValueKey(mention.key)) continue;
      if (mention.probability >= kLeastNameProbability) Carry(side, mention);
    }
  }

  // `French` may be `français`, `British National Party` `parti national britannique`: a name of
  // the lists, or one that has a head there. What has no capital itself names nothing without one.
  bool MayLoseCapital(Side side, ByteSpan span, IndexRange<Token> there) {
    const std::string_view text = span.In(DocumentOf(side).text);
    const std::vector<NamePart> parts = SplitNameParts(DocumentOf(side).text, span);
    if (std::ranges::none_of(parts, &NamePart::HasCapital)) return false;
    if (!grammars_[Index(side)]->gazetteer.Find(text).empty()) return true;
    const Document& document = DocumentOf(Other(side));
    const std::string head = PhraseKey(document.TextOf(document.tokens[there.begin]));
    return parts.size() > 1 && there.size() > 1 &&
           grammars_[Index(Other(side))]->heads.contains(head);
  }

  void Carry(Side side, const Mention& mention) {
    const Side there = Other(side);
    const std::optional<Projection> projection = ProjectSpan(
        bitext_, side, mention.span, WindowOf(side, mention.span), *grammars_[Index(there)]);
    if (!projection) return;
    const bool capital = HasCapital(there, projection->tokens);
    if (projection->confidence < (capital ? kLeastConfidence : kLeastConfidenceLower)) return;
    if (!capital && !MayLoseCapital(side, mention.span, projection->tokens)) return;
    if (IsTitle(there, projection->span)) return;
    if (IsWord(side, mention.span) && IsWord(there, projection->span))
      return;  // `Prime`, `Premier`
    const std::optional<std::vector<ByteSpan>> parts = PartsIn(there, projection->span, nullptr);
    if (!parts) return;
    Mention carried = mention;
    carried.span = projection->span;
    carried.probability = mention.probability * projection->confidence;
    const bool taken = std::any_of(carried_.begin(), carried_.end(), [&](const NewLink& link) {
      return (there == Side::kSource ? link.source : link.target).span.Overlaps(carried.span) ||
             (side == Side::kSource ? link.source : link.target).span == mention.span;
    });
    if (taken) return;
    Replace(there, *parts);
    const float score = std::min(0.9F, projection->confidence);
    if (side == Side::kSource) {
      carried_.push_back({mention, std::move(carried), score});
    } else {
      carried_.push_back({std::move(carried), mention, score});
    }
  }

  // Adds what was carried, in text order, and renumbers the links.
  void Store() {
    if (carried_.empty() && replaced_[0].empty() && replaced_[1].empty()) return;
    std::vector<std::tuple<ByteSpan, ByteSpan, float, LinkEvidence>> links;
    for (const EntityLink& link : bitext_.entities) {
      links.emplace_back(bitext_.source_mentions[link.source].span,
                         bitext_.target_mentions[link.target].span, link.score, link.evidence);
    }
    for (const Side side : {Side::kSource, Side::kTarget}) {
      const std::vector<ByteSpan>& replaced = replaced_[Index(side)];
      std::erase_if(MentionsOf(side), [&](const Mention& mention) {
        return std::find(replaced.begin(), replaced.end(), mention.span) != replaced.end();
      });
    }
    for (const NewLink& link : carried_) {
      AddMention(Side::kSource, link.source);
      AddMention(Side::kTarget, link.target);
      links.emplace_back(link.source.span, link.target.span, link.score, LinkEvidence::kWordLinks);
    }
    std::sort(links.begin(), links.end());
    bitext_.entities.clear();
    for (const auto& [source, target, score, evidence] : links) {
      bitext_.entities.push_back(
          {IndexOf(Side::kSource, source), IndexOf(Side::kTarget, target), score, evidence});
    }
  }

  void AddMention(Side side, const Mention& mention) {
    std::vector<Mention>& mentions = MentionsOf(side);
    const auto at =
        std::lower_bound(mentions.begin(), mentions.end(), mention.span,
                         [](const Mention& known, ByteSpan span) { return known.span < span; });
    if (at == mentions.end() || at->span != mention.span) mentions.insert(at, mention);
  }

  std::uint32_t IndexOf(Side side, ByteSpan span) {
    const std::vector<Mention>& mentions = MentionsOf(side);
    const auto at =
        std::lower_bound(mentions.begin(), mentions.end(), span,
                         [](const Mention& known, ByteSpan wanted) { return known.span < wanted; });
    return static_cast<std::uint32_t>(at - mentions.begin());
  }

  const NameGrammar* grammars_[2];
  Bitext& bitext_;
  std::vector<IndexRange<Token>> windows_[2];  // of each sentence
  std::vector<NewLink> carried_;
  std::vector<ByteSpan> replaced_[2];  // mentions that carried names swallow
};

}  // namespace

void DecodeJointly(const EntityGrammar& source, const EntityGrammar& target, Bitext* bitext) {
  JointDecoder(source.names(), target.names(), bitext).Decode();
}

}  // namespace calque::internal
