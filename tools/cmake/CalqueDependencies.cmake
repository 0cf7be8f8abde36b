# Every dependency is a Debian 12 package; tools/install-packages holds their names.
find_package(PkgConfig REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json 3.11 REQUIRED CONFIG)
find_package(LibXml2 2.9.14 REQUIRED)
find_package(LibArchive 3.6 REQUIRED)
find_package(TBB 2021.8 REQUIRED CONFIG)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
pkg_check_modules(SentencePiece REQUIRED IMPORTED_TARGET sentencepiece)
pkg_check_modules(LBFGS REQUIRED IMPORTED_TARGET liblbfgs)

find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
add_library(CLD2::cld2 UNKNOWN IMPORTED)
set_target_properties(CLD2::cld2 PROPERTIES
  IMPORTED_LOCATION "${CLD2_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${CLD2_INCLUDE_DIR}")
