#include "align/entities/entities.h"

#include <algorithm>
#include <utility>

#include "align/entities/joint.h"
#include "align/entities/names.h"
#include "align/entities/values.h"

namespace calque::internal {

EntityGrammar::EntityGrammar(std::unique_ptr<const ValueGrammar> values,
                             std::unique_ptr<const NameGrammar> names)
    : values_(std::move(values)), names_(std::move(names)) {}
EntityGrammar::~EntityGrammar() = default;

std::shared_ptr<const EntityGrammar> EntityGrammar::FromJson(
    const Json& language_file, const std::string& language,
    const std::filesystem::path& data_directory) {
  const auto section = [&](const char* name) {
    return language_file.contains(name) ? language_file.at(name) : Json::object();
  };
  return std::make_shared<const EntityGrammar>(
      std::make_unique<const ValueGrammar>(ValueGrammar::FromJson(section("values"), language)),
      std::make_unique<const NameGrammar>(
          LoadNameGrammar(section("names"), data_directory, language)));
}

std::vector<Mention> FindMentions(const Document& document, const EntityGrammar& grammar) {
  std::vector<Mention> mentions = FindValues(document, grammar.values());
  std::vector<Mention> names = FindNames(document, grammar.names(), mentions);
  std::erase_if(mentions, [&](const Mention& value) {
    return std::any_of(names.begin(), names.end(),
                       [&](const Mention& name) { return name.span.Overlaps(value.span); });
  });
  const auto middle = static_cast<std::ptrdiff_t>(mentions.size());
  std::move(names.begin(), names.end(), std::back_inserter(mentions));
  std::inplace_merge(mentions.begin(), mentions.begin() + middle, mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.span < b.span; });
  return mentions;
}

void FindEntities(const EntityGrammar& source, const EntityGrammar& target, Bitext* bitext) {
  bitext->source_mentions = FindMentions(bitext->source, source);
  bitext->target_mentions = FindMentions(bitext->target, target);
  bitext->entities = LinkEntities(*bitext, source, target);
  DecodeJointly(source, target, bitext);
}

}  // namespace calque::internal
