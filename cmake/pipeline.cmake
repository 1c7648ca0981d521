# The build's own words: what a folder, the program and a test binary are. Flags hang on targets.

add_library(pipeline_flags INTERFACE)
target_include_directories(pipeline_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(pipeline_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  -Wold-style-cast -Wnon-virtual-dtor -Werror)
# Some libraries ask for it; a precompiled header serves all folders only if all have it.
target_compile_options(pipeline_flags INTERFACE -pthread)

# A program that runs within limits of memory, which the sanitizers' shadow is far beyond, has the property
# `unsanitised`.
set(is_sanitised "$<NOT:$<BOOL:$<TARGET_PROPERTY:unsanitised>>>")
option(SAMENSPEL_SANITIZE "build with the address and undefined-behaviour sanitizers" OFF)
if(SAMENSPEL_SANITIZE)
  # gcc 12 takes std::function within std::regex for uninitialised when it is instrumented.
  target_compile_options(pipeline_flags INTERFACE "$<${is_sanitised}:-fsanitize=address,undefined>"
    "$<${is_sanitised}:-fno-sanitize-recover=all>" -O1 -fno-omit-frame-pointer -Wno-maybe-uninitialized)
  target_link_options(pipeline_flags INTERFACE "$<${is_sanitised}:-fsanitize=address,undefined>")
endif()
option(SAMENSPEL_COVERAGE "build with gcov counters" OFF)
if(SAMENSPEL_COVERAGE)
  target_compile_options(pipeline_flags INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(pipeline_flags INTERFACE --coverage)
endif()

option(SAMENSPEL_FUZZ "build the fuzz entries with libFuzzer and the sanitizers (clang only)" OFF)
if(SAMENSPEL_FUZZ)
  target_compile_options(pipeline_flags INTERFACE
    "$<${is_sanitised}:-fsanitize=fuzzer-no-link,address,undefined>"
    "$<${is_sanitised}:-fno-sanitize-recover=all>" -fno-omit-frame-pointer)
  target_link_options(pipeline_flags INTERFACE "$<${is_sanitised}:-fsanitize=address,undefined>")
endif()

function(pipeline_target target folder)
  cmake_parse_arguments(it "" "" "USES;LIBRARIES" ${ARGN})
  target_link_libraries(${target} PRIVATE pipeline_flags ${it_LIBRARIES} PkgConfig::fmt)
  foreach(used IN LISTS it_USES ITEMS model)
    if(NOT used STREQUAL folder)
      target_link_libraries(${target} PUBLIC pipeline::${used})
    endif()
  endforeach()
endfunction()

# Headers that most files of pipeline/ include and that take long to read. Every file still names what it
# uses: the presets coverage and fuzz build without (CMAKE_DISABLE_PRECOMPILE_HEADERS).
function(pipeline_headers)
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/headers.cpp CONTENT "")
  add_library(pipeline_headers OBJECT ${CMAKE_BINARY_DIR}/headers.cpp)
  target_link_libraries(pipeline_headers PRIVATE pipeline_flags PkgConfig::fmt)
  target_compile_options(pipeline_headers PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  target_precompile_headers(pipeline_headers PRIVATE <algorithm> <functional> <map>
    <memory> <optional> <span> <string> <string_view> <unordered_map> <utility> <vector>
    <tl/expected.hpp>)
endfunction()

function(pipeline_uses_headers target)
  # gcc 12 warns of its own headers when they are precompiled.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds> $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow> $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overread>)
  target_precompile_headers(${target} REUSE_FROM pipeline_headers)
endfunction()

# pipeline_library(NAME SOURCES files without .cpp [USES folders] [LIBRARIES third parties])
function(pipeline_library name)
  cmake_parse_arguments(it "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  list(TRANSFORM it_SOURCES REPLACE "^(.+)$" "pipeline/${name}/\\1.cpp")
  add_library(pipeline_${name} STATIC ${it_SOURCES})
  add_library(pipeline::${name} ALIAS pipeline_${name})
  pipeline_target(pipeline_${name} ${name} USES ${it_USES} LIBRARIES ${it_LIBRARIES})
  pipeline_uses_headers(pipeline_${name})
endfunction()

# pipeline_program(NAME FOLDER folder SOURCES ... USES ... LIBRARIES ...)
function(pipeline_program name)
  cmake_parse_arguments(it "" "FOLDER" "SOURCES;USES;LIBRARIES" ${ARGN})
  list(TRANSFORM it_SOURCES REPLACE "^(.+)$" "pipeline/${it_FOLDER}/\\1.cpp")
  add_executable(${name} ${it_SOURCES})
  target_compile_definitions(${name} PRIVATE SAMENSPEL_VERSION="${PROJECT_VERSION}"
    SAMENSPEL_BUILD_DIR="${CMAKE_BINARY_DIR}" SAMENSPEL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  pipeline_target(${name} ${it_FOLDER} USES ${it_USES} LIBRARIES ${it_LIBRARIES})
endfunction()

# Headers that most tests include and that take long to read. Every file still names what it uses: the
# presets coverage and fuzz build without (CMAKE_DISABLE_PRECOMPILE_HEADERS).
function(pipeline_test_headers)
  file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/headers.cpp CONTENT "")
  add_library(test_headers OBJECT ${CMAKE_CURRENT_BINARY_DIR}/headers.cpp)
  pipeline_target(test_headers test_headers LIBRARIES GTest::gtest GTest::gmock)
  target_compile_options(test_headers PUBLIC $<$<CONFIG:RelWithDebInfo>:-O0> $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  target_precompile_headers(test_headers PRIVATE <gtest/gtest.h> <gmock/gmock.h>
    <algorithm> <filesystem> <fstream> <map> <set> <string> <vector>)
endfunction()

# pipeline_tests(FOLDER SOURCES files without _test.cpp [SUPPORT files without .cpp that they share]
# [USES folders] [LIBRARIES third parties]): one binary a folder of tests/, each of its tests known to
# ctest.
function(pipeline_tests folder)
  cmake_parse_arguments(it "" "" "SOURCES;SUPPORT;USES;LIBRARIES" ${ARGN})
  list(TRANSFORM it_SOURCES REPLACE "^(.+)$" "${folder}/\\1_test.cpp")
  list(TRANSFORM it_SUPPORT REPLACE "^(.+)$" "${folder}/\\1.cpp")
  add_executable(${folder}_test ${it_SOURCES} ${it_SUPPORT})
  pipeline_target(${folder}_test ${folder}_test USES ${it_USES} LIBRARIES ${it_LIBRARIES} GTest::gtest GTest::gtest_main)
  # What tests say is compiled more often than run; what they test is optimised.
  target_compile_options(${folder}_test PRIVATE $<$<CONFIG:RelWithDebInfo>:-O0> $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  target_precompile_headers(${folder}_test REUSE_FROM test_headers)
  target_compile_definitions(${folder}_test PRIVATE SAMENSPEL_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    SAMENSPEL_BINARY_DIR="${CMAKE_BINARY_DIR}")
  gtest_discover_tests(${folder}_test DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
endfunction()

# pipeline_fuzz(NAME [USES folders] [LIBRARIES third parties]): the entry tests/fuzz/NAME_fuzz.cpp. Its
# seeds, tests/fuzz/seeds/NAME, are replayed in the ordinary test run, and so are a few broken forms of
# them (tests/fuzz/mutate.sh tries a thousand of each format); with SAMENSPEL_FUZZ the program
# looks for new ones: fuzz_NAME -max_total_time=180 SCRATCH_FOLDER tests/fuzz/seeds/NAME
function(pipeline_fuzz name)
  cmake_parse_arguments(it "" "" "USES;LIBRARIES" ${ARGN})
  add_executable(fuzz_${name} fuzz/${name}_fuzz.cpp)
  pipeline_target(fuzz_${name} fuzz_${name} USES ${it_USES} LIBRARIES ${it_LIBRARIES})
  target_compile_definitions(fuzz_${name} PRIVATE SAMENSPEL_BINARY_DIR="${CMAKE_BINARY_DIR}")
  if(SAMENSPEL_FUZZ)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    add_test(NAME fuzz_${name}
      COMMAND fuzz_${name} -runs=0 ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/seeds/${name})
  else()
    if(NOT TARGET fuzz_replay)
      add_library(fuzz_replay OBJECT fuzz/replay.cpp fuzz/mutate.cpp)
      pipeline_target(fuzz_replay fuzz_replay LIBRARIES PkgConfig::archive)
    endif()
    target_link_libraries(fuzz_${name} PRIVATE fuzz_replay PkgConfig::archive)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/mutate/${name})
    file(MAKE_DIRECTORY ${folder})
    add_test(NAME fuzz_${name} WORKING_DIRECTORY ${folder}
      COMMAND fuzz_${name} --mutations 20 ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/seeds/${name})
  endif()
  set_tests_properties(fuzz_${name} PROPERTIES TIMEOUT 300)
  if(NOT TARGET all_fuzz)
    add_custom_target(all_fuzz)
  endif()
  add_dependencies(all_fuzz fuzz_${name})
endfunction()
