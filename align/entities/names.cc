#include "align/entities/names.h"

#include <algorithm>

#include "align/entities/aliases.h"
#include "align/entities/name_scanner.h"
#include "align/entities/name_text.h"
#include "align/entities/tagged_names.h"

namespace calque::internal {
namespace {

constexpr float kListedProbability = 0.98F;
constexpr float kSureKindProbability = 0.9F;
constexpr float kCapitalsProbability = 0.8F;

std::string UnlistedKey(const NameSentence& sentence, const NameCandidate& name) {
  std::string key(ToString(name.kind));
  key += ':';
  for (std::size_t i = name.begin; i < name.end; ++i) {
    if (i > name.begin) key += ' ';
    key += sentence.parts[i].folded;
  }
  return key;
}

// `U.S.`, `Corp.`: the full stop belongs to a name that is written with one.
bool TakesFullStop(const NameSentence& sentence, const NameCandidate& name,
                   const NameGrammar& grammar) {
  if (name.form != nullptr) return name.form->full_stop;
  return name.end - name.begin > 1 &&
         grammar.legal_forms.contains(sentence.parts[name.end - 1].folded);
}

Mention MakeMention(const Document& document, const NameSentence& sentence,
                    const NameCandidate& name, const NameGrammar& grammar) {
  Mention mention;
  mention.span = {sentence.parts[name.begin].span.begin, sentence.parts[name.end - 1].span.end};
  if (mention.span.end < document.text.size() && document.text[mention.span.end] == '.' &&
      TakesFullStop(sentence, name, grammar)) {
    ++mention.span.end;
  }
  mention.kind = name.kind;
  mention.key =
      name.form != nullptr ? grammar.gazetteer.Key(*name.form) : UnlistedKey(sentence, name);
  mention.probability = name.form != nullptr ? kListedProbability
                        : name.sure_kind     ? kSureKindProbability
                                             : kCapitalsProbability;
  return mention;
}

Mention MakeDatelineMention(const Document& document, ByteSpan span, MentionKind kind,
                            const NameGrammar& grammar) {
  Mention mention{span, kind, {}, kListedProbability};
  const std::span<const NameForm> forms = grammar.gazetteer.Find(span.In(document.text));
  const auto form = std::find_if(forms.begin(), forms.end(),
                                 [&](const NameForm& known) { return known.kind == kind; });
  mention.key = form != forms.end()
                    ? grammar.gazetteer.Key(*form)
                    : std::string(ToString(kind)) + ':' + PhraseKey(span.In(document.text));
  return mention;
}

// Place and agency, and what lists know of the rest: `DARMSTADT, Germany (Reuters) -`.
void AddDatelineNames(const Document& document, const NameGrammar& grammar,
                      std::vector<Mention>* mentions) {
  const Dateline& dateline = *document.dateline;
  const std::vector<NamePart> parts = SplitNameParts(document.text, dateline.span);
  for (std::size_t i = 0; i < parts.size();) {
    const ByteSpan at = parts[i].span;
    const std::vector<const NameForm*> forms = grammar.gazetteer.LongestAt(parts, i);
    i += forms.empty() ? 1 : forms.front()->parts;
    const ByteSpan span{at.begin, parts[i - 1].span.end};
    const bool known_part = span.Overlaps(dateline.place) || span.Overlaps(dateline.agency) ||
                            span.Overlaps(dateline.date);
    if (forms.empty() || known_part || forms.front()->kind != MentionKind::kPlace) continue;
    mentions->push_back(
        {span, MentionKind::kPlace, grammar.gazetteer.Key(*forms.front()), kListedProbability});
  }
  if (!dateline.place.empty()) {
    mentions->push_back(
        MakeDatelineMention(document, dateline.place, MentionKind::kPlace, grammar));
  }
  if (!dateline.agency.empty()) {
    mentions->push_back(
        MakeDatelineMention(document, dateline.agency, MentionKind::kOrganisation, grammar));
  }
}

}  // namespace

std::vector<Mention> FindNames(const Document& document, const NameGrammar& grammar,
                               const std::vector<Mention>& values, const Tagger* tagger) {
  std::vector<Mention> mentions;
  if (document.dateline) AddDatelineNames(document, grammar, &mentions);
  const NameText text = ReadNameText(document, grammar, values);
  for (const NameSentence& sentence : text.sentences) {
    for (const NameCandidate& name : ScanNames(sentence, text, grammar)) {
      mentions.push_back(MakeMention(document, sentence, name, grammar));
    }
  }
  std::sort(mentions.begin(), mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
  if (tagger != nullptr) {
    mentions = MergeTagged(document, grammar, *tagger, text.fixed, mentions);
  }
  ResolveAliases(document, grammar.gazetteer, &mentions);
  return mentions;
}

}  // namespace calque::internal
