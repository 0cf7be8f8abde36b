// Which documents of the target side a source document may be rendered by: those that share its
// rarest values, names and (translated) words, found through an inverted index.
//
// The cost for one document does not grow with the archive: its rarest features are looked up, up
// to a fixed number of postings. The index is made for one part of the target side after another,
// each as large as the memory budget allows; the parts do not change what is found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/archive/pairing_side.h"
#include "align/archive/workers.h"
#include "align/model/lexicon.h"

namespace calque::internal {

struct DocumentCandidate {
  std::uint32_t target = 0;  // index of a document
  float score = 0.0F;        // share of what the two may have in common, in nats; for ranking
};

struct RetrievalOptions {
  std::int32_t window = 14;                     // days between dated documents; negative: no limit
  std::size_t budget = std::size_t{256} << 20;  // bytes of the index
  std::size_t count = 8;                        // candidates of a document
  std::size_t postings = 8192;                  // looked up for a document
};

// By source document; each list by falling score. `lexicon` may be null.
[[nodiscard]] std::vector<std::vector<DocumentCandidate>> FindCandidates(
    const PairingSide& source, const PairingSide& target, const SketchStore& sketches,
    const Lexicon* lexicon, const RetrievalOptions& options, Workers* workers);

}  // namespace calque::internal
