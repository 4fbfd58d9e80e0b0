# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Warnings, determinism flags and sanitizers for one of our targets; no global flags.
function(plimsoll_configure_target target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    # GCC 12 sees overlapping copies in std::string operator+ and unset strings in std::variant that are not there
    # (its bugs 105651 and 105562).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    # Results must not depend on the build machine: no fused multiply-add, no fast-math.
    -ffp-contract=off
    # Nobody looks at errno or floating-point exceptions; the compiler may choose the value instead of branching.
    -fno-math-errno -fno-trapping-math)
  # Every x86-64 processor since 2009; loops that gain from more are built for more and chosen when the program starts.
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
    target_compile_options(${target} PRIVATE -march=x86-64-v2
      # GCC clears and copies records of a hundred bytes with "rep stos", whose start costs a processor more than the rest
      # of what a message costs there.
      $<$<CXX_COMPILER_ID:GNU>:-mmemset-strategy=unrolled_loop:256:noalign,libcall:-1:noalign>
      $<$<CXX_COMPILER_ID:GNU>:-mmemcpy-strategy=unrolled_loop:256:noalign,libcall:-1:noalign>)
  endif()
  if(PLIMSOLL_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(PLIMSOLL_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${PLIMSOLL_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${PLIMSOLL_SANITIZE})
  endif()
  if(PLIMSOLL_COVERAGE)
    target_compile_options(${target} PRIVATE --coverage)
    target_link_options(${target} PRIVATE --coverage)
  endif()
endfunction()

# Most of what a file costs to compile is reading headers, so neighbours are read together: the files of one folder, `most` of
# them at a time. PLIMSOLL_UNITY=OFF compiles each alone, which shows whether each includes what it uses.
function(plimsoll_compile_together target most)
  if(NOT PLIMSOLL_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # Types of one file alone are not in "the" file then, of which GCC would warn.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  foreach(source ${sources})
    cmake_path(GET source PARENT_PATH folder)
    string(MAKE_C_IDENTIFIER "together_${folder}" group)
    if(NOT DEFINED ${group})
      set(${group} 0)
    endif()
    math(EXPR part "${${group}} / ${most}")
    math(EXPR ${group} "${${group}} + 1")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP "${group}_${part}")
  endforeach()
endfunction()

# plimsoll_add_layer(Model USES <targets> SOURCES <files>): a static library Plimsoll::Model.
function(plimsoll_add_layer name)
  cmake_parse_arguments(arg "" "" "USES;PRIVATE_USES;SOURCES" ${ARGN})
  string(TOLOWER ${name} lower)
  set(target plimsoll_${lower})
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(Plimsoll::${name} ALIAS ${target})
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${target} PUBLIC ${arg_USES} PRIVATE ${arg_PRIVATE_USES})
  plimsoll_configure_target(${target})
  plimsoll_compile_together(${target} 6)
endfunction()

# plimsoll_embed(<target> <symbol> <file>...): the files become `std::string_view <symbol>(std::string_view name)`
# in namespace plimsoll::embedded, named by their file name; unknown names give an empty view.
function(plimsoll_embed target symbol)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp)
  set(absolute "")
  foreach(file ${ARGN})
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE path)
    list(APPEND absolute ${path})
  endforeach()
  list(JOIN absolute "|" joined)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DSYMBOL=${symbol} "-DFILES=${joined}"
            -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${absolute} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()

# plimsoll_add_tests(Model USES <targets> SOURCES <files>): one QtTest binary for a layer; every source file defines
# one test class and registers it with PLIMSOLL_TEST (tests/support/test_main.h).
function(plimsoll_add_tests name)
  cmake_parse_arguments(arg "" "" "USES;SOURCES" ${ARGN})
  string(TOLOWER ${name} lower)
  set(target tst_${lower})
  add_executable(${target} ${arg_SOURCES} ${PROJECT_SOURCE_DIR}/tests/support/test_main.cpp)
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
  target_link_libraries(${target} PRIVATE ${arg_USES} Qt6::Test)
  target_compile_options(${target} PRIVATE -include ${PROJECT_SOURCE_DIR}/cmake/moc_prelude.h)
  set_property(TARGET ${target} PROPERTY AUTOMOC_MOC_OPTIONS "--include;${PROJECT_SOURCE_DIR}/cmake/moc_prelude.h")
  target_compile_definitions(${target} PRIVATE PLIMSOLL_SOURCE_DIR="${PROJECT_SOURCE_DIR}" QT_NO_KEYWORDS)
  plimsoll_configure_target(${target})
  # What tests spend is spent in the layers; their own code is compiled far more often than it runs.
  target_compile_options(${target} PRIVATE -O1)
  plimsoll_compile_together(${target} 8)
  add_test(NAME ${lower} COMMAND ${target})
  set_tests_properties(${lower} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;QTEST_FUNCTION_TIMEOUT=900000" TIMEOUT 1800)
endfunction()
