#include "align/io/folder_files.h"

#include <algorithm>
#include <utility>

#include "calque/error.h"

namespace calque::internal {

namespace fs = std::filesystem;

FolderFiles::FolderFiles(fs::path folder) { pending_.push_back({{{}, std::move(folder)}, true}); }

std::optional<FolderFile> FolderFiles::Next() {
  while (!pending_.empty()) {
    Entry entry = std::move(pending_.back());
    pending_.pop_back();
    if (!entry.is_folder) return std::move(entry.file);
    List(entry.file);
  }
  return std::nullopt;
}

// Puts what is in a folder before all that is pending, by name; a folder counts as `name/`, so that
// files come in the order of their whole names.
void FolderFiles::List(const FolderFile& folder) {
  std::vector<std::pair<std::string, Entry>> found;
  std::error_code failure;
  for (fs::directory_iterator it(folder.path, failure), end; !failure && it != end;
       it.increment(failure)) {
    const std::string file_name = it->path().filename().string();
    if (file_name.starts_with('.')) continue;
    std::error_code ignored;
    const bool is_folder = it->is_directory(ignored);
    if (is_folder && it->is_symlink(ignored)) continue;
    if (!is_folder && it->exists(ignored) && !it->is_regular_file(ignored)) continue;
    std::string name = folder.name.empty() ? file_name : folder.name + "/" + file_name;
    std::string key = is_folder ? name + "/" : name;
    found.push_back({std::move(key), {{std::move(name), it->path()}, is_folder}});
  }
  if (failure) {
    throw Error(ErrorCode::kBadInput, {folder.path.string()},
                "cannot be listed: " + failure.message());
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [key, entry] : found) pending_.push_back(std::move(entry));
}

}  // namespace calque::internal
