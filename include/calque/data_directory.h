// Where a program finds the data that ships (languages, models, names), if it does not say: in the
// folder that the environment variable CALQUE_DATA names; else in the first of these that exists:
// `../share/calque` beside the program, the folder of the calque that it was built with, and the
// one that calque was configured to be installed in.
#pragma once

namespace calque::internal {

// States where the data are of the calque that a program is built with; `folder` is kept. True.
bool BuildWithData(const char* folder);

// CMake's find_package(calque) and add_subdirectory() define it for all that use calque::calque.
#ifdef CALQUE_DATA_DIRECTORY
[[maybe_unused]] const bool kBuiltWithData = BuildWithData(CALQUE_DATA_DIRECTORY);
#endif

}  // namespace calque::internal
