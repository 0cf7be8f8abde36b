// How likely an entity link is right: a logistic regression over what is known of the link and its
// mentions (tools/train/entity_links.py fits it to gold).
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string_view>

#include "align/entities/name_grammar.h"
#include "calque/bitext.h"

namespace calque::internal {

// In [0, 1] where nothing else is said. The seven kinds of evidence exclude each other; `score` and
// `probability` are log-odds, of the linker's own score and of the less likely mention; `length` is
// |ln| of the ratio of words; `beside` counts the sides with a capital right beside the mention and
// outside any other; `lower`: neither has a capital; `common`: both are words that texts write in
// lower case; `listed`: names of our lists on both sides, `half-listed`: on one. A
// value has evidence and score alone.
inline constexpr std::array<std::string_view, 16> kLinkTraits = {
    "bias",         "identical",  "value",  "name-list",   "spelling", "acronym",
    "partial-name", "word-links", "score",  "probability", "length",   "beside",
    "lower",        "common",     "listed", "half-listed"};
using LinkTraits = std::array<float, kLinkTraits.size()>;

[[nodiscard]] LinkTraits TraitsOf(const Bitext& bitext, const EntityLink& link,
                                  const NameGrammar& source, const NameGrammar& target);

class LinkCalibration {
 public:
  // The file `models/entity-links.json` of the data directory, {"TRAIT": weight, …}. Throws
  // Error{kBadInput} where a trait is absent or unknown.
  static std::shared_ptr<const LinkCalibration> Load(const std::filesystem::path& data_directory);

  // Probability that the link is right.
  [[nodiscard]] float Probability(const LinkTraits& traits) const;

 private:
  LinkTraits weights_ = {};
};

}  // namespace calque::internal
