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
  if(DESKBELL_CRASH_POINTS)
    target_compile_definitions(${target} PRIVATE DESKBELL_CRASH_POINTS)
  endif()
  if(DESKBELL_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
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
    deskbell_moc_where_needed(${name} ${sources} ${headers})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${ARG_USES})
    deskbell_compile_options(${name})
    deskbell_share_headers(${name} ${ARG_USES})
    deskbell_join_sources(${name})
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} INTERFACE ${ARG_USES})
  endif()
  set_property(GLOBAL APPEND PROPERTY DESKBELL_MODULES ${name})
endfunction()

# With DESKBELL_QUICK_BUILD, what most sources read first is compiled once for the core and once for what sees
# widgets; reading it again and again is half of the build otherwise. Preset ci goes without, so that there every source
# proves that it includes what it needs.
function(deskbell_share_headers target)
  get_property(on_screen GLOBAL PROPERTY DESKBELL_ON_SCREEN) # modules that see Qt Widgets
  set(sees_widgets FALSE)
  foreach(used IN LISTS ARGN)
    if(used STREQUAL Qt6::Widgets OR used IN_LIST on_screen)
      set(sees_widgets TRUE)
    endif()
  endforeach()
  if(sees_widgets)
    set_property(GLOBAL APPEND PROPERTY DESKBELL_ON_SCREEN ${target})
  endif()
  if(NOT DESKBELL_QUICK_BUILD)
    return()
  endif()
  set(headers <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QObject> <QSet> <QStringList> <QTimeZone>
    <QUrl> <algorithm> <chrono> <functional> <memory> <optional> <tl/expected.hpp> <variant> <vector>)
  if(sees_widgets)
    deskbell_common_headers(common_ui Qt6::Widgets ${headers} <QPainter> <QStyleOption> <QWidget>)
    target_precompile_headers(${target} REUSE_FROM common_ui)
  else()
    deskbell_common_headers(common_core Qt6::Core ${headers})
    target_precompile_headers(${target} REUSE_FROM common_core)
  endif()
  target_compile_options(${target} PRIVATE -fpch-preprocess) # lets ccache look through the precompiled header
endfunction()

# Our sources are small, so most of the compiler's time goes into the headers before them: with DESKBELL_QUICK_BUILD a few
# of a target are compiled as one. Names in nameless namespaces must therefore differ within a module.
function(deskbell_join_sources target)
  if(DESKBELL_QUICK_BUILD)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 10)
  endif()
endfunction()

# deskbell_replaced_by_tests(core_base crashpoint.cpp): a test links its own form of these sources, so each stays an object
# of its own that the linker need not take.
function(deskbell_replaced_by_tests module)
  string(REPLACE "_" "/" folder ${module})
  list(TRANSFORM ARGN PREPEND ${CMAKE_SOURCE_DIR}/${folder}/)
  set_property(SOURCE ${ARGN} TARGET_DIRECTORY ${module} PROPERTY SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# Half of the targets hold nothing for moc; looking for it would cost each of them a run and an empty source. Looked at
# while configuring, which ./dev does before every build.
function(deskbell_moc_where_needed target)
  foreach(source IN LISTS ARGN)
    file(STRINGS ${source} marks REGEX "Q_(OBJECT|GADGET|NAMESPACE)" LIMIT_COUNT 1)
    if(marks)
      return()
    endif()
  endforeach()
  set_target_properties(${target} PROPERTIES AUTOMOC OFF)
endfunction()

# deskbell_common_headers(NAME LIBRARY HEADER...): the target NAME carries these headers precompiled.
function(deskbell_common_headers name library)
  if(TARGET ${name})
    return()
  endif()
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${name}.cpp CONTENT "// carries the precompiled header\n")
  add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cpp)
  set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
  target_link_libraries(${name} PRIVATE ${library})
  deskbell_compile_options(${name})
  target_compile_options(${name} PRIVATE -fpch-preprocess)
  target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()

# deskbell_tests(engine USES core_engine): every tests/engine/*test.cpp becomes one test of the same name;
# other .cpp files of that folder are compiled once, as the library tests_engine, and shared by them.
function(deskbell_tests room)
  cmake_parse_arguments(ARG "" "" "USES" ${ARGN})
  set(folder ${CMAKE_SOURCE_DIR}/tests/${room})
  file(GLOB tests CONFIGURE_DEPENDS ${folder}/*test.cpp)
  file(GLOB shared CONFIGURE_DEPENDS ${folder}/*.cpp)
  list(FILTER shared EXCLUDE REGEX "test\\.cpp$")
  set(uses ${ARG_USES} Qt6::Test)
  if(shared)
    file(GLOB headers CONFIGURE_DEPENDS ${folder}/*.h)
    add_library(tests_${room} STATIC ${shared} ${headers})
    deskbell_moc_where_needed(tests_${room} ${shared} ${headers})
    target_link_libraries(tests_${room} PUBLIC ${uses})
    deskbell_test_options(tests_${room})
    deskbell_join_sources(tests_${room})
    set(uses tests_${room})
  endif()
  foreach(source IN LISTS tests)
    get_filename_component(test ${source} NAME_WE)
    # One moc run beside it costs less than CMake's machinery for finding out which.
    set(mocked ${CMAKE_CURRENT_BINARY_DIR}/moc/${room}/${test}.moc)
    add_executable(${test} ${source} ${mocked})
    qt_generate_moc(${source} ${mocked} TARGET ${test})
    set_target_properties(${test} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_include_directories(${test} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc/${room})
    target_link_libraries(${test} PRIVATE ${uses})
    deskbell_test_options(${test})
    add_test(NAME ${room}.${test} COMMAND ${test})
    set_tests_properties(${room}.${test} PROPERTIES TIMEOUT 180
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;LC_ALL=C.UTF-8")
  endforeach()
endfunction()

# Half of a test's compile time goes into reading QTest's headers, so they are compiled once for all of them. <QTest>
# itself is not among them: what it says depends on the Qt modules of each test.
function(deskbell_test_options target)
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR})
  target_compile_definitions(${target} PRIVATE DESKBELL_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
    DESKBELL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  deskbell_compile_options(${target})
  target_compile_options(${target} PRIVATE ${DESKBELL_TEST_FLAGS})
  deskbell_common_headers(tests_common Qt6::Test <QtCore/QDateTime> <QtCore/QJsonObject> <QtCore/QStringList>
    <QtCore/QTemporaryDir> <QtCore/QTimeZone> <QtCore/QUrl> <QtCore/QVariant> <QtTest/QSignalSpy> <QtTest/QTestData>
    <QtTest/qtestcase.h> <chrono> <functional> <memory> <optional> <variant> <vector>)
  target_compile_options(tests_common PRIVATE ${DESKBELL_TEST_FLAGS})
  target_precompile_headers(${target} REUSE_FROM tests_common)
  target_compile_options(${target} PRIVATE -fpch-preprocess) # lets ccache look through the precompiled header
endfunction()
