# translations/en.po -> a source with what msgfmt makes of it as bytes. Run as a script it writes
# that source: cmake -D INPUT=en.mo -D OUTPUT=catalogue.cpp -P catalogue.cmake
if(CMAKE_SCRIPT_MODE_FILE)
  file(READ "${INPUT}" bytes HEX)
  string(LENGTH "${bytes}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
  # Lines of 32 bytes, as no compiler likes one of a hundred thousand.
  string(REPEAT "...." 32 line)
  string(REGEX REPLACE "(${line})" "\\1\"\n\"" bytes "${bytes}")
  file(WRITE "${OUTPUT}" "#include \"pipeline/model/catalogue.h\"\n
namespace pipeline {
std::string_view english_catalogue() {
  static constexpr char bytes[] =\n\"${bytes}\";
  return {bytes, ${size}};
}
}  // namespace pipeline\n")
  return()
endif()

find_program(msgfmt msgfmt REQUIRED)
find_program(xgettext xgettext REQUIRED)
find_program(msgcmp msgcmp REQUIRED)

# Adds the catalogue to the library of a folder.
function(pipeline_catalogue folder)
  set(made ${CMAKE_BINARY_DIR}/translations)
  file(MAKE_DIRECTORY ${made})
  add_custom_command(OUTPUT ${made}/catalogue.cpp
    COMMAND ${msgfmt} -o ${made}/en.mo ${CMAKE_SOURCE_DIR}/translations/en.po
    COMMAND ${CMAKE_COMMAND} -D INPUT=${made}/en.mo -D OUTPUT=${made}/catalogue.cpp
      -P ${CMAKE_SOURCE_DIR}/cmake/catalogue.cmake
    DEPENDS ${CMAKE_SOURCE_DIR}/translations/en.po ${CMAKE_SOURCE_DIR}/cmake/catalogue.cmake
    COMMENT "translations/en.po" VERBATIM)
  target_sources(pipeline_${folder} PRIVATE ${made}/catalogue.cpp)
  # Longer than the standard promises, which clang minds; both compilers take it.
  set_source_files_properties(${made}/catalogue.cpp PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()
