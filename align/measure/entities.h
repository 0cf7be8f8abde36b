// How well recognised names agree with gold names, and entity links with gold links.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "align/entities/tagged_text.h"
#include "align/measure/segmentation.h"

namespace calque::internal {

// Counts of spans, as conlleval has them: right if begin and end (and, typed, the type) are.
struct EntityScore {
  MatchCounts typed;
  MatchCounts untyped;
  std::map<std::string, MatchCounts> types;
};

// Throws Error{kBadInput}, naming the file `name` of `test`, where the two have not the same
// sentences of the same lengths.
[[nodiscard]] EntityScore ScoreEntities(const std::vector<TaggedSentence>& gold,
                                        const std::vector<TaggedSentence>& test,
                                        const std::string& name = {});

// One entity link by its texts; `line` is 0 where the file does not say it.
struct NamePair {
  std::uint64_t line = 0;
  std::string source;
  std::string target;

  friend auto operator<=>(const NamePair&, const NamePair&) = default;
};

// `line<TAB>source<TAB>target[<TAB>more]` or `source<TAB>target`; white space in the texts is made
// one blank. `name` is for messages. Throws Error{kBadInput} for any other line.
[[nodiscard]] std::vector<NamePair> ParsePairLines(std::string_view text, const std::string& name);

// Compares the two as sets. Lines count only where both files have them.
[[nodiscard]] MatchCounts ScorePairs(std::vector<NamePair> gold, std::vector<NamePair> test);

}  // namespace calque::internal
