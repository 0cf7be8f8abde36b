#include "align/read/language_finder.h"

#include <algorithm>
#include <utility>

#include "align/base/language_tag.h"
#include "align/io/language_id.h"

namespace calque::internal {
namespace {

constexpr std::size_t kSample = std::size_t{64} << 10;   // bytes a side that tell its language
constexpr std::size_t kMostRead = std::size_t{1} << 20;  // bytes of texts to wait for a sample

// The language of `sample`, else the one `known`, which learns it.
std::string Tell(const std::string& sample, std::string* known) {
  if (sample.empty()) return {};
  const LanguageGuess guess = GuessLanguage(sample);
  if (guess.reliable) *known = guess.language;
  return *known;
}

}  // namespace

void LanguageFinder::ReadSample() {
  sampled_ = true;
  std::string source;  // texts of documents without a language
  std::string target;
  std::size_t size = 0;
  while (size < kMostRead && std::max(source.size(), target.size()) < kSample) {
    std::optional<Bitext> bitext = reader_->Next();
    if (!bitext) break;
    size += bitext->source.text.size() + bitext->target.text.size();
    if (IsUnknownLanguage(bitext->source.language)) (source += bitext->source.text) += '\n';
    if (IsUnknownLanguage(bitext->target.language)) (target += bitext->target.text) += '\n';
    read_.push_back({std::move(*bitext), reader_->BeadLines()});
    // A file that names its languages does so at once.
    if (source.empty() && target.empty()) return;
  }
  found_ = {Tell(source, &known_->source), Tell(target, &known_->target)};
}

std::optional<Bitext> LanguageFinder::Next() {
  if (!sampled_) ReadSample();
  std::optional<Bitext> bitext;
  if (read_.empty()) {
    bitext = reader_->Next();
    lines_ = reader_->BeadLines();
  } else {
    bitext = std::move(read_.front().bitext);
    lines_ = std::move(read_.front().lines);
    read_.pop_front();
  }
  if (!bitext) return bitext;
  if (IsUnknownLanguage(bitext->source.language)) bitext->source.language = found_.source;
  if (IsUnknownLanguage(bitext->target.language)) bitext->target.language = found_.target;
  return bitext;
}

std::vector<Diagnostic> LanguageFinder::Diagnostics() const {
  std::vector<Diagnostic> all;
  const auto say = [&](const std::string& side, const std::string& language) {
    if (language.empty()) return;
    all.push_back({"language-guessed",
                   "names no language of the " + side + "; taken for " + language,
                   {name_}});
  };
  say("source", found_.source);
  say("target", found_.target);
  for (Diagnostic& diagnostic : reader_->Diagnostics()) all.push_back(std::move(diagnostic));
  return all;
}

}  // namespace calque::internal
