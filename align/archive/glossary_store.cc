#include "align/archive/glossary_store.h"

#include "align/io/file.h"

namespace calque::internal {

GlossaryStore::GlossaryStore(const std::string& path)
    : path_(path), bytes_(path.empty() ? std::string() : ReadFile(path)) {}

std::shared_ptr<const Glossary> GlossaryStore::Get(const Bitext& bitext) const {
  constexpr std::size_t kMost = 64;  // what documents say of their languages has no bounds
  if (path_.empty()) return nullptr;
  const std::pair languages(bitext.source.language, bitext.target.language);
  const std::lock_guard lock(mutex_);
  const auto found = glossaries_.find(languages);
  if (found != glossaries_.end()) return found->second;
  if (glossaries_.size() >= kMost) glossaries_.clear();
  auto read = std::make_shared<const Glossary>(
      ReadGlossary(bytes_, path_, {languages.first, languages.second}));
  return glossaries_.emplace(languages, std::move(read)).first->second;
}

}  // namespace calque::internal
