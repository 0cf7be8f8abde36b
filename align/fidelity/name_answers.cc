#include "align/fidelity/name_answers.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "align/base/mention_kind.h"
#include "align/fidelity/coverage.h"
#include "align/fidelity/form.h"
#include "align/fidelity/word_parts.h"

namespace calque::internal {
namespace {

constexpr float kAlike = 0.7F;        // FormSimilarity of a word and its counterpart
constexpr float kTranslated = 0.55F;  // lexical evidence of a sure translation

std::string_view TextOf(const SideView& side, std::uint32_t token) {
  return side.document().TextOf(side.document().tokens[token]);
}

// Whether two words may be written as one: `JP Morgan`, not `Merz in`.
bool MayJoin(const Word& first, const Word& second) {
  return !first.IsPunctuation() && second.capital;
}

// `J.D.`, and `David` of `James David`.
bool MayAbbreviate(const Word& initials, const Word& word) {
  const bool dotted = initials.folded.size() == 1 || initials.folded.ends_with('.');
  return dotted && !word.folded.empty() &&
         initials.folded.find(word.folded.front()) != std::string::npos;
}

}  // namespace

NameAnswers::NameAnswers(const View& view, const Bead& bead)
    : view_(view), here_(view.Here(bead)), there_(view.There(bead)) {
  ListNames();
  for (std::uint32_t i = there_.begin; i < there_.end; ++i) {
    const Word& word = There(i);
    if (word.IsPunctuation()) continue;
    for (const std::string_view part : PartsOf(word.folded)) {
      forms_.push_back({std::string(part), known_at_[i - there_.begin], false});
    }
    if (AllCapitals(TextOf(view_.there(), i))) acronyms_.push_back(LettersOf(word.folded));
    if (word.kind == WordClass::kContent) initials_ += word.folded.front();
    if (i + 1 < there_.end && MayJoin(word, There(i + 1))) {
      forms_.push_back({word.folded + There(i + 1).folded, 0, true});
    }
  }
}

void NameAnswers::ListNames() {
  known_at_.assign(there_.size(), 0);
  known_.resize(1);
  const SideView& there = view_.there();
  const IndexRange<Mention> mentions = there.MentionsIn(there.SpanOf(there_));
  for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
    const Mention& mention = there.mentions()[m];
    if (!IsName(mention.kind)) continue;
    KnownName name = KnownNameOf(there, mention);
    if (name.whole.keys.empty()) continue;
    const IndexRange<Token> words = there.TokensIn(mention.span);
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      known_at_[i - there_.begin] = known_.size();
    }
    known_.push_back(std::move(name));
  }
}

bool NameAnswers::Has(std::uint32_t token, const KnownName& known) const {
  const Word& word = Here(token);
  if (Translated(token, known)) return true;
  if (AllCapitals(TextOf(view_.here(), token)) && HasAcronym(word.folded)) return true;
  for (const std::string_view part : PartsOf(word.folded)) {
    if (AnyAlike(part, known)) return true;
  }
  return (token + 1 < here_.end && AlikeAsOne(token, known)) ||
         (token > here_.begin && AlikeAsOne(token - 1, known));
}

bool NameAnswers::HasIn(IndexRange<Token> name, std::uint32_t token) const {
  for (std::uint32_t i = name.begin; i < name.end; ++i) {
    if (MayAbbreviate(Here(token), There(i)) || MayAbbreviate(There(i), Here(token))) return true;
    const std::string_view variant = view_.here().VariantOf(Here(token).folded);
    if (!variant.empty() && variant == view_.there().VariantOf(There(i).folded)) return true;
    const bool alike = FormSimilarity(Here(token).folded, There(i).folded) >= kAlike;
    if (alike || LexicalEvidenceOf(view_, Here(token), There(i)) >= kTranslated) return true;
  }
  return false;
}

// A sure translation, but of no word that lists know as another name: countries often stand
// beside each other in the text that the lexicon is made of, `Portugal` and `Belgique`.
bool NameAnswers::Translated(std::uint32_t token, const KnownName& known) const {
  return view_.coverage().evidence[token].free >= kTranslated &&
         !HasDouble(Here(token).folded, known) && Translation(token, known) >= kTranslated;
}

float NameAnswers::Translation(std::uint32_t token, const KnownName& known) const {
  if (known.whole.keys.empty() && !known.person) return view_.coverage().evidence[token].lexical;
  float best = 0.0F;
  for (std::uint32_t i = there_.begin; i < there_.end; ++i) {
    if (AreApart(known, known_[known_at_[i - there_.begin]])) continue;
    if (known.person && !(There(i).capital && There(i).kind == WordClass::kContent)) continue;
    best = std::max(best, LexicalEvidenceOf(view_, Here(token), There(i)));
  }
  return best;
}

// Of two names that are two words each one word would answer the other: `Bill Gates` is not
// `Miguel Gates`, which look alike as one.
bool NameAnswers::AlikeAsOne(std::uint32_t first, const KnownName& known) const {
  if (!MayJoin(Here(first), Here(first + 1))) return false;
  const std::string joined = Here(first).folded + Here(first + 1).folded;
  return std::ranges::any_of(forms_, [&](const Form& form) {
    return !form.joined && FormSimilarity(joined, form.folded) >= kAlike && !IsDouble(form, known);
  });
}

// `Nigeria` and `Niger` look alike and are known to be two.
bool NameAnswers::IsDouble(const Form& form, const KnownName& known) const {
  return AreApart(known, known_[form.known]);
}

bool NameAnswers::AnyAlike(std::string_view part, const KnownName& known) const {
  return std::ranges::any_of(forms_, [&](const Form& form) {
    return FormSimilarity(part, form.folded) >= kAlike && !IsDouble(form, known);
  });
}

bool NameAnswers::HasDouble(const std::string& word, const KnownName& known) const {
  return std::ranges::any_of(forms_, [&](const Form& form) {
    return FormSimilarity(word, form.folded) >= kAlike && IsDouble(form, known);
  });
}

// Another acronym of the same letters, or words that it abbreviates.
bool NameAnswers::HasAcronym(const std::string& folded) const {
  const std::string letters = LettersOf(folded);
  const bool same = std::ranges::count(acronyms_, letters) > 0;
  if (same || letters.size() < 3) return same;
  for (std::size_t at = 0; at + letters.size() <= initials_.size(); ++at) {
    if (LettersOf(initials_.substr(at, letters.size())) == letters) return true;
  }
  return false;
}

bool NameAnswers::HasAcronymOf(IndexRange<Token> run) const {
  std::string initials;
  for (std::uint32_t i = run.begin; i < run.end; ++i) initials += Here(i).folded.front();
  return initials.size() >= 2 && std::ranges::count(acronyms_, LettersOf(initials)) > 0;
}

}  // namespace calque::internal
