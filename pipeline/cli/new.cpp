#include <fmt/format.h>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/lexicon/lexicon_file.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

struct NewOptions {
  std::filesystem::path folder, lexicon;
  std::string title;
};

// "studie" for "studie/" and, in a folder of that name, for "." too.
std::string name_of(const std::filesystem::path& folder) {
  const auto whole = std::filesystem::absolute(folder).lexically_normal();
  return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

int run_new(const Session& session, NewOptions options) {
  if (options.lexicon.empty()) options.lexicon = session.default_lexicon();
  options.lexicon = session.lexicon_folder(options.lexicon);
  const auto lexicon = session.lexicon(options.lexicon);
  if (!lexicon) return exit_error;
  if (options.title.empty()) options.title = name_of(options.folder);
  const auto study = create_study(options.folder, options.title, options.lexicon);
  if (!study) {
    complain(study.error());
    return exit_error;
  }
  fmt::print("{}",
             tr("Studie gemaakt in {}, met lexicon {}@{} ({}, {}).\n"
                "Lees nu documenten in:  samenspel ingest --study {} MAP\n",
                options.folder.string(), lexicon->id, lexicon->version,
                counted(lexicon->factors.size(), "factor", "factoren"),
                counted(lexicon->patterns.size(), "patroon", "patronen"), options.folder.string()));
  return exit_done;
}

}  // namespace

void add_new(const Command& app, Session& session) {
  auto options = std::make_shared<NewOptions>();
  const Command command = app.add_subcommand("new", "Maak een nieuwe, lege studie");
  command.add_option("map", options->folder, "Map die de studie wordt").required().type_name("MAP");
  command.add_option("--titel", options->title, "Titel (standaard: de naam van de map)");
  command
      .add_option("--lexicon", options->lexicon,
                  "Naam of map van het lexicon; een kopie komt in de studie (standaard: "
                  "samenwerking)")
      .type_name("LEXICON");
  command.footer(
      "Voorbeelden:\n"
      "  samenspel new mijn-studie --titel 'Zorgcoöperaties 2026'\n"
      "  samenspel new mijn-studie --lexicon condities     een ander lexicon van samenspel\n"
      "  samenspel new mijn-studie --lexicon mijn-lexicon  een map van uzelf\n"
      "'samenspel lexicon list' noemt de lexicons die er zijn.");
  command.callback([options, &session] { session.status = run_new(session, *options); });
}

}  // namespace pipeline
