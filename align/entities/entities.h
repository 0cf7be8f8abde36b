// Mentions of values and names in one document, and their links across a bitext.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "align/io/json.h"
#include "calque/bitext.h"
#include "calque/document.h"

namespace calque::internal {

class LinkCalibration;
class Tagger;
class ValueGrammar;
struct NameGrammar;

// What the `values` and `names` sections of a language file say, compiled, together with ICU's CLDR
// names for the language, the shared lists of `names/` in the data directory and, where there is
// one, the tagger `models/LANGUAGE.tagger`. Immutable; shared between threads.
class EntityGrammar {
 public:
  // `language_file` is the whole of a language file; an empty object leaves lists, CLDR names and
  // capitals; `lists` are paths of further lists of names. Throws Error{kBadInput} where a section
  // or a list is malformed.
  static std::shared_ptr<const EntityGrammar> FromJson(const Json& language_file,
                                                       const std::string& language,
                                                       const std::filesystem::path& data_directory,
                                                       const std::vector<std::string>& lists = {});

  EntityGrammar(std::unique_ptr<const ValueGrammar> values,
                std::unique_ptr<const NameGrammar> names, std::shared_ptr<const Tagger> tagger,
                std::shared_ptr<const LinkCalibration> calibration);
  ~EntityGrammar();

  [[nodiscard]] const ValueGrammar& values() const { return *values_; }
  [[nodiscard]] const NameGrammar& names() const { return *names_; }
  // Of links between any two languages.
  [[nodiscard]] const LinkCalibration& calibration() const { return *calibration_; }
  // Null where the language has none.
  [[nodiscard]] const Tagger* tagger() const { return tagger_.get(); }

 private:
  std::unique_ptr<const ValueGrammar> values_;
  std::unique_ptr<const NameGrammar> names_;
  std::shared_ptr<const Tagger> tagger_;
  std::shared_ptr<const LinkCalibration> calibration_;
};

// Mentions in text order; values and names never overlap. Keys are language-neutral: equal keys
// name one entity or value. Expects sentences and tokens.
[[nodiscard]] std::vector<Mention> FindMentions(const Document& document,
                                                const EntityGrammar& grammar);
// The same by lists, capitals and titles alone, without the tagger: much faster, and enough to tell
// what a document is about.
[[nodiscard]] std::vector<Mention> FindMentionsUntagged(const Document& document,
                                                        const EntityGrammar& grammar);

// Links between `bitext.source_mentions` and `bitext.target_mentions`, one-to-one inside a bead,
// by source mention; mentions left over are linked to a near bead where only one pair is possible.
// Expects beads, mentions and (where there is a model) word links.
[[nodiscard]] std::vector<EntityLink> LinkEntities(const Bitext& bitext,
                                                   const EntityGrammar& source,
                                                   const EntityGrammar& target);

// All of it: mentions of both sides, their links, and the corrections that each side makes to the
// other (joint.h). Expects beads, tokens and word links, where there is a model; fills
// `source_mentions`, `target_mentions` and `entities`. Scores are probabilities; a link that is
// likelier wrong than right is none.
void FindEntities(const EntityGrammar& source, const EntityGrammar& target, Bitext* bitext);
// Its two halves. The first sets the mentions, with names that only a link would support, and
// touches nothing else: it expects sentences and tokens only.
void FindCandidatesOfBoth(const EntityGrammar& source, const EntityGrammar& target, Bitext* bitext);
void LinkCandidates(const EntityGrammar& source, const EntityGrammar& target, Bitext* bitext);

// The same with the scores that the evidence alone gives, and names kept that only a link supports:
// what calibrations are fitted to.
void FindUncalibrated(const EntityGrammar& source, const EntityGrammar& target, Bitext* bitext);

}  // namespace calque::internal
