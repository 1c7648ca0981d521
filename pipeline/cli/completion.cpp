#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <set>
#include <string>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"

namespace pipeline {
namespace {

void add_words(const CLI::App& command, std::set<std::string>& words) {
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) words.insert("--" + name);
  for (const CLI::App* part : command.get_subcommands({})) {
    words.insert(part->get_name());
    add_words(*part, words);
  }
}

// The options of each subcommand, and of its own subcommands, as bash's case branches, taken from
// the program itself.
std::string branches(const CLI::App& app) {
  std::string text;
  for (const CLI::App* command : app.get_subcommands({})) {
    std::set<std::string> words;
    add_words(*command, words);
    text += fmt::format("    {}) words=\"{}\" ;;\n", command->get_name(), fmt::join(words, " "));
  }
  return text;
}

std::string bash_completion(const CLI::App& app) {
  std::string names;
  for (const CLI::App* command : app.get_subcommands({})) names += " " + command->get_name();
  return fmt::format(
      "_samenspel() {{\n"
      "  local current=\"${{COMP_WORDS[COMP_CWORD]}}\" words\n"
      "  case \"${{COMP_WORDS[1]}}\" in\n{}"
      "    *) words=\"--help --version{}\" ;;\n"
      "  esac\n"
      "  [ \"$COMP_CWORD\" = 1 ] && words=\"--help --version{}\"\n"
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
      "  [ ${{#COMPREPLY[@]}} = 0 ] && COMPREPLY=($(compgen -f -- \"$current\"))\n"
      "}}\n"
      "complete -o filenames -F _samenspel samenspel\n",
      branches(app), names, names);
}

}  // namespace

void add_completion(const Command& app, Session& session) {
  const Command command = app.add_subcommand("completion", "Schrijf aanvulregels voor bash");
  command.footer("Voorbeeld (in ~/.bashrc):\n  source <(samenspel completion)");
  command.callback([app, &session] {
    fmt::print("{}", bash_completion(app.app()));
    session.status = exit_done;
  });
}

}  // namespace pipeline
