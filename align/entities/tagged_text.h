// Tokens with entity tags, a token a line (CoNLL), and the label sets of taggers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace calque::internal {

// Sentences of tokens as they stand in a file. `tags` are IOB2 (`B-PER`, `I-PER`, `O`), one a
// token, or empty where the text is not tagged.
struct TaggedSentence {
  std::vector<std::string> tokens;
  std::vector<std::string> tags;
  bool opens_document = false;  // first of the file or behind a `-DOCSTART-` line
};

enum class TagColumn { kNone, kLast };

// A token a line, columns separated by white space, the token first; a blank line ends a sentence.
// Tags in IOB1 or IOB2. Throws Error{kBadInput} at `name` where a tag is neither.
[[nodiscard]] std::vector<TaggedSentence> ReadTaggedText(std::string_view text,
                                                         const std::string& name, TagColumn tags);

// Whether a line of such a file holds a token.
[[nodiscard]] bool HoldsToken(std::string_view line);

// One entity of a sentence: tokens [begin, end), `type` such as `PER`.
struct TagSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string type;

  friend auto operator<=>(const TagSpan&, const TagSpan&) = default;
};

// Spans of IOB1, IOB2 or IOBES tags, in order; a stray `I-` begins a span as conlleval has it
// (Tjong Kim Sang & De Meulder 2003).
[[nodiscard]] std::vector<TagSpan> SpansOfTags(const std::vector<std::string>& tags);
// IOB2 tags of `size` tokens.
[[nodiscard]] std::vector<std::string> TagsOfSpans(const std::vector<TagSpan>& spans,
                                                   std::size_t size);

}  // namespace calque::internal
