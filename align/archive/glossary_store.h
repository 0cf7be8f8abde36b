// The glossary in use, read once for each language pair that is checked; a few pairs are kept.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "align/fidelity/glossary.h"
#include "calque/bitext.h"

namespace calque::internal {

// Safe to use from any number of threads.
class GlossaryStore {
 public:
  // `path`: TSV or TBX; empty for no glossary. Throws Error{kMissingInput}.
  explicit GlossaryStore(const std::string& path);

  // Null where there is no glossary. Throws what ReadGlossary throws.
  [[nodiscard]] std::shared_ptr<const Glossary> Get(const Bitext& bitext) const;

 private:
  std::string path_;
  std::string bytes_;
  mutable std::mutex mutex_;
  mutable std::map<std::pair<std::string, std::string>, std::shared_ptr<const Glossary>>
      glossaries_;
};

}  // namespace calque::internal
