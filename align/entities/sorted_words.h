// A list of words with what is said of each, looked up where it lies: little is read on opening.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "align/io/mapped_file.h"

namespace calque::internal {

// A file of lines `word<TAB>value`, sorted by the bytes of the words, one line a word. Immutable;
// shared between threads. The empty list, as made by default, knows no word.
class SortedWords {
 public:
  SortedWords() = default;
  // The empty list where there is no such file.
  static SortedWords Open(const std::filesystem::path& path);
  // A list in memory; `text` has to outlive it.
  explicit SortedWords(std::string_view text);

  // The value of `word`, by binary search; empty where the list has no such word.
  [[nodiscard]] std::string_view Find(std::string_view word) const;

 private:
  // The line that byte `at` of the text belongs to: where it starts and ends, its `\n` not
  // included.
  [[nodiscard]] std::pair<std::size_t, std::size_t> LineAt(std::size_t at) const;

  // A line out of many: its place and the first bytes of its word, for a search that stays in the
  // cache until the last steps.
  struct Mark {
    std::uint64_t key;
    std::size_t start;
  };
  std::vector<Mark> marks_;                 // rising
  std::shared_ptr<const MappedFile> file_;  // what `text_` lies in, if in a file
  std::string_view text_;
};

}  // namespace calque::internal
