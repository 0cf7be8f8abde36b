// Where the data that ships (languages, models, names) is found.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "align/io/json.h"

namespace calque::internal {

// The folder that holds `languages/`, `models/`, `names/`: the environment variable CALQUE_DATA,
// else the first of DataDirectoriesOf() the running file that is there. Throws
// Error{kMissingInput} where none of them is.
[[nodiscard]] std::filesystem::path DefaultDataDirectory();

// Where a program, or an extension of another program, looks for the data, best first: what is
// below the build folder takes those of its tree; all else `../share/calque` beside it, then those
// that it was built with (calque/data_directory.h), then what is installed.
[[nodiscard]] std::vector<std::filesystem::path> DataDirectoriesOf(
    const std::filesystem::path& running_file);

// The primary subtags that have a file in `languages/` of a data directory, sorted.
[[nodiscard]] std::vector<std::string> LanguagesOf(const std::filesystem::path& data_directory);

// `languages/LANGUAGE.json` of a data directory; an empty object where the language has no file.
// Only the primary subtag counts: `fr-CA` reads `fr.json`.
[[nodiscard]] Json LoadLanguageFile(const std::filesystem::path& data_directory,
                                    const std::string& language);

}  // namespace calque::internal
