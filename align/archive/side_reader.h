// Reads one side of an archive for pairing: every document becomes a sketch.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "align/archive/archive_files.h"
#include "align/archive/manifest.h"
#include "align/archive/pairing_side.h"
#include "align/archive/workers.h"
#include "calque/error.h"

namespace calque::internal {

struct SideRead {
  PairingSide side;
  std::map<std::string, std::size_t> skipped;  // documents by reason
  std::vector<Diagnostic> failures;            // by name
};

struct SideLanguage {
  std::string language = "und";  // BCP 47; that of most files
  bool is_mixed = false;         // a good part of the files are in other languages
};

// Looks at a sample of the files.
[[nodiscard]] SideLanguage LanguageOfFiles(const std::vector<ArchiveFile>& files);

// Every document of the files, with the ids that ReadSide() gives, in the order of the files; a
// file that cannot be read has none, and of the versions of a document there is the last.
[[nodiscard]] std::vector<DocumentPlace> PlacesOf(const std::vector<ArchiveFile>& files);

// Empty documents, files without any, versions of a document that are not its last, and unreadable
// files are left out and counted; from a mixed side, documents reliably in another language too. `tick` is called once
// a file, from any thread.
[[nodiscard]] SideRead ReadSide(const std::vector<ArchiveFile>& files, const SideLanguage& language,
                                const LanguageResources& resources, const Sketcher& sketcher,
                                SketchStore* sketches, Workers* workers,
                                const std::function<void()>& tick);

}  // namespace calque::internal
