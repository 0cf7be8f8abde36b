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

// Names a training: equal where text, options and version are, so that its tables are equal bit by
// bit after the same number of steps. `options` are the numbers that training depends on.
[[nodiscard]] std::string TrainingKey(const ParallelText& text, std::span<const double> options);

class Checkpoint {
 public:
  struct State {
    std::uint32_t steps = 0;  // of EM that are done
    TranslationTables tables;
    JumpTables jumps;
  };
  // Called with the number of steps that need not be done again.
  using Resumed = std::function<void(std::uint32_t)>;

  // Nothing is read or written yet.
  Checkpoint(std::filesystem::path path, Resumed resumed)
      : path_(std::move(path)), resumed_(std::move(resumed)) {}

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
  Resumed resumed_;
};

}  // namespace calque::internal
