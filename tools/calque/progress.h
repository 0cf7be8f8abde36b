// Progress of long work on standard error: only where that is a terminal and nobody said --quiet.
#pragma once

#include <chrono>
#include <string>

#include "tools/calque/arguments.h"

namespace calque::tools {

class Progress {
 public:
  // `what` is being done: `training`.
  Progress(const Arguments& arguments, std::string what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `share` of the work is done, in [0, 1]: shows it with the time left, on the line it stands on.
  void Show(double share);
  // The same for one of several stages; the time left is that of the stage.
  void Show(const std::string& what, double share);

 private:
  std::string what_;
  bool visible_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// `45 s`, `12 min`, `3 h 20 min`.
[[nodiscard]] std::string DurationText(std::chrono::seconds duration);

}  // namespace calque::tools
