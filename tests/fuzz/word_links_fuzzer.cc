// Any bytes as lines of word links in Pharaoh's layout: refused with a place, or read so that the
// links of a line are sorted, each once, the sure ones among the possible ones.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "align/measure/words.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

using Links = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

void Require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

bool IsSet(const Links& links) {
  return std::is_sorted(links.begin(), links.end()) &&
         std::adjacent_find(links.begin(), links.end()) == links.end();
}

void Check(std::string_view text) {
  const std::vector<GoldLinks> pairs = ParseLinkLines(text, "fuzz");
  WordScore score;
  for (const GoldLinks& pair : pairs) {
    Require(IsSet(pair.sure) && IsSet(pair.possible), "links are not a set");
    Require(std::includes(pair.possible.begin(), pair.possible.end(), pair.sure.begin(),
                          pair.sure.end()),
            "a sure link is not possible");
    score.Add(pair, pair);
  }
  Require(score.links() == 0 || score.Precision() == 1.0, "gold disagrees with itself");
}

}  // namespace
}  // namespace calque::internal

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    calque::internal::Check({reinterpret_cast<const char*>(data), size});
  } catch (const calque::Error& error) {
    calque::internal::Require(error.location().line > 0, "an error without a line");
  }
  return 0;
}
