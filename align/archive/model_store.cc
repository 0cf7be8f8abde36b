#include "align/archive/model_store.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

// `fr-CA` is served by a model of `fr`.
std::string Primary(const std::string& language) { return language.substr(0, language.find('-')); }

}  // namespace

ModelStore::ModelStore(fs::path data_directory, const std::string& path)
    : data_directory_(std::move(data_directory)),
      named_(path.empty() ? nullptr : Model::Load(path)) {}

std::shared_ptr<const Model> ModelStore::Get(const std::string& source_language,
                                             const std::string& target_language) const {
  const std::pair key(Primary(source_language), Primary(target_language));
  const std::lock_guard lock(mutex_);
  const auto [entry, is_new] = models_.try_emplace(key);
  if (is_new) entry->second = Find(key.first, key.second);
  return entry->second;
}

std::shared_ptr<const Model> ModelStore::Find(const std::string& source,
                                              const std::string& target) const {
  if (named_ != nullptr) {
    const std::string from = Primary(named_->source_language());
    const std::string to = Primary(named_->target_language());
    if (from == source && to == target) return named_;
    if (from == target && to == source) return named_->Mirrored();
    return nullptr;
  }
  const std::string path = PathOf(source, target);
  if (path.empty()) return nullptr;
  const auto model = Model::Load(path);
  return Primary(model->source_language()) == source ? model : model->Mirrored();
}

std::string ModelStore::PathOf(const std::string& source_language,
                               const std::string& target_language) const {
  const std::string source = Primary(source_language);
  const std::string target = Primary(target_language);
  const fs::path folder = data_directory_ / "models";
  for (const std::string& name : {source + "-" + target, target + "-" + source}) {
    const fs::path path = folder / (name + ".calque");
    std::error_code failure;
    if (fs::exists(path, failure)) return path.string();
  }
  return {};
}

}  // namespace calque::internal
