#include "align/entities/name_miner.h"

#include <set>

#include "align/entities/name_parts.h"
#include "align/entities/values.h"

namespace calque::internal {
namespace {

bool IsNews(LinkEvidence evidence) {
  return evidence == LinkEvidence::kSpelling || evidence == LinkEvidence::kWordLinks ||
         evidence == LinkEvidence::kAcronym;
}

// A name has to fit a field of a list.
bool FitsList(const std::string& name) {
  return !name.empty() && name.find_first_of("\t\r\n|") == std::string::npos;
}

}  // namespace

void NameMiner::Add(const Bitext& bitext) {
  std::set<std::pair<std::string, std::string>> pairs;
  std::set<std::string> sources;
  std::set<std::string> targets;
  for (const EntityLink& link : bitext.entities) {
    const Mention& from = bitext.source_mentions[link.source];
    const Mention& to = bitext.target_mentions[link.target];
    if (IsValueKey(from.key) || IsValueKey(to.key)) continue;
    const std::string source(from.span.In(bitext.source.text));
    const std::string target(to.span.In(bitext.target.text));
    if (!FitsList(source) || !FitsList(target)) continue;
    sources.insert(source);
    targets.insert(target);
    if (!IsNews(link.evidence) || PhraseKey(source) == PhraseKey(target)) continue;
    if (pairs.emplace(source, target).second) {
      Pair& pair = pairs_[{source, target}];
      ++pair.sightings;
      pair.kind = from.kind;
    }
  }
  for (const std::string& name : sources) ++sources_[name];
  for (const std::string& name : targets) ++targets_[name];
}

bool NameMiner::IsKept(const std::string& source, const std::string& target,
                       const Pair& pair) const {
  const auto sightings = static_cast<double>(pair.sightings);
  return pair.sightings >= options_.least_sightings &&
         sightings >= options_.least_source_share * static_cast<double>(sources_.at(source)) &&
         sightings >= options_.least_target_share * static_cast<double>(targets_.at(target));
}

std::string NameMiner::List(const std::string& source_language,
                            const std::string& target_language) const {
  std::string list = "key\tkind\t" + source_language + '\t' + target_language + '\n';
  const std::string* last = nullptr;  // source name of the row at hand
  for (const auto& [names, pair] : pairs_) {
    const auto& [source, target] = names;
    if (!IsKept(source, target, pair)) continue;
    if (last != nullptr && *last == source) {
      list.back() = '|';
      list += target + '\n';
      continue;
    }
    const std::string kind(ToString(pair.kind));
    list +=
        kind + ":learnt " + PhraseKey(source) + '\t' + kind + '\t' + source + '\t' + target + '\n';
    last = &source;
  }
  return list;
}

}  // namespace calque::internal
