// A bitext as the checks see it: folded words of both sides with their classes, and the links of
// each word, computed once for all checks.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/entities/listed_name.h"
#include "align/fidelity/context.h"
#include "calque/bitext.h"

namespace calque::internal {

enum class WordClass : std::uint8_t { kContent, kFunction, kNumber, kPunctuation };

struct Word {
  std::string folded;          // Fold() of the token
  TypeId type = kUnknownType;  // in the lexicon of its side
  // The same, or the class that stands in for a word it lacks; names have no class.
  TypeId row = kUnknownType;
  WordClass kind = WordClass::kContent;
  bool capital = false;  // begins with an upper-case letter
  bool opens = false;    // the first word of a sentence or of a quotation in it
  // Of words with a capital: no name by itself, but a word of the language (`Company`) or of what
  // institutions are (`Congress`); a word that lists of names have.
  bool generic = false;
  bool listed = false;

  [[nodiscard]] bool IsPunctuation() const { return kind == WordClass::kPunctuation; }
  // Whether its loss would be one of meaning: a content word or a number.
  [[nodiscard]] bool HasContent() const {
    return kind == WordClass::kContent || kind == WordClass::kNumber;
  }
};

// One document of the pair. Indices of `words` are those of `Document::tokens`.
class SideView {
 public:
  // The lexicon and the names may be null.
  SideView(const Document& document, const std::vector<Mention>& mentions,
           const FidelityGrammar& grammar, const LexiconSide* lexicon, const NameGrammar* names);

  [[nodiscard]] const Document& document() const { return *document_; }
  [[nodiscard]] const FidelityRules& rules() const { return grammar_->rules(); }
  // What lists of names say of the text there.
  [[nodiscard]] ListedName ListedAt(ByteSpan span) const;
  // The key of the country whose capital or seat of government the text there is, and of the one
  // whose stock exchange it stands for; empty for others.
  [[nodiscard]] std::string_view SeatAt(ByteSpan span) const;
  [[nodiscard]] std::string_view MarketAt(ByteSpan span) const;
  // The text there by its sound, as this language transliterates names (SpellingKey).
  [[nodiscard]] std::string SoundAt(ByteSpan span) const;
  // The same by what they transliterate otherwise: `ch` for `sh`, `-iy` for `-iï`.
  [[nodiscard]] std::string TransliteratedAt(ByteSpan span) const;
  // The given name that a word is a spelling of, `mohamed` for `muhammad`; empty where none is.
  [[nodiscard]] std::string_view VariantOf(const std::string& folded) const;
  // Whether the text there stands before a person and is no part of the name: `Mr.`.
  [[nodiscard]] bool IsTitle(ByteSpan span) const;
  // Whether the text there ends the name of a company and may be left out: `Inc`, `Co.`.
  [[nodiscard]] bool IsLegalForm(ByteSpan span) const;
  // Log odds that a name is gone from between a token and the next, see name_gaps.h.
  [[nodiscard]] float NameGapBehind(std::uint32_t token) const;
  [[nodiscard]] const LexiconSide* lexicon() const { return lexicon_; }
  [[nodiscard]] std::span<const Word> words() const { return words_; }
  [[nodiscard]] std::span<const Mention> mentions() const { return *mentions_; }

  [[nodiscard]] IndexRange<Token> TokensOf(IndexRange<Sentence> sentences) const {
    return document_->TokensOf(sentences);
  }
  // Mentions that lie inside `span`.
  [[nodiscard]] IndexRange<Mention> MentionsIn(ByteSpan span) const;
  // Tokens that begin inside `span`.
  [[nodiscard]] IndexRange<Token> TokensIn(ByteSpan span) const;
  // From the first to the last byte of a range of tokens; empty for an empty one.
  [[nodiscard]] ByteSpan SpanOf(IndexRange<Token> tokens) const;
  [[nodiscard]] std::string_view Text(ByteSpan span) const { return span.In(document_->text); }
  [[nodiscard]] bool InHeadline(ByteSpan span) const {
    return document_->headline.begin <= span.begin && span.end <= document_->headline.end;
  }
  // The tokens in Fold(), to look up phrases.
  [[nodiscard]] std::vector<std::string_view> Folded(IndexRange<Token> tokens) const;
  // The same in FoldCase(), with their accents.
  [[nodiscard]] std::vector<std::string> Written(IndexRange<Token> tokens) const;

 private:
  const Document* document_;
  const std::vector<Mention>* mentions_;
  const FidelityGrammar* grammar_;
  const LexiconSide* lexicon_;
  const NameGrammar* names_;  // may be null
  std::vector<Word> words_;
};

// A word link seen from one side.
struct HalfLink {
  std::uint32_t other = 0;  // token of the other side
  float probability = 0.0F;
};

inline constexpr std::uint32_t kNoMention = 0xFFFFFFFF;

// The mention of the other side that an entity link pairs a mention with.
struct Partner {
  std::uint32_t mention = kNoMention;
  bool by_itself = false;  // the whole names or values say so, not only words in or around them
  bool same_bead = false;

  // Whether it answers the mention in its place: the same name in another sentence does not.
  [[nodiscard]] bool answers() const { return by_itself && same_bead; }
  [[nodiscard]] bool exists() const { return mention != kNoMention; }
};

// What speaks for a rendering of one word.
struct WordEvidence {
  float link = 0.0F;     // probability of its best word link
  float lexical = 0.0F;  // best log p(t|s)/p(t) or log p(s|t)/p(s) over the other side, in [0, 1]
  float free = 0.0F;     // the same over the words there that no other word is surer of
  // log p(word | the empty word) / p(word), within 5 of 0: how readily a translation does without
  // it.
  float idle = 0.0F;
  float form = 0.0F;  // FormSimilarity with the nearest word, 0 where it may be chance
  bool linked_mention = false;
};

// By token of one side; punctuation is empty.
struct Coverage {
  std::vector<WordEvidence> evidence;
  std::vector<float> lost;
};

// Everything the checks of one bitext share. The bitext and the context must outlive it.
class Scene {
 public:
  Scene(const Bitext& bitext, const FidelityContext& context);

  [[nodiscard]] const Bitext& bitext() const { return *bitext_; }
  [[nodiscard]] const SideView& source() const { return source_; }
  [[nodiscard]] const SideView& target() const { return target_; }
  [[nodiscard]] std::span<const HalfLink> LinksOfSource(std::uint32_t token) const;
  [[nodiscard]] std::span<const HalfLink> LinksOfTarget(std::uint32_t token) const;
  [[nodiscard]] Partner PartnerOfSource(std::uint32_t mention) const {
    return source_partner_[mention];
  }
  [[nodiscard]] Partner PartnerOfTarget(std::uint32_t mention) const {
    return target_partner_[mention];
  }
  [[nodiscard]] bool reads_values() const { return reads_values_; }  // of FidelityContext
  // By token: what in its bead renders the word, and the log-odds that nothing does.
  [[nodiscard]] const Coverage& source_coverage() const { return source_coverage_; }
  [[nodiscard]] const Coverage& target_coverage() const { return target_coverage_; }
  // log of the code points of a target / of its source as the pair has it on average.
  [[nodiscard]] double expected_length() const { return expected_length_; }

 private:
  struct LinkTable {
    std::vector<std::uint32_t> begin;
    std::vector<HalfLink> links;
    [[nodiscard]] std::span<const HalfLink> Of(std::uint32_t token) const;
  };

  const Bitext* bitext_;
  bool reads_values_;
  SideView source_;
  SideView target_;
  LinkTable source_links_;
  LinkTable target_links_;
  std::vector<Partner> source_partner_;
  std::vector<Partner> target_partner_;
  Coverage source_coverage_;
  Coverage target_coverage_;
  double expected_length_ = 0.0;
};

// A scene seen from one side, so that a check for what the target lost is also the check for what
// it added.
class View {
 public:
  enum class From : std::uint8_t { kSource, kTarget };
  View(const Scene& scene, From from) : scene_(&scene), from_(from) {}

  [[nodiscard]] bool from_source() const { return from_ == From::kSource; }
  // The same scene from the other side.
  [[nodiscard]] View Back() const {
    return View(*scene_, from_source() ? From::kTarget : From::kSource);
  }
  [[nodiscard]] const Scene& scene() const { return *scene_; }
  [[nodiscard]] const SideView& here() const {
    return from_source() ? scene_->source() : scene_->target();
  }
  [[nodiscard]] const SideView& there() const {
    return from_source() ? scene_->target() : scene_->source();
  }
  [[nodiscard]] IndexRange<Token> Here(const Bead& bead) const;
  [[nodiscard]] IndexRange<Token> There(const Bead& bead) const;
  [[nodiscard]] std::span<const HalfLink> LinksOf(std::uint32_t token) const {
    return from_source() ? scene_->LinksOfSource(token) : scene_->LinksOfTarget(token);
  }
  [[nodiscard]] const Coverage& coverage() const {
    return from_source() ? scene_->source_coverage() : scene_->target_coverage();
  }
  // By token: log-odds that nothing in its bead renders the word; 0 for punctuation.
  [[nodiscard]] std::span<const float> lost() const { return coverage().lost; }
  [[nodiscard]] std::span<const float> lost_there() const {
    return (from_source() ? scene_->target_coverage() : scene_->source_coverage()).lost;
  }
  // Mean of lost() over the words of `tokens` outside `left_out` that `counts(word)` takes; 0 where
  // it takes none.
  template <typename Counts>
  [[nodiscard]] float MeanLost(IndexRange<Token> tokens, const Counts& counts,
                               IndexRange<Token> left_out = {}) const {
    float sum = 0.0F;
    float count = 0.0F;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (i >= left_out.begin && i < left_out.end) continue;
      if (!counts(here().words()[i])) continue;
      sum += lost()[i];
      count += 1.0F;
    }
    return count == 0.0F ? 0.0F : sum / count;
  }
  // The probability that a word of this side and one of the other translate each other, the better
  // direction; 0 where the model does not know one of them or there is none.
  [[nodiscard]] float Translation(TypeId ours, TypeId theirs) const;
  // How much longer the text there is than a translation of the text here is on average: log of the
  // ratio of their code points, one more each, above Scene::expected_length. `left_out` are code
  // points of the text here that do not count.
  [[nodiscard]] float Excess(IndexRange<Token> here, IndexRange<Token> there,
                             IndexRange<Token> left_out = {}) const;
  [[nodiscard]] Partner PartnerOf(std::uint32_t mention) const {
    return from_source() ? scene_->PartnerOfSource(mention) : scene_->PartnerOfTarget(mention);
  }

 private:
  const Scene* scene_;
  From from_;
};

// How many tokens away from a place a token stands; 0 in it.
[[nodiscard]] inline std::uint32_t TokensAway(IndexRange<Token> place, std::uint32_t token) {
  if (token < place.begin) return place.begin - token;
  return token < place.end ? 0 : token - place.end + 1;
}

}  // namespace calque::internal
