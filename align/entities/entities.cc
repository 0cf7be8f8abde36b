#include "align/entities/entities.h"

#include <algorithm>
#include <utility>

#include "align/base/language_tag.h"
#include "align/entities/copied_names.h"
#include "align/entities/joint.h"
#include "align/entities/link_calibration.h"
#include "align/entities/names.h"
#include "align/entities/span_index.h"
#include "align/entities/tagged_names.h"
#include "align/entities/tagger.h"
#include "align/entities/values.h"
#include "align/io/file.h"
#include "align/model/parallel.h"

namespace calque::internal {

namespace {

constexpr float kLeastLinkProbability = 0.5F;

std::shared_ptr<const Tagger> LoadTagger(const std::filesystem::path& data_directory,
                                         const std::string& language) {
  const std::string primary = PrimaryLanguage(language);
  const std::filesystem::path path = data_directory / "models" / (primary + ".tagger");
  std::error_code failure;
  if (!std::filesystem::exists(path, failure)) return nullptr;
  return Tagger::FromBytes(ReadFile(path), path.string());
}

// Values and names that may be names: some are doubtful. `tagger` may be null.
std::vector<Mention> FindCandidates(const Document& document, const EntityGrammar& grammar,
                                    const Tagger* tagger) {
  std::vector<Mention> mentions = FindValues(document, grammar.values());
  std::vector<Mention> names = FindNames(document, grammar.names(), mentions, tagger);
  SpanIndex spans;
  for (const Mention& name : names) spans.Add(name.span, 0);
  std::erase_if(mentions, [&](const Mention& value) { return spans.HasOverlapping(value.span); });
  const auto middle = static_cast<std::ptrdiff_t>(mentions.size());
  std::move(names.begin(), names.end(), std::back_inserter(mentions));
  std::inplace_merge(mentions.begin(), mentions.begin() + middle, mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.span < b.span; });
  return mentions;
}

bool IsDoubtful(const Mention& mention) {
  return !IsValueKey(mention.key) && mention.probability < kLeastNameProbability;
}

// Takes doubtful names without a link out; the new place of each mention.
std::vector<std::uint32_t> Keep(const std::vector<bool>& linked, std::vector<Mention>* mentions) {
  std::vector<std::uint32_t> places;
  std::vector<Mention> kept;
  for (std::size_t m = 0; m < mentions->size(); ++m) {
    places.push_back(static_cast<std::uint32_t>(kept.size()));
    if (linked[m] || !IsDoubtful((*mentions)[m])) kept.push_back(std::move((*mentions)[m]));
  }
  *mentions = std::move(kept);
  return places;
}

// Names that are doubtful on their own side become sure by a link, or go.
void DropDoubtful(Bitext* bitext) {
  std::vector<bool> linked_source(bitext->source_mentions.size(), false);
  std::vector<bool> linked_target(bitext->target_mentions.size(), false);
  for (const EntityLink& link : bitext->entities) {
    linked_source[link.source] = linked_target[link.target] = true;
    Mention& source = bitext->source_mentions[link.source];
    Mention& target = bitext->target_mentions[link.target];
    if (IsDoubtful(source)) source.probability = std::max(kLeastNameProbability, link.score * 0.8F);
    if (IsDoubtful(target)) target.probability = std::max(kLeastNameProbability, link.score * 0.8F);
  }
  const std::vector<std::uint32_t> sources = Keep(linked_source, &bitext->source_mentions);
  const std::vector<std::uint32_t> targets = Keep(linked_target, &bitext->target_mentions);
  for (EntityLink& link : bitext->entities) {
    link.source = sources[link.source];
    link.target = targets[link.target];
  }
}

void LinkUncalibrated(const EntityGrammar& source, const EntityGrammar& target, Bitext* bitext) {
  AlignCopiedNames(source.names(), target.names(), bitext);
  bitext->entities = LinkEntities(*bitext, source, target);
  DecodeJointly(source, target, bitext);
}

}  // namespace

EntityGrammar::EntityGrammar(std::unique_ptr<const ValueGrammar> values,
                             std::unique_ptr<const NameGrammar> names,
                             std::shared_ptr<const Tagger> tagger,
                             std::shared_ptr<const LinkCalibration> calibration)
    : values_(std::move(values)),
      names_(std::move(names)),
      tagger_(std::move(tagger)),
      calibration_(std::move(calibration)) {}
EntityGrammar::~EntityGrammar() = default;

std::shared_ptr<const EntityGrammar> EntityGrammar::FromJson(
    const Json& language_file, const std::string& language,
    const std::filesystem::path& data_directory, const std::vector<std::string>& lists) {
  const auto section = [&](const char* name) {
    return language_file.contains(name) ? language_file.at(name) : Json::object();
  };
  return std::make_shared<const EntityGrammar>(
      std::make_unique<const ValueGrammar>(ValueGrammar::FromJson(section("values"), language)),
      std::make_unique<const NameGrammar>(
          LoadNameGrammar(section("names"), data_directory, language, lists)),
      LoadTagger(data_directory, language), LinkCalibration::Load(data_directory));
}

std::vector<Mention> FindMentions(const Document& document, const EntityGrammar& grammar) {
  std::vector<Mention> mentions = FindCandidates(document, grammar, grammar.tagger());
  std::erase_if(mentions, IsDoubtful);
  return mentions;
}

std::vector<Mention> FindMentionsUntagged(const Document& document, const EntityGrammar& grammar) {
  return FindCandidates(document, grammar, nullptr);
}

void FindCandidatesOfBoth(const EntityGrammar& source, const EntityGrammar& target,
                          Bitext* bitext) {
  const auto candidates = [](const Document& document, const EntityGrammar& grammar) {
    return FindCandidates(document, grammar, grammar.tagger());
  };
  InParallel([&] { bitext->source_mentions = candidates(bitext->source, source); },
             [&] { bitext->target_mentions = candidates(bitext->target, target); });
}

void FindUncalibrated(const EntityGrammar& source, const EntityGrammar& target, Bitext* bitext) {
  FindCandidatesOfBoth(source, target, bitext);
  LinkUncalibrated(source, target, bitext);
}

void FindEntities(const EntityGrammar& source, const EntityGrammar& target, Bitext* bitext) {
  FindCandidatesOfBoth(source, target, bitext);
  LinkCandidates(source, target, bitext);
}

void LinkCandidates(const EntityGrammar& source, const EntityGrammar& target, Bitext* bitext) {
  LinkUncalibrated(source, target, bitext);
  for (EntityLink& link : bitext->entities) {
    link.score =
        source.calibration().Probability(TraitsOf(*bitext, link, source.names(), target.names()));
  }
  std::erase_if(bitext->entities,
                [](const EntityLink& link) { return link.score < kLeastLinkProbability; });
  DropDoubtful(bitext);
}

}  // namespace calque::internal
