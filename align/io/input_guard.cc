#include "align/io/input_guard.h"

#include <algorithm>

#include "calque/error.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

bool IsBelow(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

}  // namespace

void InputGuard::Check(const fs::path& output) const {
  std::error_code ignored;
  for (const fs::path& input : inputs_) {
    if (!fs::is_regular_file(input, ignored) || !fs::equivalent(input, output, ignored)) continue;
    throw Error(ErrorCode::kUsage, {output.string()},
                "is an input of this command, which would be lost; give the output another name or "
                "folder");
  }
}

void InputGuard::CheckSibling(const fs::path& output) const {
  Check(output);
  std::error_code ignored;
  for (const fs::path& input : inputs_) {
    if (!fs::is_directory(input, ignored)) continue;
    if (!IsBelow(fs::weakly_canonical(output, ignored), fs::canonical(input, ignored))) continue;
    throw Error(ErrorCode::kUsage, {output.string()},
                "would be written among the inputs in " + input.string() +
                    "; give the output another name or folder");
  }
}

}  // namespace calque::internal
