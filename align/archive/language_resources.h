// Everything calque knows of one language, compiled once from its data file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "align/entities/entities.h"
#include "align/fidelity/grammar.h"
#include "align/fidelity/weights.h"
#include "align/segment/segmenter.h"
#include "align/segment/tokenizer.h"
#include "align/structure/grammar.h"
#include "align/words/link_weights.h"
#include "align/words/word_grammar.h"

namespace calque::internal {

struct LanguageResources {
  std::shared_ptr<const DispatchGrammar> dispatch;
  std::shared_ptr<const Segmenter> segmenter;
  std::shared_ptr<const Tokenizer> tokenizer;
  std::shared_ptr<const WordGrammar> words;
  std::shared_ptr<const EntityGrammar> entities;
  std::shared_ptr<const FidelityGrammar> fidelity;
};

// Compiles a language when it is first asked for. Safe to use from any number of threads, of which
// two may compile two languages at once. Memory does not grow with what documents say of their
// languages: tags that differ in no more than a region share their resources, and of those longest
// not asked for only kMost are kept.
class LanguageStore {
 public:
  static constexpr std::size_t kMost = 32;  // some 2.4 MB each

  // `name_lists`: paths of lists of names beside those of the data directory. Throws what
  // CheckNameList() throws.
  explicit LanguageStore(std::filesystem::path data_directory,
                         std::vector<std::string> name_lists = {});

  // `language` is BCP 47; a language without a data file gets the rules all languages share.
  [[nodiscard]] std::shared_ptr<const LanguageResources> Get(const std::string& language) const;
  // How many are held now.
  [[nodiscard]] std::size_t size() const;

 private:
  using Resources = std::shared_ptr<const LanguageResources>;
  struct Entry {
    std::shared_future<Resources> resources;  // of who asked first, and compiles
    std::uint64_t last_use = 0;
  };
  [[nodiscard]] Resources Compile(const std::string& language) const;

  std::filesystem::path data_directory_;
  std::vector<std::string> name_lists_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, Entry> languages_;  // by language and script
  mutable std::uint64_t uses_ = 0;
};

// `models/fidelity.json` and `models/fidelity-words.json` of a data directory. Throws
// Error{kMissingInput}, {kBadInput}.
[[nodiscard]] std::shared_ptr<const FidelityWeights> LoadFidelityWeights(
    const std::filesystem::path& data_directory);

// `models/words.json`, likewise.
[[nodiscard]] std::shared_ptr<const LinkWeights> LoadLinkWeights(
    const std::filesystem::path& data_directory);

}  // namespace calque::internal
