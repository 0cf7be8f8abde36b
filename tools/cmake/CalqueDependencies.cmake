# Dependencies of the library, each a Debian 12 package (tools/install-packages); installed with
# it, since whoever links the static library needs them too.
#
# calque_find(PACKAGE option...): required by our own build; where find_package(calque) asks, a
# package that is missing means that calque is not found, and whether that is an error is up to it.
if(CMAKE_FIND_PACKAGE_NAME STREQUAL "calque")
  include(CMakeFindDependencyMacro)
  set(calque_required)
  macro(calque_find)
    find_dependency(${ARGV})
  endmacro()
else()
  set(calque_required REQUIRED)
  macro(calque_find)
    find_package(${ARGV} REQUIRED)
  endmacro()
endif()

calque_find(PkgConfig)
calque_find(ICU 72 COMPONENTS uc i18n)
calque_find(nlohmann_json 3.11 CONFIG)
calque_find(LibXml2 2.9.14)
calque_find(LibArchive 3.6)
calque_find(ZLIB 1.2.13)
calque_find(TBB 2021.8 CONFIG)
pkg_check_modules(LBFGS ${calque_required} IMPORTED_TARGET liblbfgs)

if(NOT TARGET CLD2::cld2)
  find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h ${calque_required})
  find_library(CLD2_LIBRARY cld2 ${calque_required})
  if(CLD2_LIBRARY AND CLD2_INCLUDE_DIR)
    add_library(CLD2::cld2 UNKNOWN IMPORTED)
    set_target_properties(CLD2::cld2 PROPERTIES
      IMPORTED_LOCATION "${CLD2_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${CLD2_INCLUDE_DIR}")
  endif()
endif()
