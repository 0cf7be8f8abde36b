// Keeps what a command reads from being overwritten by what it writes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace calque::internal {

class InputGuard {
 public:
  InputGuard() = default;
  // Files and folders; `-` and what is absent do not count.
  explicit InputGuard(const std::vector<std::string>& inputs)
      : inputs_(inputs.begin(), inputs.end()) {}

  // Throws Error{kUsage} where `output` is one of the files.
  void Check(const std::filesystem::path& output) const;
  // The same for a file that the user did not name, beside one that they did: it must not be in one
  // of the folders either, where the next run would read it.
  void CheckSibling(const std::filesystem::path& output) const;

 private:
  std::vector<std::filesystem::path> inputs_;
};

}  // namespace calque::internal
