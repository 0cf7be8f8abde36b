// Languages that a file of bitexts does not name, told by its text.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "align/read/bitext_reader.h"

namespace calque::internal {

// Reads what another reader does. Where documents of a side are in no named language, they get the
// one in which their first texts surely are, all of a file the same; a diagnostic says so.
class LanguageFinder : public BitextReader {
 public:
  // `name` is what messages call the file. A text too short to tell is in the language in `known`,
  // which learns what this file tells and outlives the reader.
  LanguageFinder(std::unique_ptr<BitextReader> reader, std::string name, FoundLanguages* known)
      : reader_(std::move(reader)), name_(std::move(name)), known_(known) {}

  [[nodiscard]] std::optional<Bitext> Next() override;
  [[nodiscard]] std::vector<std::uint64_t> BeadLines() const override { return lines_; }
  [[nodiscard]] std::vector<Diagnostic> Diagnostics() const override;

 private:
  void ReadSample();

  std::unique_ptr<BitextReader> reader_;
  std::string name_;
  FoundLanguages* known_;
  bool sampled_ = false;
  struct Read {
    Bitext bitext;
    std::vector<std::uint64_t> lines;
  };
  std::deque<Read> read_;  // what the samples were taken of
  std::vector<std::uint64_t> lines_;
  FoundLanguages found_;  // of documents without a language; empty where there are none
};

}  // namespace calque::internal
