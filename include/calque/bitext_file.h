// Files of bitexts, in every format that `calque convert` reads and writes (`man calque-formats`).
//
//   calque::BitextFileReader corpus("corpus.tmx", {.source_language = "en"});
//   calque::BitextFileWriter page("corpus.html");
//   while (std::optional<calque::Bitext> bitext = corpus.Next()) page.Write(*bitext);
//   page.Commit();
//
// One thread at a time may use an object; different objects are independent.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "calque/bitext.h"

namespace calque {

struct BitextFileOptions {
  std::string format = {};  // `tmx`, `jsonl`, …; default: told by suffix or content
  // BCP 47; needed where the file does not name its languages, as Moses and TSV do not, and to
  // choose two where it holds more. Default: what the file says.
  std::string source_language = {};
  std::string target_language = {};
};

// Gives the bitexts of a file one at a time; memory does not grow with their number. They hold what
// the format does: JSONL everything, most others texts, sentences, beads and credits, without
// tokens (Engine::AlignWithBeads() makes the rest).
class BitextFileReader {
 public:
  // `path`: a file, also compressed (gz, bz2, xz, zst), for some formats the stem of several files
  // or a folder; `-` is standard input. Throws Error: kUsage (no such format), kMissingInput,
  // kBadInput (the format cannot be told).
  explicit BitextFileReader(const std::string& path, const BitextFileOptions& options = {});
  ~BitextFileReader();
  BitextFileReader(BitextFileReader&&) noexcept;
  BitextFileReader& operator=(BitextFileReader&&) noexcept;

  // Nothing at the end. Throws Error{kBadInput} with the place where the file is not of its format.
  [[nodiscard]] std::optional<Bitext> Next();
  // What was met and left out, once each. Complete after the last Next().
  [[nodiscard]] std::vector<Diagnostic> Diagnostics() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Writes bitexts to a file, and to those beside it that its format needs; memory does not grow with
// their number. Files appear, whole, with Commit(); without it nothing is left behind.
class BitextFileWriter {
 public:
  // `path`: told its format by the suffix, or by `format` where that is not empty; compressed where
  // it ends in `.gz`, `.xz` or `.zst`; `-` is standard output. Throws Error: kUsage (no such
  // format), kCannotWrite.
  explicit BitextFileWriter(const std::string& path, const std::string& format = {});
  ~BitextFileWriter();
  BitextFileWriter(BitextFileWriter&&) noexcept;
  BitextFileWriter& operator=(BitextFileWriter&&) noexcept;

  // Throws Error: kBadInput where the bitext is not what calque/bitext.h says, such as a span out
  // of its text; kCannotWrite where the disk is full.
  void Write(const Bitext& bitext);
  // Completes the files and gives them their names; says what the format could not hold, a line
  // each: `null beads left out: 3`. Nothing is written after it. Throws Error{kCannotWrite}.
  std::vector<std::string> Commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque
