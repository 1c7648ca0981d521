// What the programs that read PDF share: the document on standard input, lines on standard output.
#pragma once

#include <string_view>

namespace pipeline {

// Standard input, which is a file in memory; empty where it is none. It stays as long as the
// program.
std::string_view standard_input();

// Throws where not all of it could be written.
void write_all(int file, std::string_view bytes);

}  // namespace pipeline
