#include "pipeline/tag/tag.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <set>
#include <sstream>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/input.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/progress.h"
#include "pipeline/ingest/stages.h"

namespace pipeline {
namespace {

struct Options {
  std::string sentences;
  std::filesystem::path lexicon;
  unsigned jobs = 0;
  bool names_study = false;
  std::string format = "tekst";
};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::string_view rest = line;
  for (std::size_t tab = rest.find('\t'); tab != std::string_view::npos; tab = rest.find('\t')) {
    cells.emplace_back(rest.substr(0, tab));
    rest.remove_prefix(tab + 1);
  }
  cells.emplace_back(rest);
  return cells;
}

Result<std::size_t> column_of(const std::vector<std::string>& header, const std::string& name,
                              const std::string& file) {
  const auto it = std::ranges::find(header, name);
  if (it == header.end())
    return failure(
        "de kolom '" + name + "' ontbreekt; nodig zijn id, previous en sentence, met tabs", file,
        1);
  return static_cast<std::size_t>(it - header.begin());
}

// "“gedeelde visie” (gedeelde visie) + ontkenning: geen"
std::string evidence_line(const Coding& coding, std::string_view text) {
  std::string line;
  for (const Evidence& it : coding.evidence) {
    if (it.kind == Evidence::Kind::outranked) continue;
    line += line.empty() ? "" : " + ";
    line += it.kind == Evidence::Kind::pattern
                ? fmt::format("“{}” ({})", slice(text, it.match), it.rule)
                : fmt::format("{} “{}”", it.rule, slice(text, it.match));
  }
  std::ranges::replace(line, '\t', ' ');
  std::ranges::replace(line, '\n', ' ');
  return line;
}

void print_codings(const std::string& id, const Staged& staged) {
  std::set<std::pair<FactorId, Valence>> said;  // a sentence that was cut in two is still one row's
  for (const Coding& coding : staged.codings)
    if (said.emplace(coding.factor, coding.valence).second)
      fmt::print("{}\t{}\t{}\t{}\t{}\n", id, coding.factor, to_string(coding.valence),
                 to_string(coding.modality), evidence_line(coding, staged.clean.text));
}

Result<int> tag_lines(const std::string& file, Stages& stages) {
  const auto text = read_lines(file);
  if (!text) return tl::unexpected(text.error());
  std::istringstream lines(*text);
  std::string line;
  std::getline(lines, line);
  const auto header = cells_of(line);
  const auto id = column_of(header, "id", file), sentence = column_of(header, "sentence", file);
  for (const auto* column : {&id, &sentence})
    if (!*column) return tl::unexpected(column->error());
  fmt::print("id\tfactor\tvalence\tmodality\tevidence\n");
  for (unsigned number = 2; std::getline(lines, line); ++number) {
    if (line.empty()) continue;
    const auto cells = cells_of(line);
    if (cells.size() <= std::max(*id, *sentence))
      return failure("deze regel heeft te weinig kolommen", file, number);
    Document document;
    document.source = cells[*sentence];
    print_codings(cells[*id], stages(document, {}));
  }
  return exit_done;
}

// The one that is named, else that of a study that is named, else the project's.
std::optional<Lexicon> lexicon_for(const Session& session, const Options& options) {
  if (!options.lexicon.empty()) return session.lexicon(options.lexicon);
  if (!options.names_study) return session.lexicon(session.default_lexicon());
  const auto study = session.study();
  return study ? session.lexicon(study->lexicon()) : std::nullopt;
}

int run_sentences(const Session& session, const Options& options) {
  const auto lexicon = lexicon_for(session, options);
  const auto words = lexicon ? session.words() : std::nullopt;
  if (!words) return exit_error;
  Stages stages(*words, *lexicon, Settings{});
  const auto status = tag_lines(options.sentences, stages);
  if (status) return *status;
  complain(status.error());
  return exit_error;
}

int run_tag(const Session& session, const Options& options) {
  if (!options.sentences.empty()) return run_sentences(session, options);
  const auto study = session.study();
  const auto words = study ? session.words() : std::nullopt;
  if (!words) return exit_error;
  return show_run(options.format, [&](IngestOptions run) {
    run.jobs = options.jobs;
    return retag(*study, *words, run);
  });
}

}  // namespace

void add_tag(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "tag", "Codeer de studie opnieuw na een wijziging van het lexicon, of losse zinnen");
  CLI::Option* sentences =
      command
          ->add_option(
              "--sentences", options->sentences,
              "Codeer zinnen uit een TSV met kolommen id, previous, sentence (- = standaardinvoer)")
          ->type_name("BESTAND");
  command
      ->add_option(
          "--lexicon", options->lexicon,
          "Met --sentences: map van het lexicon (standaard: dat van --study, anders samenwerking)")
      ->type_name("MAP")
      ->needs(sentences);
  add_study_option(*command, session);
  add_jobs_option(*command, options->jobs);
  add_format_option(*command, options->format, {"tekst", "json"});
  command->footer(
      "Voorbeelden:\n"
      "  samenspel tag --study mijn-studie\n"
      "  samenspel tag --sentences zinnen.tsv > coderingen.tsv");
  command->callback([command, options, &session] {
    options->names_study = command->count("--study") > 0;
    session.status = run_tag(session, *options);
  });
}

}  // namespace pipeline
