# Dependencies of the library, each a Debian 12 package (tools/install-packages); installed with
# it, since whoever links the static library needs them too.
find_package(PkgConfig REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json 3.11 REQUIRED CONFIG)
find_package(LibXml2 2.9.14 REQUIRED)
find_package(LibArchive 3.6 REQUIRED)
find_package(ZLIB 1.2.13 REQUIRED)
find_package(TBB 2021.8 REQUIRED CONFIG)
pkg_check_modules(LBFGS REQUIRED IMPORTED_TARGET liblbfgs)

if(TARGET CLD2::cld2)
  return()
endif()
find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
add_library(CLD2::cld2 UNKNOWN IMPORTED)
set_target_properties(CLD2::cld2 PROPERTIES
  IMPORTED_LOCATION "${CLD2_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${CLD2_INCLUDE_DIR}")
