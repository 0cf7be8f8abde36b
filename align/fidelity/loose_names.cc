#include "align/fidelity/loose_names.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "align/base/mention_kind.h"
#include "align/fidelity/form.h"
#include "align/fidelity/known_name.h"
#include "align/fidelity/name_answers.h"
#include "align/fidelity/word_parts.h"

namespace calque::internal {
namespace {

constexpr float kAlike = 0.7F;        // FormSimilarity of a word and one that is the same there
constexpr std::size_t kShortest = 2;  // bytes of a word worth calling a name

class Finder {
 public:
  Finder(const View& view, const Bead& bead)
      : view_(view), here_(view.Here(bead)), there_(view.There(bead)), answers_(view, bead) {}

  std::vector<LooseName> Run() {
    MarkMentions();
    std::vector<LooseName> names;
    for (std::uint32_t i = here_.begin; i < here_.end;) {
      if (const IndexRange<Token> whole = LooseWhole(i); !whole.empty()) {
        names.push_back(Describe(whole, whole, KnownNameOf(view_.here(), *MentionAt(i))));
        i = whole.end;
        continue;
      }
      std::uint32_t end = i;
      while (end < here_.end && MayName(end) && (end == i || !Parts(end))) ++end;
      const IndexRange<Token> run = WithoutTitles({i, end});
      if (!run.empty()) AddRuns(run, &names);
      i = std::max(end, i + 1);
    }
    return names;
  }

 private:
  [[nodiscard]] const Word& Here(std::uint32_t token) const { return view_.here().words()[token]; }
  [[nodiscard]] std::string_view TextHere(std::uint32_t token) const {
    return view_.here().document().TextOf(view_.here().document().tokens[token]);
  }

  // Values take their words: the capital of a month is no name.
  void MarkMentions() {
    mention_.assign(here_.size(), nullptr);
    value_.assign(here_.size(), false);
    const IndexRange<Mention> mentions = view_.here().MentionsIn(view_.here().SpanOf(here_));
    for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
      const Mention& mention = view_.here().mentions()[m];
      const IndexRange<Token> words = view_.here().TokensIn(mention.span);
      for (std::uint32_t i = words.begin; i < words.end; ++i) {
        if (IsName(mention.kind)) mention_[i - here_.begin] = &mention;
        if (!IsName(mention.kind)) value_[i - here_.begin] = true;
        if (view_.PartnerOf(m).answers()) linked_.push_back(i);
      }
    }
  }

  [[nodiscard]] const Mention* MentionAt(std::uint32_t token) const {
    return mention_[token - here_.begin];
  }
  [[nodiscard]] bool IsPerson(std::uint32_t token) const {
    return MentionAt(token) != nullptr && MentionAt(token)->kind == MentionKind::kPerson;
  }

  // A listed name with words that are no names by themselves, `Banque d'Angleterre`, that begins
  // there and of which nothing is answered; empty if there is none.
  [[nodiscard]] IndexRange<Token> LooseWhole(std::uint32_t token) const {
    const Mention* mention = MentionAt(token);
    const IndexRange<Token> none{token, token};
    const bool person = mention != nullptr && mention->kind == MentionKind::kPerson;
    if (mention == nullptr || person || !Here(token).capital) return none;
    const IndexRange<Token> words = view_.here().TokensIn(mention->span);
    if (words.begin != token || words.end > here_.end) return none;
    bool parted = false;
    for (std::uint32_t i = words.begin; i < words.end; ++i) parted = parted || !MayName(i);
    if (!parted) return none;
    const KnownName known = KnownNameOf(view_.here(), *mention);
    if (known.whole.keys.empty()) return none;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      if (Here(i).kind == WordClass::kContent && Answered(i, known)) return none;
    }
    return words;
  }

  // Whether another name begins with the token: a person behind a title, an adjective.
  [[nodiscard]] bool Parts(std::uint32_t token) const {
    if (MentionAt(token) == MentionAt(token - 1)) return false;
    return IsPerson(token) || IsPerson(token - 1) || !Here(token).capital ||
           !Here(token - 1).capital;
  }

  // `Minister Giorgia Meloni`, whether the entity stage took the title for a part of the name or
  // not.
  [[nodiscard]] IndexRange<Token> WithoutTitles(IndexRange<Token> run) const {
    const bool person = !run.empty() && IsPerson(run.begin);
    const bool before =
        run.end < here_.end && !run.empty() && !person && IsPerson(run.end) && MayName(run.end);
    std::uint32_t begin = run.begin;
    while (begin < run.end && (person || before) && Here(begin).generic) ++begin;
    if (person && begin == run.end) return run;  // a name that is a word, `Page`
    return {begin, run.end};
  }

  [[nodiscard]] bool MayName(std::uint32_t token) const {
    const Word& word = Here(token);
    // `WHO` in capitals is no pronoun where the entity stage says so.
    const bool acronym = MentionAt(token) != nullptr && AllCapitals(TextHere(token));
    if (word.kind != WordClass::kContent && !acronym) return false;
    if (word.folded.size() < kShortest) return false;
    if (value_[token - here_.begin]) return false;
    if (!word.capital) return ListedAdjective(token);
    // What opens a sentence is a name where it is no word, or where a name begins with it.
    return !word.opens || word.type == kUnknownType || mention_[token - here_.begin] != nullptr;
  }

  // `grecque`, where the entity stage found a place.
  [[nodiscard]] bool ListedAdjective(std::uint32_t token) const {
    return MentionAt(token) != nullptr && view_.here().ListedAt(MentionAt(token)->span).demonym;
  }

  void AddRuns(IndexRange<Token> capitals, std::vector<LooseName>* names) const {
    const bool spelled = answers_.HasAcronymOf(capitals);
    const Mention* mention = MentionAt(capitals.begin);
    const KnownName known = mention == nullptr ? KnownName{} : KnownNameOf(view_.here(), *mention);
    for (std::uint32_t i = capitals.begin; i < capitals.end;) {
      std::uint32_t end = i;
      while (end < capitals.end && !Answered(end, known)) ++end;
      // `Moore & Co` is `Moore et Cie`, `Mr. Moore` is `John Moore`.
      const ByteSpan span = view_.here().SpanOf({i, end});
      const bool apart = view_.here().IsLegalForm(span) || view_.here().IsTitle(span);
      if (end > i && !spelled && !apart) names->push_back(Describe({i, end}, capitals, known));
      i = std::max(end, i + 1);
    }
  }

  // The whole name of the person there who has the same family name; empty where the token is no
  // given name of somebody.
  [[nodiscard]] IndexRange<Token> Namesake(std::uint32_t token) const {
    const Mention* mention = MentionAt(token);
    if (mention == nullptr || mention->kind != MentionKind::kPerson) return {};
    const auto index = static_cast<std::uint32_t>(mention - view_.here().mentions().data());
    const Partner& partner = view_.PartnerOf(index);
    if (!partner.exists() || !partner.same_bead) return {};
    const Mention& other = view_.there().mentions()[partner.mention];
    const IndexRange<Token> ours = view_.here().TokensIn(mention->span);
    const IndexRange<Token> theirs = view_.there().TokensIn(other.span);
    if (theirs.size() < 2 || token + 1 >= ours.end) return {};
    const bool family = FormSimilarity(Here(ours.end - 1).folded,
                                       view_.there().words()[theirs.end - 1].folded) >= kAlike;
    return family ? theirs : IndexRange<Token>{};
  }

  [[nodiscard]] bool Answered(std::uint32_t token, const KnownName& known) const {
    if (std::find(linked_.begin(), linked_.end(), token) != linked_.end()) return true;
    const IndexRange<Token> namesake = Namesake(token);
    return namesake.empty() ? answers_.Has(token, known) : answers_.HasIn(namesake, token);
  }

  [[nodiscard]] LooseName Describe(IndexRange<Token> run, IndexRange<Token> capitals,
                                   const KnownName& known) const {
    LooseName name;
    name.tokens = run;
    name.given = run.end < capitals.end;
    name.family = run.begin > capitals.begin && !Here(run.begin - 1).generic;
    name.opens = Here(run.begin).opens;
    name.acronym = run.size() == 1 && AllCapitals(TextHere(run.begin));
    name.lower = !Here(run.begin).capital;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (name.mention == nullptr) name.mention = MentionAt(i);
      const Word& word = Here(i);
      name.known += word.type != kUnknownType ? 1.0F : 0.0F;
      name.generic += word.generic ? 1.0F : 0.0F;
      name.listed += word.listed ? 1.0F : 0.0F;
      name.expected = std::max(name.expected, KeepsForm(view_, word));
      if (view_.here().lexicon() != nullptr) {
        name.rare -= std::log10(view_.here().lexicon()->Unigram(word.type));
      }
      name.lexical = std::max(name.lexical, answers_.Translation(i, known));
      for (const HalfLink& link : view_.LinksOf(i)) {
        const Word& other = view_.there().words()[link.other];
        if (other.kind != WordClass::kContent) continue;
        float& best = other.capital ? name.name_link : name.common_link;
        best = std::max(best, link.probability);
      }
    }
    for (float* share : {&name.known, &name.generic, &name.listed, &name.rare}) {
      *share /= static_cast<float>(run.size());
    }
    if (!view_.here().ListedAt(view_.here().SpanOf(run)).keys.empty()) name.listed = 1.0F;
    return name;
  }

  const View& view_;
  IndexRange<Token> here_;
  IndexRange<Token> there_;
  NameAnswers answers_;
  std::vector<const Mention*> mention_;
  std::vector<bool> value_;
  std::vector<std::uint32_t> linked_;
};

}  // namespace

float KeepsForm(const View& view, const Word& word) {
  if (word.type == kUnknownType) return 1.0F;
  float alike = 0.0F;
  for (const Translation& translation : view.here().lexicon()->TranslationsOf(word.type)) {
    const std::string_view other = view.there().lexicon()->Word(translation.type());
    if (FormSimilarity(word.folded, other) >= kAlike) alike += translation.probability();
  }
  return std::min(alike, 1.0F);
}

std::vector<LooseName> FindLooseNames(const View& view, const Bead& bead) {
  return Finder(view, bead).Run();
}

}  // namespace calque::internal
