#include "align/archive/model_store.h"

#include "align/base/language_tag.h"

namespace calque::internal {

namespace fs = std::filesystem;

ModelStore::ModelStore(fs::path data_directory, const std::string& path)
    : data_directory_(std::move(data_directory)),
      named_(path.empty() ? nullptr : Model::Load(path)) {}

std::shared_ptr<const Model> ModelStore::Get(const std::string& source_language,
                                             const std::string& target_language) const {
  const std::pair key(PrimaryLanguage(source_language), PrimaryLanguage(target_language));
  const std::lock_guard lock(mutex_);
  const auto known = models_.find(key);
  if (known != models_.end()) return known->second;
  return models_.emplace(key, Find(key.first, key.second)).first->second;
}

std::shared_ptr<const Model> ModelStore::Find(const std::string& source,
                                              const std::string& target) const {
  if (named_ != nullptr) {
    const std::string from = PrimaryLanguage(named_->source_language());
    const std::string to = PrimaryLanguage(named_->target_language());
    if (from == source && to == target) return named_;
    if (from == target && to == source) return named_->Mirrored();
    return nullptr;
  }
  const std::string path = PathOf(source, target);
  if (path.empty()) return nullptr;
  const auto model = Model::Load(path);
  return PrimaryLanguage(model->source_language()) == source ? model : model->Mirrored();
}

std::string ModelStore::NamedPair() const {
  return named_ == nullptr ? std::string()
                           : named_->source_language() + "-" + named_->target_language();
}

std::string ModelStore::PathOf(const std::string& source_language,
                               const std::string& target_language) const {
  const std::string source = PrimaryLanguage(source_language);
  const std::string target = PrimaryLanguage(target_language);
  const fs::path folder = data_directory_ / "models";
  for (const std::string& name : {source + "-" + target, target + "-" + source}) {
    const fs::path path = folder / (name + ".calque");
    std::error_code failure;
    if (fs::exists(path, failure)) return path.string();
  }
  return {};
}

}  // namespace calque::internal
