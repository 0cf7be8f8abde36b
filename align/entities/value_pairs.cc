#include "align/entities/value_pairs.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "align/entities/value_key.h"

namespace calque::internal {
namespace {

// A value of one side, or one part of it: a score has two.
struct Part {
  std::uint32_t mention = 0;
  std::string_view whole;  // key of the mention
  std::string key;
  bool paired = false;
};

std::vector<Part> PartsOf(const std::vector<Mention>& mentions) {
  std::vector<Part> parts;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (!IsValueKey(mentions[i].key)) continue;
    for (std::string& key : ComponentsOf(mentions[i].key)) {
      parts.push_back({i, mentions[i].key, std::move(key), false});
    }
  }
  // `both` leaves the one `deux` to `two`.
  std::ranges::stable_sort(parts, std::greater{},
                           [&](const Part& part) { return mentions[part.mention].probability; });
  return parts;
}

std::vector<std::uint32_t> Unpaired(const std::vector<Part>& parts) {
  std::vector<std::uint32_t> mentions;
  for (const Part& part : parts) {
    const bool listed = !mentions.empty() && mentions.back() == part.mention;
    if (!part.paired && !listed) mentions.push_back(part.mention);
  }
  std::ranges::sort(mentions);
  return mentions;
}

// `one in three` and two numbers: `a third one`, `deux obus sur trois cibles`.
template <typename AddPair>
void PairShares(std::vector<Part>& shares, std::vector<Part>& numbers, const AddPair& add) {
  for (Part& share : shares) {
    const std::optional<ValueKey> key = share.paired ? std::nullopt : SplitKey(share.key);
    const std::optional<FractionParts> parts = key ? FractionOf(*key) : std::nullopt;
    if (!parts) continue;
    const auto find = [&](int value) {
      const std::string wanted = "number:" + std::to_string(value);
      return std::find_if(numbers.begin(), numbers.end(), [&](const Part& number) {
        return !number.paired && ValuesAgree(number.key, wanted);
      });
    };
    const auto numerator = find(parts->numerator);
    const auto denominator = find(parts->denominator);
    if (numerator == numbers.end() || denominator == numbers.end()) continue;
    if (numerator == denominator) continue;
    share.paired = numerator->paired = denominator->paired = true;
    add(share, *numerator);
    add(share, *denominator);
  }
}

// `92 sièges sur 200` and `82 of the 200 seats`: where only the first has changed, the other is the
// end of the share and of no value of its own.
void TakeWholes(const std::vector<Part>& shares, std::vector<Part>& numbers) {
  for (const Part& share : shares) {
    const std::optional<ValueKey> key = share.paired ? std::nullopt : SplitKey(share.key);
    const std::optional<FractionParts> parts = key ? FractionOf(*key) : std::nullopt;
    if (!parts) continue;
    const std::string whole = "number:" + std::to_string(parts->denominator);
    const auto found = std::ranges::find_if(
        numbers, [&](const Part& number) { return !number.paired && number.key == whole; });
    if (found != numbers.end()) found->paired = true;
  }
}

// Pairs parts of one key and of one whole, the first with the first. Linear.
template <typename AddPair>
void PairTwins(std::vector<Part>& source, std::vector<Part>& target, const AddPair& add) {
  const auto name = [](const Part& part) { return std::string(part.whole) + '\n' + part.key; };
  std::unordered_map<std::string, std::vector<Part*>> by_name;  // the first of a name last
  for (auto part = target.rbegin(); part != target.rend(); ++part) {
    by_name[name(*part)].push_back(&*part);
  }
  for (Part& part : source) {
    const auto twins = by_name.find(name(part));
    if (twins == by_name.end() || twins->second.empty()) continue;
    part.paired = twins->second.back()->paired = true;
    add(part, *twins->second.back());
    twins->second.pop_back();
  }
  std::erase_if(source, [](const Part& part) { return part.paired; });
  std::erase_if(target, [](const Part& part) { return part.paired; });
}

// Pairs what is left by how well it agrees.
void PairOthers(std::vector<Part>& source, std::vector<Part>& target,
                const std::optional<Date>& reference, std::vector<ValuePairs::Pair>* pairs) {
  const auto pair_at = [&](Agreement level) {
    for (Part& a : source) {
      if (a.paired) continue;
      const auto partner = std::find_if(target.begin(), target.end(), [&](const Part& b) {
        return !b.paired && CompareValues(a.key, b.key, reference) == level;
      });
      if (partner == target.end()) continue;
      a.paired = partner->paired = true;
      pairs->push_back({a.mention, partner->mention, level});
    }
  };
  pair_at(Agreement::kEqual);
  PairShares(source, target, [&](const Part& share, const Part& number) {
    pairs->push_back({share.mention, number.mention, Agreement::kNear});
  });
  PairShares(target, source, [&](const Part& share, const Part& number) {
    pairs->push_back({number.mention, share.mention, Agreement::kNear});
  });
  pair_at(Agreement::kNear);
  TakeWholes(source, target);
  TakeWholes(target, source);
}

}  // namespace

ValuePairs PairValues(const std::vector<Mention>& source, const std::vector<Mention>& target,
                      const std::optional<Date>& reference) {
  std::vector<Part> source_parts = PartsOf(source);
  std::vector<Part> target_parts = PartsOf(target);
  ValuePairs result;
  // Scores before their parts: `number one` is not the 1 of `6-1`.
  PairTwins(source_parts, target_parts, [&](const Part& a, const Part& b) {
    result.pairs.push_back({a.mention, b.mention, Agreement::kEqual});
  });
  if (source_parts.size() * target_parts.size() <= kMostValueComparisons) {
    PairOthers(source_parts, target_parts, reference, &result.pairs);
  }
  std::stable_sort(result.pairs.begin(), result.pairs.end(),
                   [](const auto& a, const auto& b) { return a.source < b.source; });
  result.unpaired_source = Unpaired(source_parts);
  result.unpaired_target = Unpaired(target_parts);
  return result;
}

}  // namespace calque::internal
