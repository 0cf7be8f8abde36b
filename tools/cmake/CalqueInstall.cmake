# cmake --install, find_package(calque), and the Debian packages of cpack: calque (the command, its
# data and pages) and libcalque-dev.
include(CMakePackageConfigHelpers)

install(TARGETS calque_library EXPORT calque
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
        FILE_SET HEADERS COMPONENT development)
install(TARGETS calque_command RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(PROGRAMS tools/slurm/calque-submit DESTINATION ${CMAKE_INSTALL_BINDIR})
install(PROGRAMS tools/slurm/calque-batch DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/calque)
install(DIRECTORY corpora/ DESTINATION ${CMAKE_INSTALL_DATADIR}/calque)
install(FILES README.md LICENSE corpora/NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/calque)
install(EXPORT calque NAMESPACE calque:: DESTINATION ${package_folder} COMPONENT development)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/calqueConfig.cmake.in
  ${PROJECT_BINARY_DIR}/calqueConfig.cmake INSTALL_DESTINATION ${package_folder}
  PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/calqueConfigVersion.cmake
  COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/calqueConfig.cmake
              ${PROJECT_BINARY_DIR}/calqueConfigVersion.cmake
              ${CMAKE_CURRENT_LIST_DIR}/CalqueDependencies.cmake
        DESTINATION ${package_folder} COMPONENT development)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The calque authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL runtime development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME calque)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION text)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libcalque-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "calque (= ${PROJECT_VERSION}), libicu-dev,\
 nlohmann-json3-dev, libxml2-dev, libarchive-dev, zlib1g-dev, libtbb-dev,\
 libcld2-dev, liblbfgs-dev, pkg-config")
include(CPack)
