// The main job in one object: read two documents, align them, check the translation.
//
// An Engine does not change after construction; any number of threads may call its const functions
// at the same time. It keeps the data of the languages it has met, and their models, in memory.
//
//   const calque::Engine engine({.source_language = "en", .target_language = "fr"});
//   calque::Document source = engine.ReadFile("dispatch-en.txt", calque::Side::kSource);
//   calque::Document target = engine.ReadFile("dispatch-fr.txt", calque::Side::kTarget);
//   const calque::Bitext bitext = engine.Align(std::move(source), std::move(target));
//   for (const calque::Bead& bead : bitext.beads) { … }
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "calque/bitext.h"
#include "calque/data_directory.h"
#include "calque/document.h"
#include "calque/side.h"

namespace calque {

namespace internal {
struct EngineAccess;
}

// The settings of an Engine. Paths are paths of files unless the comment says otherwise; an empty
// string stands for the default that the comment gives.
struct EngineOptions {
  std::string data_directory = {};   // empty: as calque/data_directory.h says
  std::string input = {};            // name of the input format; empty: recognised by content
  std::string source_language = {};  // BCP 47; empty: what the format says, else detected
  std::string target_language = {};
  std::string model = {};   // path; empty: the model shipped for the language pair, if there is one
  bool use_model = true;    // false: align by lengths, numbers, cognates and the texts themselves
  bool adapt = false;       // learn words from the two texts, in addition to the model
  bool find_moved = false;  // pair sentences that were moved: crossing beads
  bool stop_after_beads = false;        // leave words, mentions, entities and findings empty
  bool find_departures = true;          // fill Bitext::findings
  bool split_every_paragraph = false;   // also split furniture and credit lines into sentences
  bool keep_quotations_whole = false;   // treat a quotation of several sentences as one sentence
  bool check_out_of_context = false;    // the beads are unrelated: check each one by itself
  float least_probability = 0.5F;       // in [0, 1]; less probable findings are left out
  std::string glossary = {};            // path of a TSV or TBX file (`man calque-formats`)
  std::vector<std::string> names = {};  // paths of further name lists, see `calque learn --names`
};

class Engine {
 public:
  // Throws Error: kUsage (no such input format, not a language tag, probability out of range),
  // kMissingInput (the data, model, glossary or a name list does not exist), kBadInput (one of them
  // is damaged).
  explicit Engine(EngineOptions options);
  ~Engine();
  Engine(Engine&&) noexcept;  // a moved-from Engine can only be assigned to or destroyed
  Engine& operator=(Engine&&) noexcept;

  // Reads a dispatch in any input format, and finds its sentences and tokens. `name` is used in
  // messages and for the id. Throws Error{kBadInput} for binary data, for a text above 64 MiB, and
  // if `bytes` does not hold exactly one document (of several versions of one, the last is taken).
  [[nodiscard]] Document Read(std::string bytes, const std::string& name, Side side) const;
  // The same from a file, possibly compressed or an archive; `-` is standard input, and `FILE!ID`
  // picks the document with the id `ID`, or the archive member called `ID`, from several. Also
  // throws Error{kMissingInput}.
  [[nodiscard]] Document ReadFile(const std::string& path, Side side) const;

  // Reads every document of `path`, one at a time: a file in any input format, a folder, an archive
  // (zip, tar, 7z, WARC; gz, bz2, xz, zst), or archives inside those. The order is always the same,
  // and memory does not grow with their number. A file or member that cannot be read is reported to
  // `failed`, and reading continues with the next one; if `failed` is null, its Error is thrown.
  // Precondition: `sink` is not null.
  using DocumentSink = std::function<void(Document)>;
  using FailureSink = std::function<void(const Error&)>;
  void ReadAll(const std::string& path, Side side, const DocumentSink& sink,
               const FailureSink& failed = nullptr) const;

  // Reads text that is already split into sentences, one per line; an empty line is an empty
  // sentence. Throws Error{kBadInput} for binary data and for a text above 64 MiB.
  [[nodiscard]] Document ReadLines(std::string bytes, const std::string& name, Side side) const;

  // The names and values of one document, in text order; a language that it does not name is told
  // by its text. Align() finds more, because the two texts of a pair inform each other. Throws as
  // Align() does.
  [[nodiscard]] std::vector<Mention> FindMentions(const Document& document) const;

  // Finds the beads, words, mentions, entity links and findings of a pair. The documents may come
  // from this engine, from a BitextFileReader, or be made by hand; missing tokens are added. One
  // whose `language` is empty or `und` is taken for the engine's language of its side, or else for
  // the one that its text is surely in. Throws Error: kBadInput naming the document if it is not
  // valid as document.h defines it (text not UTF-8 or too long, spans outside it, parts out of
  // order); kBadInput or kMissingInput if the data of a language, a model or the glossary cannot be
  // read.
  [[nodiscard]] Bitext Align(Document source, Document target) const;
  // The same for given beads. Also throws Error{kBadInput} if a bead refers to a sentence that does
  // not exist or that another bead contains. Sentences need not belong to any bead.
  [[nodiscard]] Bitext AlignWithBeads(Document source, Document target,
                                      std::vector<Bead> beads) const;

  // What a user should know about how this engine made `bitext`, a line each: that it had no model,
  // that the texts do not look like translations, that one has no sentences. May throw as Align().
  [[nodiscard]] std::vector<std::string> RemarksOn(const Bitext& bitext) const;

 private:
  friend struct internal::EngineAccess;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque
