// A training that was stopped goes on where it was: its state after the last whole step of EM, in a
// file beside the model to be.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "align/model/pair_posteriors.h"
#include "align/model/parallel_text.h"
#include "align/model/tables.h"

namespace calque::internal {

// What the steps of a training make of a small text. It tells apart builds, and machines, that
// calculate differently though they have one version number.
struct TrainingProbe {
  TranslationTables tables;
  JumpTables jumps;
};

// Names a training: equal where its tables are equal bit by bit after the same number of steps.
// `start` are its tables before the first step, `options` the numbers that its steps depend on.
[[nodiscard]] std::string TrainingKey(const ParallelText& text, const TranslationTables& start,
                                      std::span<const double> options, const TrainingProbe& probe);

class Checkpoint {
 public:
  struct State {
    std::uint32_t steps = 0;  // of EM that are done
    TranslationTables tables;
    JumpTables jumps;
  };
  // Called where there is a file, with the number of steps that need not be done again: 0 where it
  // is of another training, which is left alone until the first step of this one is done.
  using Found = std::function<void(std::uint32_t)>;

  // Nothing is read or written yet.
  Checkpoint(std::filesystem::path path, Found found)
      : path_(std::move(path)), found_(std::move(found)) {}

  // The state that was saved under `key` with tables as large as `shape`; nothing where there is no
  // file, or that of another training. Throws Error{kBadInput} where the file is damaged, or none
  // of ours.
  [[nodiscard]] std::optional<State> Load(const std::string& key,
                                          const TranslationTables& shape) const;
  // Replaces what was saved; a machine that dies meanwhile leaves the old state or the new one.
  // Throws Error{kCannotWrite}.
  void Save(const std::string& key, std::uint32_t steps, const TranslationTables& tables,
            const JumpTables& jumps) const;
  // The training is done: removes the file.
  void Remove() const;

 private:
  std::filesystem::path path_;
  Found found_;
};

}  // namespace calque::internal
