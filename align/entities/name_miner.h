// New name pairs from an archive: what translators wrote for a name again and again (Ling et al.
// 2013; XLEnt, El-Kishky et al. 2021).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "calque/bitext.h"

namespace calque::internal {

struct MiningOptions {
  std::size_t least_sightings = 3;  // bitexts that link the two names
  double least_source_share = 0.3;  // of the bitexts that link the source name to any
  double least_target_share = 0.6;  // … and the target name
};

class NameMiner {
 public:
  explicit NameMiner(const MiningOptions& options) : options_(options) {}

  // Counts the entity links of a bitext, each pair once. Names that are written alike, that lists
  // know, or that are parts of longer ones tell nothing new.
  void Add(const Bitext& bitext);

  // A list of names as `names/` of the data directory holds them: key, kind and the spellings of
  // both languages, those of one entity separated by `|`; sorted by key.
  [[nodiscard]] std::string List(const std::string& source_language,
                                 const std::string& target_language) const;

 private:
  struct Pair {
    std::size_t sightings = 0;
    MentionKind kind = MentionKind::kOther;
  };
  [[nodiscard]] bool IsKept(const std::string& source, const std::string& target,
                            const Pair& pair) const;

  MiningOptions options_;
  std::map<std::pair<std::string, std::string>, Pair> pairs_;
  std::map<std::string, std::size_t> sources_;  // bitexts that link the name
  std::map<std::string, std::size_t> targets_;
};

}  // namespace calque::internal
