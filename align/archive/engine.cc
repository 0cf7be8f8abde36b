// The stages in their order, for one pair.
#include "calque/engine.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "align/archive/document_analysis.h"
#include "align/archive/engine_access.h"
#include "align/archive/engine_options.h"
#include "align/archive/glossary_store.h"
#include "align/archive/language_resources.h"
#include "align/archive/lines_document.h"
#include "align/archive/model_store.h"
#include "align/base/bitext_check.h"
#include "align/base/language_tag.h"
#include "align/base/printable.h"
#include "align/beads/bead_aligner.h"
#include "align/entities/entities.h"
#include "align/entities/values.h"
#include "align/fidelity/fidelity.h"
#include "align/io/charset.h"
#include "align/io/language_id.h"
#include "align/io/length_limit.h"
#include "align/io/number_text.h"
#include "align/model/parallel.h"
#include "align/read/one_document.h"
#include "align/read/unit.h"
#include "align/segment/segmenter.h"
#include "align/segment/tokenizer.h"
#include "align/words/word_aligner.h"
#include "calque/error.h"

namespace calque {

namespace {

// `day.zip!story.xml`: a file and a document in it, where there is no file of the whole name.
std::pair<std::string, std::string> SplitChoice(const std::string& path) {
  std::error_code ignored;
  const std::size_t mark = path.find('!');
  if (mark == std::string::npos || std::filesystem::exists(path, ignored)) return {path, {}};
  return {path.substr(0, mark), path.substr(mark + 1)};
}

}  // namespace

struct Engine::State {
  explicit State(EngineOptions given)
      : options(internal::Checked(std::move(given))),
        data_directory(internal::DataDirectoryOf(options)),
        languages(data_directory, options.names),
        models(data_directory, options.model),
        weights(internal::LoadFidelityWeights(data_directory)),
        link_weights(internal::LoadLinkWeights(data_directory)),
        glossaries(options.glossary) {}

  [[nodiscard]] const std::string& GivenLanguage(Side side) const {
    return side == Side::kSource ? options.source_language : options.target_language;
  }

  // What the user said, else what the format said, else what the text looks like.
  [[nodiscard]] std::string LanguageOf(Side side, const std::string& stated,
                                       std::string_view text) const {
    if (const std::string& given = GivenLanguage(side); !given.empty()) return given;
    return stated.empty() ? internal::GuessLanguage(text).language : stated;
  }

  [[nodiscard]] std::shared_ptr<const internal::Model> ModelFor(const Document& source,
                                                                const Document& target) const {
    return options.use_model ? models.Get(source.language, target.language) : nullptr;
  }

  // Makes sure of a document from outside, that it has a language, and that its tokens hold all of
  // its sentences: files may give them for some sentences only.
  void Prepare(Side side, Document* document) const {
    internal::CheckDocument(*document);
    if (internal::IsUnknownLanguage(document->language)) {
      const std::string& given = GivenLanguage(side);
      document->language = given.empty() ? internal::SureLanguage(document->text) : given;
    }
    if (internal::IsTokenized(*document)) return;
    internal::TokenizeDocument(*languages.Get(document->language)->tokenizer, document);
  }
  // A pair of documents that are sound, with all that is asked for. `find_beads(bitext)` sets the
  // beads of the bitext.
  template <typename FindBeads>
  [[nodiscard]] Bitext Pair(Document source, Document target, const FindBeads& find_beads) const;
  // What lies on the beads: words, mentions, entity links and findings.
  template <typename FindBeads>
  void FindAll(const FindBeads& find_beads, Bitext* bitext) const;
  [[nodiscard]] std::vector<Finding> FindDepartures(const Bitext& bitext,
                                                    const internal::Model* model) const;

  EngineOptions options;
  std::filesystem::path data_directory;
  internal::LanguageStore languages;
  internal::ModelStore models;
  std::shared_ptr<const internal::FidelityWeights> weights;
  std::shared_ptr<const internal::LinkWeights> link_weights;
  internal::GlossaryStore glossaries;
};

Engine::Engine(EngineOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Document Engine::Read(std::string bytes, const std::string& name, Side side) const {
  return internal::EngineAccess::Analyse(
      *this, internal::ReadOneDocument(bytes, name, internal::ReadOptionsOf(state_->options)),
      side);
}

Document Engine::ReadFile(const std::string& path, Side side) const {
  return internal::EngineAccess::ReadFile(*this, path, side).document;
}

internal::EngineAccess::FileDocument internal::EngineAccess::ReadFile(const Engine& engine,
                                                                      const std::string& path,
                                                                      Side side) {
  const auto [file, choice] = SplitChoice(path);
  DocumentStream stream(file, internal::ReadOptionsOf(engine.state_->options));
  const std::string name = file == "-" ? "standard input" : file;
  RawDocument raw = TakeOneDocument(stream, name, choice);
  const bool is_plain = raw.blocks.empty();
  return {Analyse(engine, std::move(raw), side), is_plain};
}

void Engine::ReadAll(const std::string& path, Side side, const DocumentSink& sink,
                     const FailureSink& failed) const {
  internal::DocumentStream stream(path, internal::ReadOptionsOf(state_->options));
  for (;;) {
    std::optional<Document> document;
    bool was_read = false;
    try {
      std::optional<internal::RawDocument> raw = stream.Next();
      if (!raw) return;
      was_read = true;
      document = internal::EngineAccess::Analyse(*this, std::move(*raw), side);
    } catch (const Error& error) {
      // A file that cannot be opened is one of many; the data of a language are needed for all.
      const bool is_of_file = error.code() == ErrorCode::kBadInput ||
                              (error.code() == ErrorCode::kMissingInput && !was_read);
      if (!failed || !is_of_file) throw;
      failed(error);
      continue;
    }
    sink(std::move(*document));
  }
}

Document internal::EngineAccess::Analyse(const Engine& engine, RawDocument raw, Side side) {
  const Engine::State& state = *engine.state_;
  const std::string language = state.LanguageOf(side, raw.language, raw.text);
  raw.language = language;
  return AnalyseDocument(std::move(raw), *state.languages.Get(language),
                         internal::SegmentOptionsOf(state.options));
}

Document Engine::ReadLines(std::string bytes, const std::string& name, Side side) const {
  constexpr std::size_t kWidest = 4;  // bytes of UTF-32 for one of UTF-8
  if (bytes.size() / kWidest > kMostTextBytes) internal::RefuseLength({name}, kMostTextBytes);
  internal::DecodedText decoded = internal::DecodeText(std::move(bytes), internal::Printable(name));
  if (decoded.text.size() > kMostTextBytes) internal::RefuseLength({name}, kMostTextBytes);
  Document document = internal::DocumentOfLines(std::move(decoded.text), internal::IdOfName(name));
  document.diagnostics = std::move(decoded.diagnostics);
  document.language = state_->LanguageOf(side, {}, document.text);
  internal::TokenizeDocument(*state_->languages.Get(document.language)->tokenizer, &document);
  return document;
}

std::vector<Mention> Engine::FindMentions(const Document& document) const {
  internal::CheckDocument(document);
  const bool unknown = internal::IsUnknownLanguage(document.language);
  const auto language =
      state_->languages.Get(unknown ? internal::SureLanguage(document.text) : document.language);
  return internal::FindMentions(document, *language->entities);
}

Bitext Engine::Align(Document source, Document target) const {
  state_->Prepare(Side::kSource, &source);
  state_->Prepare(Side::kTarget, &target);
  const auto model = state_->ModelFor(source, target);
  internal::BeadOptions options;
  if (state_->options.adapt) options.adapt = internal::BeadOptions::Adapt::kAlways;
  options.find_moved = state_->options.find_moved;
  return state_->Pair(std::move(source), std::move(target), [&](Bitext* bitext) {
    internal::BeadAlignment alignment = internal::AlignSentences(
        bitext->source, bitext->target, model ? &model->lexicon() : nullptr, options);
    bitext->beads = std::move(alignment.beads);
    bitext->score = alignment.score;
  });
}

Bitext Engine::AlignWithBeads(Document source, Document target, std::vector<Bead> beads) const {
  state_->Prepare(Side::kSource, &source);
  state_->Prepare(Side::kTarget, &target);
  internal::CheckBeads(beads, source, target);
  return state_->Pair(std::move(source), std::move(target), [&](Bitext* bitext) {
    bitext->beads = std::move(beads);
    bitext->score = 1.0F;
  });
}

template <typename FindBeads>
Bitext Engine::State::Pair(Document source, Document target, const FindBeads& find_beads) const {
  Bitext bitext;
  bitext.id = source.id + "~" + target.id;
  bitext.source = std::move(source);
  bitext.target = std::move(target);
  if (options.stop_after_beads) {
    find_beads(&bitext);
  } else {
    internal::KeepTogether([&] { FindAll(find_beads, &bitext); });
  }
  return bitext;
}

template <typename FindBeads>
void Engine::State::FindAll(const FindBeads& find_beads, Bitext* bitext) const {
  const auto model = ModelFor(bitext->source, bitext->target);
  const auto source = languages.Get(bitext->source.language);
  const auto target = languages.Get(bitext->target.language);
  const auto beads_and_words = [&] {
    find_beads(bitext);
    bitext->words = internal::AlignWords(*bitext, model.get(),
                                         {.weights = link_weights.get(),
                                          .source_grammar = source->words.get(),
                                          .target_grammar = target->words.get()});
  };
  // The mentions of a side need nothing of the other.
  const auto mentions = [&] {
    internal::FindCandidatesOfBoth(*source->entities, *target->entities, bitext);
  };
  internal::InParallel(beads_and_words, mentions);
  internal::LinkCandidates(*source->entities, *target->entities, bitext);
  if (options.find_departures) bitext->findings = FindDepartures(*bitext, model.get());
}

std::vector<Finding> Engine::State::FindDepartures(const Bitext& bitext,
                                                   const internal::Model* model) const {
  const auto source = languages.Get(bitext.source.language);
  const auto target = languages.Get(bitext.target.language);
  const auto glossary = glossaries.Get(bitext);
  const internal::FidelityContext context{.source = source->fidelity,
                                          .target = target->fidelity,
                                          .weights = weights,
                                          .model = model,
                                          .glossary = glossary.get(),
                                          .source_names = &source->entities->names(),
                                          .target_names = &target->entities->names(),
                                          .reads_values = source->entities->values().has_words() &&
                                                          target->entities->values().has_words()};
  return internal::FindDepartures(bitext, context, internal::FidelityOptionsOf(options));
}

std::vector<std::string> Engine::RemarksOn(const Bitext& bitext) const {
  std::vector<std::string> remarks;
  const std::string source = bitext.source.id.empty() ? "the source" : bitext.source.id;
  const std::string target = bitext.target.id.empty() ? "the target" : bitext.target.id;
  if (bitext.source.sentences.empty()) remarks.push_back(source + ": holds no sentence");
  // Both sides may be one file of line pairs.
  if (bitext.target.sentences.empty() && (remarks.empty() || source != target)) {
    remarks.push_back(target + ": holds no sentence");
  }
  if (!remarks.empty()) return remarks;
  if (state_->ModelFor(bitext.source, bitext.target) == nullptr) {
    const std::string pair = internal::LanguageOrUnd(bitext.source.language) + "-" +
                             internal::LanguageOrUnd(bitext.target.language);
    const std::string named = state_->options.use_model ? state_->models.NamedPair() : "";
    remarks.push_back(
        (named.empty() ? "no model for " + pair
                       : state_->options.model + " is a model of " + named + ", not of " + pair) +
        "; aligned by lengths, numbers, cognates and the text itself");
  }
  if (const auto glossary = state_->glossaries.Get(bitext);
      glossary && glossary->entries().empty()) {
    remarks.push_back(state_->options.glossary + ": holds no term in " +
                      internal::LanguageOrUnd(bitext.source.language) + " with one in " +
                      internal::LanguageOrUnd(bitext.target.language) + "; no term was checked");
  }
  if (bitext.score < 0.5F) {
    remarks.push_back(source + " and " + target +
                      " do not look like translations of each other (probability " +
                      internal::FixedText(bitext.score, 3) + ")");
  }
  return remarks;
}

}  // namespace calque
