# The word table: compiled from Debian's OpenTaal lists (packages wdutch and hunspell-nl) and the
# project's own tables, at build time. words.bin lies in the build tree and is installed.

set(SAMENSPEL_WORD_LIST /usr/share/dict/dutch CACHE FILEPATH "OpenTaal's word list (wdutch)")
set(SAMENSPEL_HUNSPELL /usr/share/hunspell CACHE PATH "folder of nl.dic and nl.aff (hunspell-nl)")
foreach(source IN ITEMS ${SAMENSPEL_WORD_LIST} ${SAMENSPEL_HUNSPELL}/nl.dic ${SAMENSPEL_HUNSPELL}/nl.aff)
  if(NOT EXISTS ${source})
    message(FATAL_ERROR "${source} is missing; install the packages wdutch and hunspell-nl")
  endif()
endforeach()

# word_table(FOLDER folder SOURCES files without .cpp USES folders): the compiler as library and
# program, and the table that it makes.
function(word_table)
  cmake_parse_arguments(it "" "FOLDER" "SOURCES;USES" ${ARGN})
  list(TRANSFORM it_SOURCES REPLACE "^(.+)$" "pipeline/${it_FOLDER}/compile/\\1.cpp")
  add_library(word_table_steps STATIC ${it_SOURCES})
  pipeline_target(word_table_steps word_table_steps USES ${it_FOLDER} ${it_USES})
  add_executable(word_table_compiler pipeline/${it_FOLDER}/compile/main.cpp)
  pipeline_target(word_table_compiler word_table_compiler USES ${it_FOLDER} ${it_USES})
  target_link_libraries(word_table_compiler PRIVATE word_table_steps)
  # A debugger is seldom wanted here and the build waits for it.
  target_compile_options(word_table_steps PRIVATE -O2)

  set(data ${CMAKE_SOURCE_DIR}/pipeline/${it_FOLDER}/data)
  file(GLOB own_tables CONFIGURE_DEPENDS ${data}/*.tsv)
  add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/words.bin
    COMMAND word_table_compiler ${SAMENSPEL_WORD_LIST} ${SAMENSPEL_HUNSPELL}/nl.dic
      ${SAMENSPEL_HUNSPELL}/nl.aff ${data} ${CMAKE_BINARY_DIR}/words.bin
    DEPENDS word_table_compiler ${own_tables} ${SAMENSPEL_WORD_LIST} ${SAMENSPEL_HUNSPELL}/nl.dic
      ${SAMENSPEL_HUNSPELL}/nl.aff
    COMMENT "Compiling the word table" VERBATIM)
  add_custom_target(word_table ALL DEPENDS ${CMAKE_BINARY_DIR}/words.bin)
  install(FILES ${CMAKE_BINARY_DIR}/words.bin DESTINATION share/samenspel)
endfunction()
