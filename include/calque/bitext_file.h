// Reading and writing bitexts in every format of `calque convert` (`man calque-formats`).
//
//   calque::BitextFileReader corpus("corpus.tmx", {.source_language = "en"});
//   calque::BitextFileWriter page("corpus.html");
//   while (std::optional<calque::Bitext> bitext = corpus.Next()) page.Write(*bitext);
//   page.Commit();
//
// An object may be used by one thread at a time; different objects are independent.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "calque/bitext.h"

namespace calque {

struct BitextFileOptions {
  std::string format = {};  // `tmx`, `jsonl`, …; empty: recognised by suffix or content
  // BCP 47. Needed if the file does not name its languages (Moses, plain TSV) or has more than two
  // to choose from. Empty: what the file says, else `und`.
  std::string source_language = {};
  std::string target_language = {};
};

// Reads the bitexts of a file one at a time, in memory that does not grow with their number. They
// contain what the format can hold: JSONL everything, most others texts, sentences, beads and
// credits, but no tokens (Engine::AlignWithBeads() adds the rest).
class BitextFileReader {
 public:
  // `path`: a file, possibly compressed (gz, bz2, xz, zst); for some formats a folder or the common
  // stem of several files; `-` for standard input. Throws Error: kUsage (no such format),
  // kMissingInput, kBadInput (the format is not recognised).
  explicit BitextFileReader(const std::string& path, const BitextFileOptions& options = {});
  ~BitextFileReader();
  BitextFileReader(BitextFileReader&&) noexcept;
  BitextFileReader& operator=(BitextFileReader&&) noexcept;

  // Nothing at the end. Throws Error{kBadInput} with the place where the file breaks its format.
  [[nodiscard]] std::optional<Bitext> Next();
  // What had to be left out, one entry for each kind. Complete once Next() has returned nothing.
  [[nodiscard]] std::vector<Diagnostic> Diagnostics() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Writes bitexts to a file, and to others beside it if its format needs them; memory does not grow
// with their number. Files appear, complete, on Commit(); without it nothing is left behind.
class BitextFileWriter {
 public:
  // `format`: a name as in BitextFileOptions; empty: recognised by the suffix of `path`. The output
  // is compressed if `path` ends in `.gz`, `.bz2`, `.xz` or `.zst`; `-` is standard output. Throws
  // Error: kUsage (no such format), kCannotWrite.
  explicit BitextFileWriter(const std::string& path, const std::string& format = {});
  ~BitextFileWriter();
  BitextFileWriter(BitextFileWriter&&) noexcept;
  BitextFileWriter& operator=(BitextFileWriter&&) noexcept;

  // Throws Error: kBadInput if the bitext is not valid as calque/bitext.h defines it, for example
  // if a span lies outside its text; kCannotWrite if the disk is full; kUsage after Commit().
  void Write(const Bitext& bitext);
  // Completes the files and gives them their names; nothing may be written after it. Returns what
  // the format could not hold, a line each: `null beads left out: 3`. Throws Error: kCannotWrite,
  // kUsage the second time.
  std::vector<std::string> Commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque
