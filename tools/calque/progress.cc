#include "tools/calque/progress.h"

#include <unistd.h>

#include <cstdint>
#include <iostream>
#include <utility>

namespace calque::tools {

Progress::Progress(const Arguments& arguments, std::string what)
    : what_(std::move(what)), visible_(!arguments.Has("quiet") && ::isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (shown_) std::cerr << '\n';
}

void Progress::Show(double share) {
  if (!visible_ || share <= 0.0) return;
  shown_ = true;
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
  const auto left = std::chrono::duration_cast<std::chrono::seconds>(spent * (1.0 / share - 1.0));
  std::cerr << "\rcalque: " << what_ << ' ' << static_cast<int>(100.0 * share) << " %, "
            << DurationText(left) << " left\x1B[K" << std::flush;
}

void Progress::Show(const std::string& what, double share) {
  if (what != what_) {
    what_ = what;
    start_ = std::chrono::steady_clock::now();
  }
  Show(share);
}

std::string DurationText(std::chrono::seconds duration) {
  const std::int64_t seconds = duration.count();
  if (seconds < 100) return std::to_string(seconds) + " s";
  const std::int64_t minutes = (seconds + 30) / 60;
  if (minutes < 100) return std::to_string(minutes) + " min";
  return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

}  // namespace calque::tools
