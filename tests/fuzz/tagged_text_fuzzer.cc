// Any bytes as tokens with tags, a token a line: refused with a place, or read so that spans go
// through tags and back.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "align/entities/tagged_text.h"
#include "align/entities/tagger_labels.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

void Require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void Check(std::string_view text) {
  std::size_t lines = 0;
  std::size_t tokens = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines += HoldsToken(text.substr(begin, end - begin)) ? 1 : 0;
    begin = end + 1;
  }
  for (const TaggedSentence& sentence : ReadTaggedText(text, "fuzz", TagColumn::kNone)) {
    Require(!sentence.tokens.empty() && sentence.tags.empty(), "an empty or tagged sentence");
    tokens += sentence.tokens.size();
  }
  Require(tokens == lines, "a token was lost");
  for (const TaggedSentence& sentence : ReadTaggedText(text, "fuzz", TagColumn::kLast)) {
    Require(sentence.tags.size() == sentence.tokens.size(), "a tag was lost");
    const std::vector<TagSpan> spans = SpansOfTags(sentence.tags);
    Require(SpansOfTags(TagsOfSpans(spans, sentence.tags.size())) == spans, "spans changed");
    Require(SpansOfTags(LabelsOfTags(sentence.tags)) == spans, "labels lost a span");
  }
}

}  // namespace
}  // namespace calque::internal

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    calque::internal::Check({reinterpret_cast<const char*>(data), size});
  } catch (const calque::Error&) {
  }
  return 0;
}
