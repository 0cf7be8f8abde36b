// Where the data that ships (languages, models, names) is found.
#pragma once

#include <filesystem>
#include <string>

#include "align/io/json.h"

namespace calque::internal {

// The folder that holds `languages/`, `models/`, `names/`: the environment variable CALQUE_DATA,
// else `../share/calque` beside the running program, else the place given at build time.
// Throws Error{kMissingInput} where none of them is there.
[[nodiscard]] std::filesystem::path DefaultDataDirectory();

// `languages/LANGUAGE.json` of a data directory; an empty object where the language has no file.
// Only the primary subtag counts: `fr-CA` reads `fr.json`.
[[nodiscard]] Json LoadLanguageFile(const std::filesystem::path& data_directory,
                                    const std::string& language);

}  // namespace calque::internal
