# Tests run from the top of the tree, so that they compile alike in every checkout.
# calque_test(NAME source...): one GoogleTest program that sees the library's private headers.
# Tests find ../shared through SharedData() of tests/support and skip loudly where it is absent.
function(calque_test name)
  add_executable(${name} ${ARGN})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE calque::calque nlohmann_json::nlohmann_json ICU::uc
    GTest::gtest_main GTest::gmock rapidcheck rapidcheck_gtest)
  target_compile_definitions(${name} PRIVATE CALQUE_SOURCE_DIRECTORY=".")
  target_compile_options(${name} PRIVATE -Wall -Wextra $<$<BOOL:${CALQUE_DEVELOPER}>:-Werror>)
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 120 WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()
