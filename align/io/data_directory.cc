#include "align/io/data_directory.h"

#include <cstdlib>
#include <vector>

#include "align/base/language_tag.h"
#include "align/io/file.h"
#include "calque/error.h"

namespace calque::internal {

namespace fs = std::filesystem;

fs::path DefaultDataDirectory() {
  std::vector<fs::path> candidates;
  if (const char* named = std::getenv("CALQUE_DATA"); named != nullptr && *named != '\0') {
    candidates.emplace_back(named);
  } else {
    std::error_code failure;
    const fs::path program = fs::read_symlink("/proc/self/exe", failure);
    if (!failure) candidates.push_back(program.parent_path().parent_path() / "share" / "calque");
    candidates.emplace_back(CALQUE_DATA_DIRECTORY);
    candidates.emplace_back(CALQUE_INSTALLED_DATA_DIRECTORY);
  }
  for (const fs::path& candidate : candidates) {
    std::error_code failure;
    if (fs::is_directory(candidate / "languages", failure)) return candidate;
  }
  throw Error(ErrorCode::kMissingInput, {candidates.back().string()},
              "holds no calque data; set CALQUE_DATA to the folder that has languages/ in it");
}

Json LoadLanguageFile(const fs::path& data_directory, const std::string& language) {
  const std::string name = PrimaryLanguage(language) + ".json";
  const fs::path path = data_directory / "languages" / name;
  std::error_code failure;
  if (!fs::exists(path, failure)) return Json::object();
  return ParseJson(ReadFile(path), {path.string()});
}

}  // namespace calque::internal
