// The files of a folder and of all folders below it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace calque::internal {

struct FolderFile {
  std::string name;  // below the folder, `/` between parts
  std::filesystem::path path;
};

class FolderFiles {
 public:
  explicit FolderFiles(std::filesystem::path folder);

  // The next file by its name, whatever order the file system lists them in; nothing at the end.
  // Left out are hidden files and folders (a leading dot), links to folders, which could lead round
  // in a circle, and pipes and devices, which may never end; a link that leads nowhere is a file.
  // Throws Error{kBadInput} for a folder that cannot be listed; the next call goes on behind it.
  [[nodiscard]] std::optional<FolderFile> Next();

 private:
  struct Entry {
    FolderFile file;
    bool is_folder = false;
  };
  void List(const FolderFile& folder);

  std::vector<Entry> pending_;  // the next one last
};

}  // namespace calque::internal
