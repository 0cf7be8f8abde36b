// A glossary as the term check sees it: terms as sequences of folded words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "align/base/string_hash.h"
#include "align/fidelity/scene.h"
#include "align/read/glossary.h"

namespace calque::internal {

using FoldedTerm = std::vector<std::string>;  // one a word, apostrophes kept with what they elide

class Glossary {
 public:
  explicit Glossary(const std::vector<GlossaryTerm>& terms);

  struct Entry {
    std::string shown;  // the term as the glossary writes it
    FoldedTerm source;
    std::vector<std::string> shown_renderings;
    std::vector<FoldedTerm> renderings;
    std::vector<FoldedTerm> forbidden;
  };
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  // The entries that FindTerm() may find among `tokens`, by their index, in order.
  [[nodiscard]] std::vector<std::uint32_t> EntriesIn(const SideView& side,
                                                     IndexRange<Token> tokens) const;

 private:
  std::vector<Entry> entries_;
  StringMap<std::vector<std::uint32_t>> by_stem_;  // of the first word of the source
};

// Places where `term` occurs among `tokens`, inflected forms included, in order, disjoint.
[[nodiscard]] std::vector<IndexRange<Token>> FindTerm(const SideView& side,
                                                      IndexRange<Token> tokens,
                                                      const FoldedTerm& term);

}  // namespace calque::internal
