#include "align/fidelity/loose_names.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "align/entities/listed_name.h"
#include "align/fidelity/coverage.h"
#include "align/fidelity/form.h"
#include "align/fidelity/word_parts.h"

namespace calque::internal {
namespace {

constexpr float kAlike = 0.7F;        // FormSimilarity of a word and its counterpart
constexpr float kTranslated = 0.55F;  // lexical evidence of a sure translation
constexpr std::size_t kShortest = 2;  // bytes of a word worth calling a name

bool IsName(const Mention& mention) { return mention.kind <= MentionKind::kOther; }

// A word of the other side, or two as one, or a part of one.
struct Form {
  std::string folded;
  std::size_t listed;  // which of the listed names there it is of, if any
};

class Finder {
 public:
  Finder(const View& view, const Bead& bead)
      : view_(view), here_(view.Here(bead)), there_(view.There(bead)) {
    ListNamesThere();
    for (std::uint32_t i = there_.begin; i < there_.end; ++i) {
      const Word& word = view.there().words()[i];
      if (word.IsPunctuation()) continue;
      for (std::string& part : PartsOf(word.folded)) {
        forms_.push_back({std::move(part), listed_at_[i - there_.begin]});
      }
      if (AllCapitals(TextThere(i))) acronyms_.push_back(LettersOf(word.folded));
      if (word.kind == WordClass::kContent) initials_there_ += word.folded.front();
      if (i + 1 < there_.end && !view.there().words()[i + 1].IsPunctuation()) {
        forms_.push_back({word.folded + view.there().words()[i + 1].folded, 0});
      }
    }
  }

  std::vector<LooseName> Run() {
    MarkMentions();
    std::vector<LooseName> names;
    for (std::uint32_t i = here_.begin; i < here_.end;) {
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
  [[nodiscard]] std::string_view TextThere(std::uint32_t token) const {
    return view_.there().document().TextOf(view_.there().document().tokens[token]);
  }

  void ListNamesThere() {
    listed_at_.assign(there_.size(), 0);
    listed_there_.resize(1);
    const SideView& there = view_.there();
    const IndexRange<Mention> mentions = there.MentionsIn(there.SpanOf(there_));
    for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
      const Mention& mention = there.mentions()[m];
      if (!IsName(mention)) continue;
      ListedName name = there.ListedAt(mention.span);
      if (name.keys.empty()) continue;
      const IndexRange<Token> words = there.TokensIn(mention.span);
      for (std::uint32_t i = words.begin; i < words.end; ++i) {
        listed_at_[i - there_.begin] = listed_there_.size();
      }
      listed_there_.push_back(std::move(name));
    }
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
        if (IsName(mention)) mention_[i - here_.begin] = &mention;
        if (!IsName(mention)) value_[i - here_.begin] = true;
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
    const bool spelled = SpelledByAcronym(capitals);
    const Mention* mention = MentionAt(capitals.begin);
    const ListedName listed =
        mention == nullptr ? ListedName{} : view_.here().ListedAt(mention->span);
    for (std::uint32_t i = capitals.begin; i < capitals.end;) {
      std::uint32_t end = i;
      while (end < capitals.end && !Answered(end, listed)) ++end;
      // `Moore & Co` is `Moore et Cie`, `Mr. Moore` is `John Moore`.
      const ByteSpan span = view_.here().SpanOf({i, end});
      const bool apart = view_.here().IsLegalForm(span) || view_.here().IsTitle(span);
      if (end > i && !spelled && !apart) names->push_back(Describe({i, end}, capitals, listed));
      i = std::max(end, i + 1);
    }
  }

  [[nodiscard]] bool Answered(std::uint32_t token, const ListedName& listed) const {
    if (std::find(linked_.begin(), linked_.end(), token) != linked_.end()) return true;
    const Word& word = Here(token);
    if (Translated(token, listed)) return true;
    if (AllCapitals(TextHere(token)) && AcronymAnswered(word.folded)) return true;
    for (const std::string& part : PartsOf(word.folded)) {
      if (AnyAlike(part, listed)) return true;
    }
    // `JP Morgan` and `JPMorgan`.
    const auto joined = [&](std::uint32_t first) {
      return !Here(first).IsPunctuation() && !Here(first + 1).IsPunctuation() &&
             AnyAlike(Here(first).folded + Here(first + 1).folded, listed);
    };
    return (token + 1 < here_.end && joined(token)) || (token > here_.begin && joined(token - 1));
  }

  // A sure translation, but of no word that lists know as another name: countries often stand
  // beside each other in the text that the lexicon is made of, `Portugal` and `Belgique`.
  [[nodiscard]] bool Translated(std::uint32_t token, const ListedName& listed) const {
    return view_.coverage().evidence[token].free >= kTranslated &&
           !HasDouble(Here(token).folded, listed) && Translation(token, listed) >= kTranslated;
  }
  // The best translation of the word among those that are not known as another name.
  [[nodiscard]] float Translation(std::uint32_t token, const ListedName& listed) const {
    if (listed.keys.empty() || !IsOneWord(token)) return view_.coverage().evidence[token].lexical;
    float best = 0.0F;
    for (std::uint32_t i = there_.begin; i < there_.end; ++i) {
      const std::size_t place = listed_at_[i - there_.begin];
      const bool apart =
          std::ranges::count(listed_at_, place) == 1 && AreApart(listed, listed_there_[place]);
      const Word& theirs = view_.there().words()[i];
      if (!apart) best = std::max(best, LexicalEvidenceOf(view_, Here(token), theirs));
    }
    return best;
  }
  [[nodiscard]] bool IsOneWord(std::uint32_t token) const {
    const Mention* mention = MentionAt(token);
    return (token == here_.begin || MentionAt(token - 1) != mention) &&
           (token + 1 == here_.end || MentionAt(token + 1) != mention);
  }

  // `Nigeria` and `Niger` look alike and are known to be two.
  [[nodiscard]] bool IsDouble(const Form& form, const ListedName& listed) const {
    return AreApart(listed, listed_there_[form.listed]);
  }
  [[nodiscard]] bool AnyAlike(const std::string& part, const ListedName& listed) const {
    return std::ranges::any_of(forms_, [&](const Form& form) {
      return FormSimilarity(part, form.folded) >= kAlike && !IsDouble(form, listed);
    });
  }
  [[nodiscard]] bool HasDouble(const std::string& word, const ListedName& listed) const {
    return std::ranges::any_of(forms_, [&](const Form& form) {
      return FormSimilarity(word, form.folded) >= kAlike && IsDouble(form, listed);
    });
  }

  // Another acronym of the same letters, or words that it abbreviates.
  [[nodiscard]] bool AcronymAnswered(const std::string& folded) const {
    const std::string letters = LettersOf(folded);
    const bool same = std::ranges::count(acronyms_, letters) > 0;
    if (same || letters.size() < 3) return same;
    for (std::size_t at = 0; at + letters.size() <= initials_there_.size(); ++at) {
      if (LettersOf(initials_there_.substr(at, letters.size())) == letters) return true;
    }
    return false;
  }

  [[nodiscard]] bool SpelledByAcronym(IndexRange<Token> run) const {
    std::string initials;
    for (std::uint32_t i = run.begin; i < run.end; ++i) initials += Here(i).folded.front();
    return initials.size() >= 2 && std::ranges::count(acronyms_, LettersOf(initials)) > 0;
  }

  [[nodiscard]] LooseName Describe(IndexRange<Token> run, IndexRange<Token> capitals,
                                   const ListedName& listed) const {
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
      name.lexical = std::max(name.lexical, Translation(i, listed));
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
    return name;
  }

  const View& view_;
  IndexRange<Token> here_;
  IndexRange<Token> there_;
  std::vector<Form> forms_;  // of the other side
  std::vector<ListedName> listed_there_;
  std::vector<std::size_t> listed_at_;  // by token there: which of `listed_there_`; 0 is nobody's
  std::vector<std::string> acronyms_;   // of the other side, by their letters
  std::string initials_there_;          // of its content words
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
