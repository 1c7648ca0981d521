// What all subcommands share: the study they work on, the resources beside the program, and how
// they speak: results on standard output, everything else on standard error, in Dutch or
// English.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/language/word_table.h"
#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/result.h"
#include "pipeline/model/tr.h"
#include "pipeline/store/store.h"
#include "pipeline/store/study.h"

namespace pipeline {

enum ExitStatus : int { exit_done = 0, exit_nothing_found = 1, exit_error = 2 };

struct Session {
  std::filesystem::path study_folder = ".";
  int status = exit_done;
  std::optional<Language> asked_language;  // with --lang

  // words.bin and lexicons/: in $SAMENSPEL_DATA, else beside the installed program
  // (../share/samenspel), else where the program was built.
  std::filesystem::path words_file() const;
  std::filesystem::path default_lexicon() const;
  // Those in lexicons/, by name: "condities", "samenwerking".
  std::vector<std::string> shipped_lexicons() const;
  // The folder that a user named: a path, or the name of a lexicon in lexicons/.
  std::filesystem::path lexicon_folder(const std::filesystem::path& named) const;

  // Each says what is wrong on standard error and gives nothing; the caller ends with exit_error.
  std::optional<Study> study() const;
  std::optional<Store> store(const Study& study) const;
  std::optional<WordTable> words(TableCheck check = TableCheck::whole) const;
  std::optional<Lexicon> lexicon(const std::filesystem::path& named) const;
  // The factors of the study's lexicon as it is now, without their definitions: from the store
  // while the lexicon is that of the last run, else from its files, and then says that it changed.
  std::optional<std::vector<Factor>> factors(const Study& study, const Store& store) const;
};

// Whether the folder looks like a study, so that commands that need none may still use it.
bool is_study(const std::filesystem::path& folder);

// "samenspel: ..." on standard error.
void complain(std::string_view message);
void complain(const Error& error);
void complain(const Errors& errors);

// Text that may hold anything at all, as it goes to standard output: byte for byte, but printable
// on a terminal, where lines and tabs stay.
std::string shown(std::string text);

// What is known of the terminal on standard output.
bool is_terminal();
bool wants_colour();        // a terminal, and NO_COLOR is not set
unsigned terminal_width();  // columns; 0: no terminal

// "samenspel 0.1.0"
std::string program_version();

}  // namespace pipeline
