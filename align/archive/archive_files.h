// The files of an archive: a folder with all below it, or one file; and the documents in each.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "align/read/reader.h"
#include "calque/error.h"

namespace calque::internal {

struct ArchiveFile {
  std::string name;  // relative to the folder, `/` between parts; of a single file its last part
  std::string path;
};

// Sorted by name, as FolderFiles lists them; what of it cannot be opened is found out on reading.
// Throws Error: kMissingInput where there is nothing at `root`, kBadInput where a folder cannot be
// listed.
[[nodiscard]] std::vector<ArchiveFile> ListArchive(const std::string& root);

// visit(document, ordinal) for every document of a file, of whatever kind and however packed, in an
// order that is always the same; the ordinal counts them from 0. Its id is the format's own, else
// the name of the file in the archive (`day/a.zip!story.txt`). What cannot be read goes to
// `failed`, and the next document follows. Returns how many documents there were.
std::uint32_t ReadArchiveFile(const ArchiveFile& file,
                              const std::function<void(RawDocument, std::uint32_t)>& visit,
                              const std::function<void(const Error&)>& failed);

}  // namespace calque::internal
