// --help in the reader's language.
#pragma once

#include <string>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace pipeline {

// Gives `app` our words and layout, before commands are added to it.
void begin_help(CLI::App& app);

// After all commands are: what they say of themselves stands in them in Dutch, as keys of the
// catalogue, and is put into the reader's language.
void finish_help(CLI::App& app);

// "VRAAG": what stands for the value of an option.
std::string placeholder_of(const CLI::Option& option);

}  // namespace pipeline
