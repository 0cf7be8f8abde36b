#include "align/io/data_directory.h"

#include <dlfcn.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <vector>

#include "align/base/language_tag.h"
#include "align/io/file.h"
#include "calque/data_directory.h"
#include "calque/error.h"

namespace calque::internal {

namespace fs = std::filesystem;

namespace {

// What a program was built with; null where it did not say.
std::atomic<const char*> built_with = nullptr;

// Whether `path` is below `folder`, both absolute.
bool IsBelow(const fs::path& path, const fs::path& folder) {
  const fs::path relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

// The file that this code runs from: the extension of another program, such as Python's, or else
// the program itself. Empty where the system does not say.
fs::path RunningFile() {
  std::error_code failure;
  Dl_info info = {};
  if (::dladdr(reinterpret_cast<const void*>(&DefaultDataDirectory), &info) != 0 &&
      info.dli_fname != nullptr) {
    const fs::path file = fs::weakly_canonical(info.dli_fname, failure);
    if (!failure && file.extension() == ".so") return file;
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", failure);
  return failure ? fs::path() : program;
}

}  // namespace

bool BuildWithData(const char* folder) {
  built_with = folder;
  return true;
}

std::vector<fs::path> DataDirectoriesOf(const fs::path& running_file) {
  const fs::path of_tree = CALQUE_TREE_DATA_DIRECTORY;
  const fs::path installed = CALQUE_INSTALLED_DATA_DIRECTORY;
  std::vector<fs::path> found = {installed, of_tree};
  if (IsBelow(running_file, CALQUE_BUILD_DIRECTORY)) return {of_tree, installed};
  if (const char* folder = built_with) found.insert(found.begin(), folder);
  if (!running_file.empty()) {
    found.insert(found.begin(), running_file.parent_path().parent_path() / "share" / "calque");
  }
  return found;
}

fs::path DefaultDataDirectory() {
  std::vector<fs::path> candidates;
  if (const char* named = std::getenv("CALQUE_DATA"); named != nullptr && *named != '\0') {
    candidates.emplace_back(named);
  } else {
    candidates = DataDirectoriesOf(RunningFile());
  }
  for (const fs::path& candidate : candidates) {
    std::error_code failure;
    if (fs::is_directory(candidate / "languages", failure)) return candidate;
  }
  throw Error(ErrorCode::kMissingInput, {candidates.front().string()},
              "holds no calque data; set CALQUE_DATA to the folder that has languages/ in it");
}

std::vector<std::string> LanguagesOf(const fs::path& data_directory) {
  std::vector<std::string> languages;
  std::error_code none;  // of a folder that is not there, as of a language
  for (const fs::directory_entry& entry :
       fs::directory_iterator(data_directory / "languages", none)) {
    if (entry.path().extension() == ".json") languages.push_back(entry.path().stem().string());
  }
  std::ranges::sort(languages);
  return languages;
}

Json LoadLanguageFile(const fs::path& data_directory, const std::string& language) {
  const std::string name = PrimaryLanguage(language) + ".json";
  const fs::path path = data_directory / "languages" / name;
  std::error_code failure;
  if (!fs::exists(path, failure)) return Json::object();
  return ParseJson(ReadFile(path), {path.string()});
}

}  // namespace calque::internal
