// Training a bilingual model from parallel text, as `calque learn` does; some ten thousand pairs of
// sentences make a useful model, some hundred thousand a good one.
//
//   calque::ModelLearner learner("news.calque",
//                                {.source_language = "en", .target_language = "fr"});
//   calque::BitextFileReader corpus("news.tmx");
//   while (std::optional<calque::Bitext> bitext = corpus.Next()) learner.Add(*bitext);
//   learner.Train();
//   const calque::Engine engine({.model = "news.calque"});
//
// One thread at a time may use an object; different objects are independent.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "calque/bitext.h"

namespace calque {

// What a model is made for. An empty string is the default that the comment names.
struct ModelLearnerOptions {
  std::string data_directory = {};   // default: found beside the program or where it was installed
  std::string source_language = {};  // BCP 47; both are needed
  std::string target_language = {};
  std::string notice = {};  // kept in the model: origin and licences of the pairs, plain text
};

// Takes pairs one at a time and keeps them as numbers, some 8 bytes a word, until it trains.
class ModelLearner {
 public:
  // `path`: the file that Train() writes. Throws Error: kUsage where a language is no BCP 47 tag or
  // both are the same, kMissingInput where there are no data, kCannotWrite.
  ModelLearner(const std::string& path, const ModelLearnerOptions& options);
  ~ModelLearner();
  ModelLearner(ModelLearner&&) noexcept;
  ModelLearner& operator=(ModelLearner&&) noexcept;

  // Two texts of UTF-8 that are translations: two sentences, or a few each. Throws Error{kBadInput}
  // where one of them is longer than kMostTextBytes.
  void Add(std::string_view source, std::string_view target);
  // Each bead of `bitext` that is no null bead. Throws as above.
  void Add(const Bitext& bitext);
  // Pairs taken so far.
  [[nodiscard]] std::size_t size() const;

  // Trains on all cores and writes the model, whole or not at all. The same pairs in the same order
  // give the same bytes on any number of cores. `progress` is called with the share of the work
  // that is done, in [0, 1]; what it throws ends the training. Throws Error: kBadInput where no
  // pair has words on both sides, kCannotWrite.
  using Progress = std::function<void(double share)>;
  void Train(const Progress& progress = nullptr);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque
