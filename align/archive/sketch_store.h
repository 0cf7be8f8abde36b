// Sketches of an archive: in memory while they are few, in a temporary file beyond a budget.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>

#include "align/archive/document_sketch.h"

namespace calque::internal {

class SketchStore {
 public:
  struct Place {
    std::uint64_t begin = 0;
    std::uint32_t size = 0;
  };

  // `budget` bytes stay in memory.
  explicit SketchStore(std::size_t budget) : budget_(budget) {}
  ~SketchStore();
  SketchStore(const SketchStore&) = delete;
  SketchStore& operator=(const SketchStore&) = delete;

  // From any number of threads. Throws Error{kCannotWrite} where the temporary folder (TMPDIR) is
  // full.
  [[nodiscard]] Place Append(const DocumentSketch& sketch);
  // From any number of threads while nothing is appended. Throws Error{kBadInput} where the
  // temporary file cannot be read.
  [[nodiscard]] DocumentSketch Read(Place place) const;

 private:
  void Spill(std::string_view bytes);

  std::size_t budget_;
  std::mutex mutex_;
  std::string memory_;
  std::uint64_t size_ = 0;
  int file_ = -1;  // open but without a name; −1 while all is in memory
};

}  // namespace calque::internal
