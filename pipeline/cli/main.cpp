// samenspel: which factors make a collaboration succeed or fail, in Dutch interviews and documents.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <exception>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/help.h"
#include "pipeline/cli/session.h"
#include "pipeline/cli/usage.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace {

const std::string_view description = pipeline::tr_later(
    "Samenspel leest Nederlandse interviews en documenten, codeert er succes- en faalfactoren in "
    "en\n"
    "beantwoordt vragen met passages en tabellen. Alles blijft op deze computer.");

const std::string_view first_steps = pipeline::tr_later(
    "Zo begint u:\n"
    "  samenspel new mijn-studie                                 maak een studie\n"
    "  samenspel ingest --study mijn-studie map/met/interviews   lees de documenten in\n"
    "  samenspel table --study mijn-studie --columns case        factoren per case\n"
    "  samenspel search --study mijn-studie 'factor:vertrouwen NEAR/8 gemeente'\n"
    "'samenspel OPDRACHT --help' geeft voorbeelden bij elke opdracht.\n"
    "Afsluitcode: 0 gedaan, 1 niets gevonden, 2 fout.");

// "taart" of samenspel chart taart, and which kinds there are.
std::string unknown_command(const CLI::App* app) {
  const CLI::App* deepest = app;
  while (!deepest->get_subcommands().empty()) deepest = deepest->get_subcommands().front();
  std::string known;
  for (const CLI::App* it : deepest->get_subcommands({}))
    known += (known.empty() ? "" : ", ") + it->get_name();
  // Behind an option there may be its value.
  const std::vector<std::string> words = app->remaining(true);
  if (!words.empty() && !words.front().starts_with('-'))
    return pipeline::tr("'{}' is er niet bij {}; kies uit {}", words.front(), deepest->get_name(),
                        known);
  return pipeline::tr("noem wat {} moet doen: kies uit {}", deepest->get_name(), known);
}

// What an argument is called stands in a message as it does in Dutch help; in English its value
// says more: "QUERY is required" for "vraag is required".
std::string with_values(const CLI::App* app, std::string message) {
  if (pipeline::spoken() == pipeline::Language::dutch) return message;
  while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
  for (const CLI::Option* it : app->get_options())
    if (it->get_positional() && (message.starts_with(it->get_name() + " is required") ||
                                 message.starts_with(it->get_name() + ": ")))
      return pipeline::placeholder_of(*it) + message.substr(it->get_name().size());
  return message;
}

std::string usage_message(const CLI::App* app, const CLI::Error& e) {
  const bool is_command = std::string_view(e.what()) == "A subcommand is required";
  return "samenspel: " +
         pipeline::printable(is_command ? unknown_command(app)
                                        : pipeline::usage_mistake(with_values(app, e.what()))) +
         "\n" +
         pipeline::tr(
             "'samenspel --help' noemt de opdrachten, 'samenspel OPDRACHT --help' wat erbij kan.") +
         "\n";
}

// `-factor:vertrouwen` is a query, and no option.
bool is_query(std::string_view word) {
  if (word.size() < 3 || word[0] != '-') return false;
  if (word[1] == '"' || word[1] == '(' || word[1] == '@') return true;
  const std::size_t name = word.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", 1);
  return name != std::string_view::npos && name > 2 && word[name] == ':';
}

int status_of(CLI::App& app, int argc, char** argv, const pipeline::Session& session) {
  try {
    std::vector<std::string> words(argv + 1, argv + argc);
    for (std::string& word : words)
      if (is_query(word)) word.insert(0, 1, ' ');
    std::ranges::reverse(words);  // as CLI11 wants them
    app.parse(std::move(words));
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? pipeline::exit_done : pipeline::exit_error;
  } catch (const std::exception& e) {
    // Output that could not be written is told of when all is flushed.
    if (std::ferror(stdout) == 0) pipeline::complain(e.what());
    return pipeline::exit_error;
  }
  return session.status;
}

// Before the options are made, as their descriptions are in a language, too.
std::optional<pipeline::Language> asked_language(int argc, char** argv) {
  std::optional<pipeline::Language> asked;
  for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" && i + 1 < argc) asked = pipeline::language_of_code(argv[i + 1]);
    if (word.starts_with("--lang=")) asked = pipeline::language_of_code(word.substr(7));
  }
  return asked;
}

void add_language(CLI::App& app, std::string& code) {
  app.fallthrough();
  pipeline::Command(app)
      .add_option("--lang", code, "Taal van wat u leest: nl of en (standaard: die van de computer)")
      .type_name("TAAL")
      .one_of({"nl", "en"});
}

// False, and said so, where the answer did not all arrive; not said to whom stopped reading.
bool is_answer_written() {
  errno = 0;
  std::cout.flush();
  const bool flushed = std::fflush(stdout) == 0;
  if (flushed && std::ferror(stdout) == 0 && std::cout.good()) return true;
  if (errno != EPIPE)
    pipeline::complain(pipeline::tr("het antwoord kon niet worden geschreven; is de schijf vol?"));
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  pipeline::Session session;
  session.asked_language = asked_language(argc, argv);
  const pipeline::Speaking speaking(
      session.asked_language.value_or(pipeline::language_of_locale()));
  std::string language;
  CLI::App app(std::string(description), "samenspel");
  app.footer(std::string(first_steps));
  app.set_version_flag("--version", pipeline::program_version(), "Toon de versie");
  app.require_subcommand(1);
  pipeline::begin_help(app);
  app.failure_message(usage_message);
  add_language(app, language);
  for (const auto add :
       {pipeline::add_new,        pipeline::add_ingest,     pipeline::add_names,
        pipeline::add_search,     pipeline::add_queries,    pipeline::add_kwic,
        pipeline::add_table,      pipeline::add_keyness,    pipeline::add_cooccurrence,
        pipeline::add_collocates, pipeline::add_dispersion, pipeline::add_timeline,
        pipeline::add_words,      pipeline::add_contrast,   pipeline::add_matrix,
        pipeline::add_verify,     pipeline::add_chart,      pipeline::add_export,
        pipeline::add_report,     pipeline::add_forms,      pipeline::add_why,
        pipeline::add_evaluate,   pipeline::add_codings,    pipeline::add_learn,
        pipeline::add_propose,    pipeline::add_documents,  pipeline::add_tag,
        pipeline::add_context,    pipeline::add_reindex,    pipeline::add_check,
        pipeline::add_lexicon,    pipeline::add_read,       pipeline::add_analyse,
        pipeline::add_completion})
    add(pipeline::Command(app), session);
  pipeline::finish_help(app);
  const int status = status_of(app, argc, argv, session);
  return is_answer_written() ? status : static_cast<int>(pipeline::exit_error);
}
