#include "tools/calque/carry_tags.h"

#include <algorithm>
#include <vector>

#include "align/entities/projection.h"
#include "align/entities/tagged_text.h"
#include "align/io/file.h"
#include "calque/error.h"

namespace calque::tools {
namespace {

using internal::TaggedSentence;
using internal::TagSpan;

struct CarriedSpan {
  TagSpan span;  // tokens of the target sentence
  float confidence = 0.0F;
};

void RequireSameTokens(const Document& document, const Sentence& sentence,
                       const TaggedSentence& tagged, const std::string& path) {
  const IndexRange<Token> tokens = sentence.tokens;
  bool is_same = tagged.tokens.size() == tokens.size();
  for (std::uint32_t i = 0; is_same && i < tokens.size(); ++i) {
    is_same = document.TextOf(document.tokens[tokens.begin + i]) == tagged.tokens[i];
  }
  if (is_same) return;
  throw Error(ErrorCode::kBadInput, {path},
              "sentence `" + tagged.tokens.front() + " …` is not line " +
                  std::to_string(&sentence - document.sentences.data() + 1) +
                  " of the source; give the tokens of its lines, in order, with --tokenized");
}

std::vector<TagSpan> Carry(const Bitext& bitext, const Sentence& source, const Sentence& target,
                           const TaggedSentence& tagged, const internal::NameGrammar& grammar) {
  std::vector<CarriedSpan> carried;
  for (const TagSpan& span : internal::SpansOfTags(tagged.tags)) {
    const std::vector<Token>& tokens = bitext.source.tokens;
    const ByteSpan bytes{tokens[source.tokens.begin + span.begin].span.begin,
                         tokens[source.tokens.begin + span.end - 1].span.end};
    const auto found = internal::ProjectSpan(bitext, Side::kSource, bytes,
                                             {source.tokens, target.tokens}, grammar);
    if (!found) continue;
    carried.push_back({{found->tokens.begin - target.tokens.begin,
                        found->tokens.end - target.tokens.begin, span.type},
                       found->confidence});
  }
  std::stable_sort(carried.begin(), carried.end(),
                   [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
  std::vector<TagSpan> spans;
  for (const CarriedSpan& next : carried) {
    const bool meets = std::any_of(spans.begin(), spans.end(), [&](const TagSpan& span) {
      return next.span.begin < span.end && span.begin < next.span.end;
    });
    if (!meets) spans.push_back(next.span);
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

}  // namespace

std::string CarryTags(const Bitext& bitext, const std::string& tagged_path,
                      const internal::NameGrammar& grammar) {
  const std::vector<TaggedSentence> tagged = internal::ReadTaggedText(
      internal::ReadFile(tagged_path), tagged_path, internal::TagColumn::kLast);
  std::string text;
  std::size_t next = 0;
  for (std::size_t line = 0; line < bitext.source.sentences.size(); ++line) {
    const Sentence& source = bitext.source.sentences[line];
    const Sentence& target = bitext.target.sentences[line];
    std::vector<TagSpan> spans;
    if (!source.tokens.empty()) {
      if (next == tagged.size()) break;
      RequireSameTokens(bitext.source, source, tagged[next], tagged_path);
      spans = Carry(bitext, source, target, tagged[next++], grammar);
    }
    const auto tags = internal::TagsOfSpans(spans, target.tokens.size());
    for (std::uint32_t i = 0; i < target.tokens.size(); ++i) {
      const Token& token = bitext.target.tokens[target.tokens.begin + i];
      text.append(bitext.target.TextOf(token)).append("\t").append(tags[i]).append("\n");
    }
    text += '\n';
  }
  const auto lines = static_cast<std::size_t>(
      std::count_if(bitext.source.sentences.begin(), bitext.source.sentences.end(),
                    [](const Sentence& sentence) { return !sentence.tokens.empty(); }));
  if (tagged.size() != lines) {
    throw Error(ErrorCode::kBadInput, {tagged_path},
                "has " + std::to_string(tagged.size()) + " sentences, the source " +
                    std::to_string(lines) + " lines with tokens; tag each of its lines");
  }
  return text;
}

}  // namespace calque::tools
