# The work of a test is done in the library; the test's own code is not worth optimising.
function(calque_test_options target)
  target_compile_options(${target} PRIVATE -O0 -Wall -Wextra $<$<BOOL:${CALQUE_DEVELOPER}>:-Werror>)
endfunction()

add_library(test_headers OBJECT EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tests/support/headers.cc)
target_link_libraries(test_headers PRIVATE GTest::gtest GTest::gmock)
calque_test_options(test_headers)
calque_precompile(test_headers <gmock/gmock.h> <gtest/gtest.h>)

# calque_test(NAME source...): one GoogleTest program that sees the library's private headers.
# They run from the top of the tree, so that they compile alike in every checkout.
# Tests find ../shared through SharedData() of tests/support and skip loudly where it is absent.
function(calque_test name)
  add_executable(${name} ${ARGN})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE calque::calque nlohmann_json::nlohmann_json ICU::uc
    GTest::gtest_main GTest::gmock rapidcheck rapidcheck_gtest)
  target_compile_definitions(${name} PRIVATE CALQUE_SOURCE_DIRECTORY=".")
  calque_test_options(${name})
  if(CALQUE_PRECOMPILE)
    target_precompile_headers(${name} REUSE_FROM test_headers)
  endif()
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 120 WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()
