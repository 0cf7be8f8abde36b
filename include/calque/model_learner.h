// Training a bilingual model on parallel text, as `calque learn` does. Ten thousand sentence pairs
// make a useful model, a few hundred thousand a good one.
//
//   calque::ModelLearner learner("news.calque",
//                                {.source_language = "en", .target_language = "fr"});
//   calque::BitextFileReader corpus("news.tmx");
//   while (std::optional<calque::Bitext> bitext = corpus.Next()) learner.Add(*bitext);
//   learner.Train();
//   const calque::Engine engine({.model = "news.calque"});
//
// An object may be used by one thread at a time; different objects are independent.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "calque/bitext.h"
#include "calque/data_directory.h"

namespace calque {

// The settings of a ModelLearner.
struct ModelLearnerOptions {
  std::string data_directory = {};   // empty: as calque/data_directory.h says
  std::string source_language = {};  // BCP 47; both languages are required
  std::string target_language = {};
  std::string notice = {};  // stored in the model: origin and licences of the pairs, plain text
};

// Takes pairs one at a time and keeps them, at about 8 bytes a word, until Train() is called.
class ModelLearner {
 public:
  // `path`: the file that Train() will write. Throws Error: kUsage if a language is not a BCP 47
  // tag or both are the same, kMissingInput if the data directory is not found, kCannotWrite.
  ModelLearner(const std::string& path, const ModelLearnerOptions& options);
  ~ModelLearner();
  ModelLearner(ModelLearner&&) noexcept;
  ModelLearner& operator=(ModelLearner&&) noexcept;

  // Adds two UTF-8 texts that translate each other: a sentence each, or a few. Throws
  // Error{kBadInput} if one of them is longer than kMostTextBytes.
  void Add(std::string_view source, std::string_view target);
  // Adds every bead of `bitext` except null beads. Throws as above.
  void Add(const Bitext& bitext);
  // Number of pairs added so far.
  [[nodiscard]] std::size_t size() const;

  // Trains on all cores and writes the model file, complete or not at all. The same pairs in the
  // same order give the same bytes on any number of cores. `progress` is called with the share of
  // the work that is done, in [0, 1]; an exception that it throws stops the training and is passed
  // on. Throws Error: kBadInput if no pair has words on both sides, kCannotWrite.
  using Progress = std::function<void(double share)>;
  void Train(const Progress& progress = nullptr);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque
