#include "tools/train/link_gold.h"

#include <algorithm>
#include <string_view>

#include "align/base/utf8.h"
#include "align/io/file.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

using Words = std::vector<std::string>;

constexpr std::uint32_t kGone = 0xFFFFFFFF;
constexpr double kDamage = 0.24;     // share of words at most that is damaged; half of it is usual
constexpr double kRunStarts = 0.15;  // of the words
constexpr double kReplaced = 0.6;    // of the runs; the others are dropped
constexpr std::uint64_t kLongestRun = 5;

// In [0, 1), the same on every machine, as the distributions of <random> are not.
double Uniform(std::mt19937_64* random) {
  return static_cast<double>((*random)() >> 11) * 0x1.0p-53;
}

std::size_t Below(std::size_t limit, std::mt19937_64* random) { return (*random)() % limit; }

std::vector<Words> ReadWords(const std::string& path) {
  const std::string text = ReadFile(path);
  std::vector<Words> lines;
  std::string_view rest = text;
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    Words& words = lines.emplace_back();
    while (!line.empty()) {
      const std::string_view word = line.substr(0, line.find(' '));
      line.remove_prefix(std::min(line.size(), word.size() + 1));
      if (!word.empty()) words.push_back(Fold(word));
    }
  }
  return lines;
}

// Where each word went, kGone if nowhere.
std::vector<std::uint32_t> Damage(const std::vector<GoldPair>& pairs, Words GoldPair::*side,
                                  Words* words, std::mt19937_64* random) {
  const auto most =
      static_cast<std::size_t>(static_cast<double>(words->size()) * kDamage * Uniform(random));
  std::vector<std::uint32_t> place(words->size(), kGone);
  Words result;
  std::size_t damaged = 0;
  for (std::size_t i = 0; i < words->size();) {
    if (damaged >= most || Uniform(random) >= kRunStarts) {
      place[i] = static_cast<std::uint32_t>(result.size());
      result.push_back((*words)[i++]);
      continue;
    }
    if (Uniform(random) < kReplaced) {
      const Words& other = pairs[Below(pairs.size(), random)].*side;
      const std::size_t begin = Below(other.size(), random);
      const std::size_t end = std::min(other.size(), begin + 1 + Below(kLongestRun, random));
      for (std::size_t k = begin; k < end; ++k) result.push_back(other[k]);
    }
    const std::size_t run = std::min(words->size() - i, 1 + Below(kLongestRun, random));
    i += run;
    damaged += run;
  }
  *words = std::move(result);
  return place;
}

}  // namespace

std::vector<GoldPair> ReadGoldPairs(const std::string& gold, const std::string& source,
                                    const std::string& target) {
  std::vector<GoldLinks> links = ParseLinkLines(ReadFile(gold), gold);
  std::vector<Words> sources = ReadWords(source);
  std::vector<Words> targets = ReadWords(target);
  if (sources.size() != links.size() || targets.size() != links.size()) {
    throw Error(ErrorCode::kBadInput, {gold}, "has another number of lines than its texts");
  }
  std::vector<GoldPair> pairs;
  for (std::size_t i = 0; i < links.size(); ++i) {
    for (const auto& [s, t] : links[i].possible) {
      if (s >= sources[i].size() || t >= targets[i].size()) {
        throw Error(ErrorCode::kBadInput, {gold, i + 1, 0}, "links a word that is not there");
      }
    }
    pairs.push_back({std::move(sources[i]), std::move(targets[i]), std::move(links[i])});
  }
  return pairs;
}

GoldPair Damaged(const GoldPair& pair, const std::vector<GoldPair>& pairs,
                 std::mt19937_64* random) {
  GoldPair damaged = pair;
  const auto sources = Damage(pairs, &GoldPair::source, &damaged.source, random);
  const auto targets = Damage(pairs, &GoldPair::target, &damaged.target, random);
  for (auto* links : {&damaged.links.sure, &damaged.links.possible}) {
    for (auto& [s, t] : *links) {
      s = sources[s];
      t = targets[t];
    }
    std::erase_if(*links,
                  [](const auto& link) { return link.first == kGone || link.second == kGone; });
  }
  return damaged;
}

}  // namespace calque::internal
