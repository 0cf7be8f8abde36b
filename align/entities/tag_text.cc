#include "align/entities/tag_text.h"

#include <algorithm>
#include <span>

#include "align/base/names.h"
#include "align/base/utf8.h"
#include "align/entities/names.h"
#include "align/entities/projection.h"
#include "align/entities/tagged_names.h"

namespace calque::internal {
namespace {

constexpr std::size_t kLongestDocument = 120;  // sentences; longer texts are read in parts

constexpr NameEntry<MentionKind> kConllTypes[] = {{MentionKind::kPerson, "PER"},
                                                  {MentionKind::kOrganisation, "ORG"},
                                                  {MentionKind::kPlace, "LOC"},
                                                  {MentionKind::kOther, "MISC"}};

// A line a sentence, a blank between tokens.
Document Join(std::span<const TaggedSentence> sentences) {
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

// Adjectives of nations, `chinois`, are mentions but no names.
bool HasCapital(const TaggedSentence& sentence, const TagSpan& span) {
  for (std::uint32_t t = span.begin; t < span.end; ++t) {
    const std::string& token = sentence.tokens[t];
    for (std::size_t at = 0; at < token.size();) {
      const CodePoint c = DecodeAt(token, at);
      if (IsUpper(c.value)) return true;
      at = c.end;
    }
  }
  return false;
}

bool IsDemonym(std::string_view name, const NameGrammar& grammar) {
  const std::span<const NameForm> forms = grammar.gazetteer.Find(name);
  return std::any_of(forms.begin(), forms.end(), [](const NameForm& form) { return form.demonym; });
}

void FindInDocument(std::span<const TaggedSentence> sentences, const NameGrammar& grammar,
                    const Tagger* tagger, std::span<std::vector<NameSpan>> found) {
  const Document document = Join(sentences);
  std::size_t at = 0;
  for (const Mention& mention : FindNames(document, grammar, {}, tagger)) {
    while (document.sentences[at].span.end <= mention.span.begin) ++at;
    const IndexRange<Token> tokens = TokensOf(document, mention.span);
    const std::uint32_t first = document.sentences[at].tokens.begin;
    const bool demonym = IsDemonym(mention.span.In(document.text), grammar);
    const std::string_view type = demonym ? "MISC" : ConllTypeOf(mention.kind);
    found[at].push_back(
        {{tokens.begin - first, tokens.end - first, std::string(type)}, mention.probability});
  }
}

}  // namespace

std::string_view ConllTypeOf(MentionKind kind) {
  const std::string_view type = NameOf(kConllTypes, kind);
  return type.empty() ? "MISC" : type;
}

MentionKind KindOfConllType(std::string_view type) {
  for (const auto& [kind, name] : kConllTypes) {
    if (name == type) return kind;
  }
  return MentionKind::kOther;
}

std::vector<std::vector<NameSpan>> FindNameSpans(const std::vector<TaggedSentence>& sentences,
                                                 const NameGrammar& grammar, const Tagger* tagger) {
  std::vector<std::vector<NameSpan>> found(sentences.size());
  for (std::size_t begin = 0; begin < sentences.size();) {
    std::size_t end = begin + 1;
    while (end < sentences.size() && end - begin < kLongestDocument &&
           !sentences[end].opens_document) {
      ++end;
    }
    FindInDocument(std::span(sentences).subspan(begin, end - begin), grammar, tagger,
                   std::span(found).subspan(begin, end - begin));
    begin = end;
  }
  return found;
}

std::vector<std::vector<std::string>> TagNames(const std::vector<TaggedSentence>& sentences,
                                               const NameGrammar& grammar, const Tagger* tagger) {
  const std::vector<std::vector<NameSpan>> found = FindNameSpans(sentences, grammar, tagger);
  std::vector<std::vector<std::string>> tags;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    std::vector<TagSpan> spans;
    for (const NameSpan& name : found[s]) {
      const bool likely = name.probability >= kLeastNameProbability;
      if (likely && HasCapital(sentences[s], name.span)) spans.push_back(name.span);
    }
    tags.push_back(TagsOfSpans(spans, sentences[s].tokens.size()));
  }
  return tags;
}

}  // namespace calque::internal
