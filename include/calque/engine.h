// The main job in one object: read two documents, align them, check them.
//
// An Engine is immutable after construction; its const functions may be called from any number of
// threads at once. It holds the languages it has met and one bilingual model.
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
#include "calque/document.h"

namespace calque {

namespace internal {
struct EngineAccess;
}

// Which of two documents is meant: the original or its translation.
enum class Side : std::uint8_t { kSource, kTarget };

// What an Engine works with. Paths are of files; an empty string is the default that the comment
// names.
struct EngineOptions {
  std::string data_directory = {};   // default: found beside the program or where it was installed
  std::string input = {};            // name of the input format; default: recognised by content
  std::string source_language = {};  // BCP 47; default: what the format says, else detected
  std::string target_language = {};
  std::string model = {};    // path; empty: the shipped model of the language pair, if there is one
  bool use_model = true;     // otherwise beads are found by lengths, numbers, names and marks
  bool adapt = false;        // learn words from the two texts on top of the model
  bool find_moved = false;   // pair sentences that were put elsewhere: crossing beads
  bool beads_alone = false;  // no words, mentions, entities and findings
  bool find_departures = true;          // fill Bitext::findings
  bool split_every_paragraph = false;   // sentences of furniture and credit lines too
  bool keep_quotations_whole = false;   // a quotation of several sentences is one sentence
  bool beads_stand_alone = false;       // findings ask nothing outside their bead
  float least_probability = 0.5F;       // in [0, 1]; findings of lower probability are left out
  std::string glossary = {};            // TSV or TBX (`man calque-formats`); default: none
  std::vector<std::string> names = {};  // lists as `calque learn --names` writes them, beside ours
};

class Engine {
 public:
  // Throws Error: kUsage (no such input format, no tag of a language, a probability out of range),
  // kMissingInput (no data, no such model, glossary or list of names), kBadInput (one of these is
  // damaged).
  explicit Engine(EngineOptions options);
  ~Engine();
  Engine(Engine&&) noexcept;  // what was moved from can be assigned to or destroyed, no more
  Engine& operator=(Engine&&) noexcept;

  // A dispatch in any input format, recognised by its content; `name` is for messages and the id.
  // Throws Error{kBadInput} for binary data, text above 64 MiB, and where there is not one document
  // but none or several (of the versions of one, the last counts). Sentences and tokens are filled.
  [[nodiscard]] Document Read(std::string bytes, const std::string& name, Side side) const;
  // The same from a file, packed or in an archive; `-` is standard input, and `FILE!ID` the
  // document `ID` (or that of the member `ID`) of a file that holds several. Throws
  // Error{kMissingInput} too.
  [[nodiscard]] Document ReadFile(const std::string& path, Side side) const;

  // Every document of `path`, one at a time: of a file in any input format, of a folder, of an
  // archive (zip, tar, 7z, WARC; gz, xz, zst), of archives inside those. Always in the same order;
  // memory does not grow with their number. A file or member that cannot be read goes to `failed`,
  // and the next one follows; where `failed` is null, its Error is thrown.
  using DocumentSink = std::function<void(Document)>;
  using FailureSink = std::function<void(const Error&)>;
  void ReadAll(const std::string& path, Side side, const DocumentSink& sink,
               const FailureSink& failed = nullptr) const;

  // Text that is already split: a sentence a line; an empty line is an empty sentence. Throws
  // Error{kBadInput} for binary data and text above 64 MiB.
  [[nodiscard]] Document ReadLines(std::string bytes, const std::string& name, Side side) const;

  // Names and values of one document, in text order; a pair finds more in Align(). Throws as
  // Align() does.
  [[nodiscard]] std::vector<Mention> FindMentions(const Document& document) const;

  // Beads, words, mentions, entity links and findings of a pair. The documents come from this
  // engine, from a BitextFileReader (bitext_file.h), or are made by hand, language included;
  // without tokens they get theirs. Throws Error{kBadInput} naming the document where it is not
  // what calque/document.h says: a text that is no UTF-8 or too long, a span out of the text, parts
  // out of order.
  [[nodiscard]] Bitext Align(Document source, Document target) const;
  // The same for beads that are given. Throws as above, and where a bead names a sentence that is
  // not there or that is in another one, too. Sentences may be in no bead.
  [[nodiscard]] Bitext AlignWithBeads(Document source, Document target,
                                      std::vector<Bead> beads) const;

  // What a user should know of how `bitext` was made: that no model was used, that the two texts
  // do not look like translations, that one of them holds no sentence.
  [[nodiscard]] std::vector<std::string> RemarksOn(const Bitext& bitext) const;

 private:
  friend struct internal::EngineAccess;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque
