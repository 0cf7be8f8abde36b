// The bilingual model of a language pair, as `calque learn` writes it and every stage reads it.
//
// Immutable; any number of threads may share one. Loading maps the file, checks its checksum and
// every index in it, and copies nothing.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "align/model/lexicon.h"
#include "align/model/pair_posteriors.h"

namespace calque::internal {

// How long a translation is, in code points (Gale & Church 1993): for a source of length n the
// target has mean `ratio` · n and variance `variance` · n.
struct LengthStatistics {
  double ratio = 1.0;
  double variance = 6.8;
};

// What a model file holds.
struct ModelContents {
  std::string source_language;  // BCP 47
  std::string target_language;
  std::string notice;  // origin and licences of the training data, plain text
  std::shared_ptr<const Lexicon> lexicon;
  JumpTables jumps;
  LengthStatistics lengths;
  std::map<std::string, float, std::less<>> weights;  // of feature scores, by stage and name
};

class Model {
 public:
  // Throws Error: kMissingInput where there is no such file; kBadInput where it is no sound model
  // of this version.
  [[nodiscard]] static std::shared_ptr<const Model> Load(const std::string& path);
  // The same from bytes in memory; `name` is for messages.
  [[nodiscard]] static std::shared_ptr<const Model> FromBytes(std::string_view bytes,
                                                              const std::string& name);
  // A model that was never written.
  explicit Model(ModelContents contents) : contents_(std::move(contents)) {}

  // The same model with source and target exchanged, sharing its memory.
  [[nodiscard]] std::shared_ptr<const Model> Mirrored() const;

  [[nodiscard]] const std::string& source_language() const { return contents_.source_language; }
  [[nodiscard]] const std::string& target_language() const { return contents_.target_language; }
  [[nodiscard]] const std::string& notice() const { return contents_.notice; }
  [[nodiscard]] const Lexicon& lexicon() const { return *contents_.lexicon; }
  [[nodiscard]] const JumpTables& jumps() const { return contents_.jumps; }
  [[nodiscard]] const LengthStatistics& lengths() const { return contents_.lengths; }
  [[nodiscard]] float Weight(std::string_view name, float fallback) const;
  [[nodiscard]] const ModelContents& contents() const { return contents_; }

 private:
  ModelContents contents_;
};

// The bytes of a model file.
[[nodiscard]] std::string SerializeModel(const ModelContents& contents);

}  // namespace calque::internal
