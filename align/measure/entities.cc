#include "align/measure/entities.h"

#include <algorithm>
#include <set>
#include <utility>

#include "align/base/spacing.h"
#include "align/base/split.h"
#include "align/base/utf8.h"
#include "align/io/number_text.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

NamePair ParsePair(const std::vector<std::string_view>& fields, const Location& place) {
  if (fields.size() == 2) return {0, SingleSpaced(fields[0]), SingleSpaced(fields[1])};
  const auto line = ParseNumber<std::uint64_t>(fields[0]);
  if (fields.size() < 2 || !line) {
    throw Error(ErrorCode::kBadInput, place,
                "is no entity link; write `line<TAB>source<TAB>target` or `source<TAB>target`");
  }
  return {*line, SingleSpaced(fields[1]), SingleSpaced(fields[2])};
}

void MakeSet(std::vector<NamePair>* pairs) {
  std::sort(pairs->begin(), pairs->end());
  pairs->erase(std::unique(pairs->begin(), pairs->end()), pairs->end());
}

bool HasLines(const std::vector<NamePair>& pairs) {
  return std::all_of(pairs.begin(), pairs.end(),
                     [](const NamePair& pair) { return pair.line > 0; });
}

}  // namespace

EntityScore ScoreEntities(const std::vector<TaggedSentence>& gold,
                          const std::vector<TaggedSentence>& test, const std::string& name) {
  EntityScore score;
  if (gold.size() != test.size()) {
    throw Error(ErrorCode::kBadInput, {name},
                "gold and test have not the same number of sentences");
  }
  for (std::size_t s = 0; s < gold.size(); ++s) {
    if (gold[s].tokens.size() != test[s].tokens.size()) {
      throw Error(ErrorCode::kBadInput, {name},
                  "sentence " + std::to_string(s + 1) +
                      " has not the same number of tokens in gold and test");
    }
    std::set<TagSpan> wanted;
    std::set<std::pair<std::uint32_t, std::uint32_t>> places;
    for (TagSpan& span : SpansOfTags(gold[s].tags)) {
      ++score.types[span.type].gold;
      ++score.typed.gold;
      ++score.untyped.gold;
      places.emplace(span.begin, span.end);
      wanted.insert(std::move(span));
    }
    for (const TagSpan& span : SpansOfTags(test[s].tags)) {
      const std::uint64_t right = wanted.contains(span) ? 1 : 0;
      ++score.types[span.type].test;
      ++score.typed.test;
      ++score.untyped.test;
      score.types[span.type].correct += right;
      score.typed.correct += right;
      score.untyped.correct += places.contains({span.begin, span.end}) ? 1 : 0;
    }
  }
  return score;
}

std::vector<NamePair> ParsePairLines(std::string_view text, const std::string& name) {
  std::vector<NamePair> pairs;
  std::uint64_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (!TrimSpace(line).empty()) pairs.push_back(ParsePair(Split(line, '\t'), {name, number}));
  }
  return pairs;
}

MatchCounts ScorePairs(std::vector<NamePair> gold, std::vector<NamePair> test) {
  if (!HasLines(gold) || !HasLines(test)) {
    for (NamePair& pair : gold) pair.line = 0;
    for (NamePair& pair : test) pair.line = 0;
  }
  MakeSet(&gold);
  MakeSet(&test);
  std::vector<NamePair> both;
  std::set_intersection(gold.begin(), gold.end(), test.begin(), test.end(),
                        std::back_inserter(both));
  MatchCounts counts;
  counts.gold = gold.size();
  counts.test = test.size();
  counts.correct = both.size();
  return counts;
}

}  // namespace calque::internal
