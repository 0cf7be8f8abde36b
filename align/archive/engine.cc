// The stages in their order, for one pair.
#include "calque/engine.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "align/archive/language_resources.h"
#include "align/archive/lines_document.h"
#include "align/io/charset.h"
#include "align/io/data_directory.h"
#include "align/io/file.h"
#include "align/io/language_id.h"
#include "align/read/readers.h"
#include "align/segment/segmenter.h"
#include "align/segment/tokenizer.h"
#include "align/structure/structure.h"
#include "calque/error.h"

namespace calque {

namespace {

std::filesystem::path DataDirectoryOf(const EngineOptions& options) {
  return options.data_directory.empty() ? internal::DefaultDataDirectory()
                                        : std::filesystem::path(options.data_directory);
}

internal::SegmentOptions SegmentOptionsOf(const EngineOptions& options) {
  using Segment = internal::SegmentOptions;
  Segment segment;
  if (options.split_every_paragraph) segment.paragraphs = Segment::Paragraphs::kAll;
  if (options.keep_quotations_whole) segment.quotations = Segment::Quotations::kWhole;
  return segment;
}

}  // namespace

struct Engine::State {
  explicit State(EngineOptions given)
      : options(std::move(given)),
        data_directory(DataDirectoryOf(options)),
        languages(data_directory) {}

  // What the user said, else what the format said, else what the text looks like.
  [[nodiscard]] std::string LanguageOf(Side side, const std::string& stated,
                                       std::string_view text) const {
    const std::string& given =
        side == Side::kSource ? options.source_language : options.target_language;
    if (!given.empty()) return given;
    return stated.empty() ? internal::GuessLanguage(text).language : stated;
  }

  EngineOptions options;
  std::filesystem::path data_directory;
  internal::LanguageStore languages;
};

Engine::Engine(EngineOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Document Engine::Read(std::string bytes, const std::string& name, Side side) const {
  internal::RawDocument raw = internal::ReadOneDocument(std::move(bytes), name);
  const std::string language = state_->LanguageOf(side, raw.language, raw.text);
  raw.language = language;
  const auto resources = state_->languages.Get(language);
  Document document = internal::AnalyseStructure(std::move(raw), *resources->dispatch);
  internal::SegmentDocument(*resources->segmenter, SegmentOptionsOf(state_->options), &document);
  internal::TokenizeDocument(*resources->tokenizer, &document);
  return document;
}

Document Engine::ReadFile(const std::string& path, Side side) const {
  const std::string name = path == "-" ? "standard input" : path;
  return Read(internal::ReadFile(path), name, side);
}

Document Engine::ReadLines(std::string bytes, const std::string& name, Side side) const {
  internal::DecodedText decoded = internal::DecodeText(std::move(bytes), name);
  Document document = internal::DocumentOfLines(std::move(decoded.text), internal::IdOfName(name));
  document.diagnostics = std::move(decoded.diagnostics);
  document.language = state_->LanguageOf(side, {}, document.text);
  internal::TokenizeDocument(*state_->languages.Get(document.language)->tokenizer, &document);
  return document;
}

}  // namespace calque
