// Any bytes as the file of a tagger, its checksum mended: refused, or written again as it was read,
// and able to tag.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "align/base/hash.h"
#include "align/entities/tagger.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

void Check(std::string bytes) {
  const std::uint64_t hash = Hash(bytes);
  for (int byte = 0; byte < 8; ++byte) bytes += static_cast<char>((hash >> (8 * byte)) & 0xFF);
  const auto tagger = Tagger::FromBytes(bytes, "fuzz");
  TaggedSentence sentence;
  sentence.tokens = {"Mr", "Hu", "left", "Oslo", "."};
  for (const SentenceTags& tags : tagger->Tag({sentence}, NameGrammar{})) {
    for (const TagSpan& span : tags.spans) {
      if (span.begin < span.end && span.end <= sentence.tokens.size()) continue;
      std::fprintf(stderr, "a span outside its sentence\n");
      std::abort();
    }
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
