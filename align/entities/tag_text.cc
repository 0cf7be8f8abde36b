#include "align/entities/tag_text.h"

#include <algorithm>

#include "align/base/names.h"
#include "align/entities/names.h"
#include "align/entities/projection.h"

namespace calque::internal {
namespace {

constexpr NameEntry<MentionKind> kConllTypes[] = {{MentionKind::kPerson, "PER"},
                                                  {MentionKind::kOrganisation, "ORG"},
                                                  {MentionKind::kPlace, "LOC"},
                                                  {MentionKind::kOther, "MISC"}};

// A line a sentence, a blank between tokens.
Document Join(const std::vector<TaggedSentence>& sentences) {
  Document document;
  const auto here = [&] { return static_cast<std::uint32_t>(document.text.size()); };
  for (const TaggedSentence& sentence : sentences) {
    const std::uint32_t begin = here();
    const auto first = static_cast<std::uint32_t>(document.tokens.size());
    for (const std::string& token : sentence.tokens) {
      const std::uint32_t start = here();
      document.text += token;
      document.tokens.push_back({{start, here()}});
      document.text += ' ';
    }
    document.sentences.push_back(
        {{begin, here()}, {first, static_cast<std::uint32_t>(document.tokens.size())}, 1.0F});
    document.text += '\n';
  }
  return document;
}

bool IsDemonym(std::string_view name, const NameGrammar& grammar) {
  const std::span<const NameForm> forms = grammar.gazetteer.Find(name);
  return std::any_of(forms.begin(), forms.end(), [](const NameForm& form) { return form.demonym; });
}

}  // namespace

std::string_view ConllTypeOf(MentionKind kind) {
  const std::string_view type = NameOf(kConllTypes, kind);
  return type.empty() ? "MISC" : type;
}

std::vector<std::vector<std::string>> TagByGrammar(const std::vector<TaggedSentence>& sentences,
                                                   const NameGrammar& grammar) {
  const Document document = Join(sentences);
  std::vector<std::vector<TagSpan>> spans(sentences.size());
  std::size_t at = 0;
  for (const Mention& mention : FindNames(document, grammar, {})) {
    while (document.sentences[at].span.end <= mention.span.begin) ++at;
    const IndexRange<Token> tokens = TokensOf(document, mention.span);
    const std::uint32_t first = document.sentences[at].tokens.begin;
    const bool demonym = IsDemonym(mention.span.In(document.text), grammar);
    spans[at].push_back({tokens.begin - first, tokens.end - first,
                         std::string(demonym ? "MISC" : ConllTypeOf(mention.kind))});
  }
  std::vector<std::vector<std::string>> tags;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    tags.push_back(TagsOfSpans(spans[s], sentences[s].tokens.size()));
  }
  return tags;
}

}  // namespace calque::internal
