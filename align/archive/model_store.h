// The models in use, each loaded when its language pair is first asked for.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "align/model/model.h"

namespace calque::internal {

// Safe to use from any number of threads.
class ModelStore {
 public:
  // `path`, where not empty, is the one model to use; it is loaded at once. Throws what
  // Model::Load throws.
  ModelStore(std::filesystem::path data_directory, const std::string& path);

  // The model of the pair, mirrored where the file holds the pair the other way round; null where
  // there is none, or where the one the user named is of other languages.
  [[nodiscard]] std::shared_ptr<const Model> Get(const std::string& source_language,
                                                 const std::string& target_language) const;
  // The languages of the model that the user named, `de-fr`; empty where he named none.
  [[nodiscard]] std::string NamedPair() const;
  // The file that Get() loads where the user named none; empty where there is none.
  [[nodiscard]] std::string PathOf(const std::string& source_language,
                                   const std::string& target_language) const;

 private:
  [[nodiscard]] std::shared_ptr<const Model> Find(const std::string& source,
                                                  const std::string& target) const;

  std::filesystem::path data_directory_;
  std::shared_ptr<const Model> named_;
  mutable std::mutex mutex_;
  mutable std::map<std::pair<std::string, std::string>, std::shared_ptr<const Model>> models_;
};

}  // namespace calque::internal
