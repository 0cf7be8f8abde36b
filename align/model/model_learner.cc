// The public trainer of models: a Learner with the tokenizers of its languages.
#include "calque/model_learner.h"

#include <filesystem>

#include "align/io/data_directory.h"
#include "align/io/file.h"
#include "align/model/learner.h"

namespace calque {
namespace {

internal::Learner LearnerOf(const ModelLearnerOptions& options) {
  internal::LearnOptions learn;
  learn.source_language = options.source_language;
  learn.target_language = options.target_language;
  learn.notice = options.notice;
  return internal::Learner::Of(options.data_directory.empty()
                                   ? internal::DefaultDataDirectory()
                                   : std::filesystem::path(options.data_directory),
                               learn);
}

}  // namespace

struct ModelLearner::State {
  std::string path;
  internal::Learner learner;
};

ModelLearner::ModelLearner(const std::string& path, const ModelLearnerOptions& options)
    : state_(new State{path, LearnerOf(options)}) {
  internal::CheckWritable(path);
}
ModelLearner::~ModelLearner() = default;
ModelLearner::ModelLearner(ModelLearner&&) noexcept = default;
ModelLearner& ModelLearner::operator=(ModelLearner&&) noexcept = default;

void ModelLearner::Add(std::string_view source, std::string_view target) {
  state_->learner.Add(source, target);
}

void ModelLearner::Add(const Bitext& bitext) { state_->learner.Add(bitext); }

std::size_t ModelLearner::size() const { return state_->learner.size(); }

void ModelLearner::Train(const Progress& progress) {
  const internal::ModelContents contents = state_->learner.Finish(progress);
  internal::OutputFile file(state_->path);
  file.Write(internal::SerializeModel(contents));
  file.Commit();
}

}  // namespace calque
