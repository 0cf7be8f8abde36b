#include "align/archive/glossary_store.h"

#include "align/io/file.h"

namespace calque::internal {

GlossaryStore::GlossaryStore(const std::string& path)
    : path_(path), bytes_(path.empty() ? std::string() : ReadFile(path)) {}

const Glossary* GlossaryStore::Get(const Bitext& bitext) const {
  if (path_.empty()) return nullptr;
  const std::pair languages(bitext.source.language, bitext.target.language);
  const std::lock_guard lock(mutex_);
  const auto found = glossaries_.find(languages);
  if (found != glossaries_.end()) return &found->second;
  const Glossary read(ReadGlossary(bytes_, path_, {languages.first, languages.second}));
  return &glossaries_.emplace(languages, read).first->second;
}

}  // namespace calque::internal
