# Compile flags of our own targets: call calque_compile_options(TARGET).
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# Who names no build type wants the fast one; CMake's own default does not optimise.
if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Release, RelWithDebInfo or Debug" FORCE)
endif()

if(CALQUE_SANITIZE)
  add_compile_options(-fsanitize=${CALQUE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CALQUE_SANITIZE})
endif()

function(calque_compile_options target)
  # g++ 12 warns of overlap in every `"text" + string` that it inlines (GCC bug 105651).
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
                         $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>
                         $<$<BOOL:${CALQUE_DEVELOPER}>:-Werror>)
endfunction()

# Most of a build is spent on reading the standard library again. With CALQUE_PRECOMPILE it is read
# once for each target; other builds show that every file includes what it uses.
set(CALQUE_COMMON_HEADERS <algorithm> <array> <charconv> <cmath> <cstdint> <filesystem> <fstream>
    <functional> <iostream> <map> <memory> <optional> <set> <span> <sstream> <string> <string_view>
    <unordered_map> <utility> <vector>)
function(calque_precompile target)
  if(CALQUE_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${CALQUE_COMMON_HEADERS} ${ARGN})
  endif()
endfunction()
