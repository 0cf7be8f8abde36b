# calque_embed(TARGET name file): the bytes of `file` as `std::string_view calque::internal::name()`,
# declared by whoever uses it. Run as a script (cmake -P) it writes the source file.
if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${INPUT} bytes HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  file(WRITE ${OUTPUT} "#include <string_view>\nnamespace calque::internal {\n"
    "static constexpr unsigned char kBytes[] = {\n${bytes}};\n"
    "std::string_view ${NAME}();\nstd::string_view ${NAME}() {\n"
    "  return {reinterpret_cast<const char*>(kBytes), sizeof kBytes};\n}\n}\n")
  return()
endif()

function(calque_embed target name file)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${name}.cc)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${CMAKE_CURRENT_SOURCE_DIR}/${file} -DOUTPUT=${output} -DNAME=${name}
      -P ${PROJECT_SOURCE_DIR}/tools/cmake/CalqueEmbed.cmake
    DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file} ${PROJECT_SOURCE_DIR}/tools/cmake/CalqueEmbed.cmake VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
