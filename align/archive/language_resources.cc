#include "align/archive/language_resources.h"

#include <algorithm>
#include <utility>

#include "align/base/language_tag.h"
#include "align/entities/name_list.h"
#include "align/io/data_directory.h"
#include "align/io/file.h"
#include "align/io/json.h"

namespace calque::internal {
namespace {

Json Section(const Json& file, const char* name) {
  const auto found = file.find(name);
  return found == file.end() ? Json::object() : *found;
}

}  // namespace

LanguageStore::LanguageStore(std::filesystem::path data_directory,
                             std::vector<std::string> name_lists)
    : data_directory_(std::move(data_directory)), name_lists_(std::move(name_lists)) {
  for (const std::string& list : name_lists_) CheckNameList(list);
}

std::shared_ptr<const LanguageResources> LanguageStore::Get(const std::string& language) const {
  const std::string key = WithoutRegion(language);
  std::packaged_task<Resources()> compile;
  std::shared_future<Resources> resources;
  {
    const std::lock_guard lock(mutex_);
    auto found = languages_.find(key);
    if (found == languages_.end()) {
      if (languages_.size() >= kMost) {
        languages_.erase(std::min_element(
            languages_.begin(), languages_.end(),
            [](const auto& a, const auto& b) { return a.second.last_use < b.second.last_use; }));
      }
      compile = std::packaged_task<Resources()>([&] { return Compile(key); });
      found = languages_.emplace(key, Entry{compile.get_future().share()}).first;
    }
    found->second.last_use = ++uses_;
    resources = found->second.resources;
  }
  if (!compile.valid()) return resources.get();
  compile();
  try {
    return resources.get();
  } catch (...) {
    // What was short then, memory or files that may be open, may be there the next time.
    const std::lock_guard lock(mutex_);
    languages_.erase(key);
    throw;
  }
}

std::size_t LanguageStore::size() const {
  const std::lock_guard lock(mutex_);
  return languages_.size();
}

LanguageStore::Resources LanguageStore::Compile(const std::string& language) const {
  const Json file = LoadLanguageFile(data_directory_, language);
  auto resources = std::make_shared<LanguageResources>();
  resources->dispatch = DispatchGrammar::FromLanguageFile(file, data_directory_, language);
  resources->segmenter = Segmenter::FromJson(file, language);
  resources->tokenizer = Tokenizer::FromJson(file, language);
  resources->words = WordGrammar::FromJson(Section(file, "words"), language);
  resources->entities = EntityGrammar::FromJson(file, language, data_directory_, name_lists_);
  resources->fidelity = FidelityGrammar::FromJson(Section(file, "fidelity"), language);
  return resources;
}

std::shared_ptr<const FidelityWeights> LoadFidelityWeights(
    const std::filesystem::path& data_directory) {
  const std::filesystem::path path = data_directory / "models" / "fidelity.json";
  const std::filesystem::path words = data_directory / "models" / "fidelity-words.json";
  return FidelityWeights::FromJson(ParseJson(ReadFile(path), {path.string()}),
                                   ParseJson(ReadFile(words), {words.string()}), path.string());
}

std::shared_ptr<const LinkWeights> LoadLinkWeights(const std::filesystem::path& data_directory) {
  const std::filesystem::path path = data_directory / "models" / "words.json";
  return LinkWeights::FromJson(ParseJson(ReadFile(path), {path.string()}), path.string());
}

}  // namespace calque::internal
