# cmake --install, find_package(calque), and the Debian package of cpack.
include(CMakePackageConfigHelpers)

install(TARGETS calque_library EXPORT calque
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS calque_command RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY include/calque DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY corpora/ DESTINATION ${CMAKE_INSTALL_DATADIR}/calque)
install(FILES README.md LICENSE corpora/NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/calque)
install(EXPORT calque NAMESPACE calque:: DESTINATION ${package_folder})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/calqueConfig.cmake.in
  ${PROJECT_BINARY_DIR}/calqueConfig.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/calqueConfigVersion.cmake
  COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/calqueConfig.cmake
              ${PROJECT_BINARY_DIR}/calqueConfigVersion.cmake
              ${CMAKE_CURRENT_LIST_DIR}/CalqueDependencies.cmake
        DESTINATION ${package_folder})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME calque)
set(CPACK_PACKAGE_CONTACT "The calque authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
include(CPack)
