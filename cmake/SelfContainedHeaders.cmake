# SPDX-License-Identifier: GPL-3.0-or-later
# deskbell_check_headers(core ui app) makes the target headers_selfcontained: one tiny source for each header that has
# no .cpp of its own, including it twice, so a header that leans on its includer does not compile. A header with a .cpp
# needs none: the architecture test holds that its .cpp includes it first. Part of `all`, so ./dev test builds it and
# ./dev demo does not.
function(deskbell_check_headers)
  set(sources "")
  foreach(top IN LISTS ARGN)
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/${top}/*.h)
    foreach(header IN LISTS headers)
      string(REGEX REPLACE "\\.h$" "" stem ${header})
      if(NOT EXISTS ${CMAKE_SOURCE_DIR}/${stem}.cpp)
        string(REPLACE "/" "_" name ${stem})
        set(source ${CMAKE_BINARY_DIR}/headers/${name}.cpp)
        file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"\n#include \"${header}\"\n")
        list(APPEND sources ${source})
      endif()
    endforeach()
  endforeach()
  if(NOT sources)
    return()
  endif()
  get_property(modules GLOBAL PROPERTY DESKBELL_MODULES)
  add_library(headers_selfcontained OBJECT ${sources})
  set_target_properties(headers_selfcontained PROPERTIES AUTOMOC OFF AUTORCC OFF)
  target_link_libraries(headers_selfcontained PRIVATE ${modules})
  deskbell_compile_options(headers_selfcontained)
  target_compile_options(headers_selfcontained PRIVATE -O0 -g0)
endfunction()
