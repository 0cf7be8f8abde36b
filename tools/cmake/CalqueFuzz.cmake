# calque_fuzzer(NAME source...): one libFuzzer program NAME_fuzzer over the whole library (clang).
# ctest runs it shortly over the seeds in tests/fuzz/seeds/NAME, with a fixed row of mutations.
target_compile_options(calque_library PRIVATE -fsanitize=fuzzer-no-link)

function(calque_fuzzer name)
  set(target ${name}_fuzzer)
  add_executable(${target} ${ARGN})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${target} PRIVATE calque::calque nlohmann_json::nlohmann_json ICU::uc)
  target_compile_definitions(${target} PRIVATE CALQUE_SOURCE_DIRECTORY=".")
  target_compile_options(${target} PRIVATE -Wall -Wextra -fsanitize=fuzzer)
  target_link_options(${target} PRIVATE -fsanitize=fuzzer)
  set(found ${CMAKE_CURRENT_BINARY_DIR}/found/${name})  # new inputs do not go among the seeds
  file(MAKE_DIRECTORY ${found})
  add_test(NAME fuzz.${name}
    COMMAND ${target} -seed=1 -runs=20000 -max_len=4096 ${found}
            ${CMAKE_CURRENT_SOURCE_DIR}/seeds/${name}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()
