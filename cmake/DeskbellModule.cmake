# SPDX-License-Identifier: GPL-3.0-or-later
# deskbell_module(core_engine USES core_language) makes a static library of core/engine/*.cpp. The first word of
# the name is the top folder, the rest the folder in it. Every name after USES that looks like one of our own modules
# must have been declared above: that is how the layering is kept.

include(CheckCXXCompilerFlag)

set_property(GLOBAL PROPERTY DESKBELL_MODULES "")

function(deskbell_compile_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
  if(DESKBELL_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  target_compile_definitions(${target} PRIVATE QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
  if(DESKBELL_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${DESKBELL_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${DESKBELL_SANITIZE})
  endif()
endfunction()

function(deskbell_module name)
  cmake_parse_arguments(ARG "" "" "USES" ${ARGN})
  get_property(declared GLOBAL PROPERTY DESKBELL_MODULES)
  foreach(used IN LISTS ARG_USES)
    if(used MATCHES "^(core|ui|app)_" AND NOT used IN_LIST declared)
      message(FATAL_ERROR "${name} uses ${used}, which is not declared above it in CMakeLists.txt")
    endif()
  endforeach()

  string(REGEX MATCH "^[a-z]+" top ${name})
  string(REGEX REPLACE "^[a-z]+_" "" room ${name})
  set(folder ${CMAKE_SOURCE_DIR}/${top}/${room})
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  file(GLOB headers CONFIGURE_DEPENDS ${folder}/*.h)
  file(GLOB resources CONFIGURE_DEPENDS ${folder}/*.qrc)
  if(sources)
    add_library(${name} STATIC ${sources} ${headers} ${resources})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${ARG_USES})
    deskbell_compile_options(${name})
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} INTERFACE ${ARG_USES})
  endif()
  set_property(GLOBAL APPEND PROPERTY DESKBELL_MODULES ${name})
endfunction()

# deskbell_tests(engine USES core_engine): every tests/engine/*test.cpp becomes one test of the same name;
# other .cpp files of that folder are shared by them.
function(deskbell_tests room)
  cmake_parse_arguments(ARG "" "" "USES" ${ARGN})
  set(folder ${CMAKE_SOURCE_DIR}/tests/${room})
  file(GLOB tests CONFIGURE_DEPENDS ${folder}/*test.cpp)
  file(GLOB shared CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h)
  list(FILTER shared EXCLUDE REGEX "test\\.cpp$")
  foreach(source IN LISTS tests)
    get_filename_component(test ${source} NAME_WE)
    add_executable(${test} ${source} ${shared})
    target_link_libraries(${test} PRIVATE ${ARG_USES} Qt6::Test)
    target_include_directories(${test} PRIVATE ${CMAKE_SOURCE_DIR})
    target_compile_definitions(${test} PRIVATE DESKBELL_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
      DESKBELL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    deskbell_compile_options(${test})
    add_test(NAME ${room}.${test} COMMAND ${test})
    set_tests_properties(${room}.${test} PROPERTIES TIMEOUT 180
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;LC_ALL=C.UTF-8")
  endforeach()
endfunction()
