#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/input.h"
#include "pipeline/cli/lexicon_choice.h"
#include "pipeline/cli/lexicon_commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/model/whole_file.h"
#include "pipeline/report/printable.h"
#include "pipeline/translate/formats.h"
#include "pipeline/translate/from_lexicon.h"
#include "pipeline/translate/to_lexicon.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string file, as, id, format = "tekst";
  fs::path lexicon, to;
};

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const DictionaryFormat& it : dictionary_formats()) names.emplace_back(it.name);
  return names;
}

std::uint64_t terms_in(const Dictionary& dictionary) {
  std::uint64_t terms = 0;
  for (const DictionaryCategory& category : dictionary.categories) terms += category.terms.size();
  return terms;
}

void print_left_out(const std::vector<LeftOut>& left_out) {
  if (left_out.empty()) return;
  fmt::print("\n{}\n", tr("Niet of anders meegenomen ({}):", number(left_out.size())));
  for (const LeftOut& it : left_out)
    fmt::print("  {}{}: {}\n", it.where.empty() ? "" : printable(it.where) + ": ",
               printable(it.text), printable(it.reason));
}

nlohmann::ordered_json to_json(const std::vector<LeftOut>& left_out) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const LeftOut& it : left_out)
    list.push_back({{"where", it.where}, {"text", it.text}, {"reason", it.reason}});
  return list;
}

bool write(const fs::path& file, const std::string& bytes) {
  if (!write_whole_file(file, bytes)) return true;
  complain(
      Error{tr("kan niet worden geschreven; bestaat de map, en is er plaats?"), file.string()});
  return false;
}

bool is_free(const fs::path& path) {
  std::error_code problem;
  if (!fs::exists(path, problem) || fs::is_empty(path, problem)) return true;
  complain(Error{tr("bestaat al; kies een andere naam"), path.string()});
  return false;
}

Result<DictionaryFormat> format_of(const Options& options, std::string_view text) {
  return options.as.empty() ? dictionary_format_of(options.file, text)
                            : dictionary_format(options.as);
}

bool write_all(const fs::path& folder, const std::vector<LexiconText>& files) {
  std::error_code problem;
  fs::create_directories(folder, problem);
  for (const LexiconText& file : files)
    if (!write(folder / file.name, file.toml)) return false;
  return true;
}

int report_import(const Session& session, const Options& options, const DictionaryFormat& format,
                  const std::vector<LeftOut>& left_out) {
  const auto lexicon = session.lexicon(options.to);
  if (!lexicon) return exit_error;
  if (options.format == "json") {
    print_json({{"format", "samenspel-lexicon-import"},
                {"version", 1},
                {"file", options.file},
                {"from", format.name},
                {"to", options.to.generic_string()},
                {"lexicon", lexicon->id},
                {"factors", lexicon->factors.size()},
                {"patterns", lexicon->patterns.size()},
                {"left_out", to_json(left_out)}});
    return exit_done;
  }
  fmt::print("{}\n", tr("{} ({}) is nu lexicon {} in {}: {} en {}.", printable(options.file),
                        tr(format.description), lexicon->id, options.to.string(),
                        counted(lexicon->factors.size(), "factor", "factoren"),
                        counted(lexicon->patterns.size(), "patroon", "patronen")));
  print_left_out(left_out);
  fmt::print(
      "\n{}\n",
      tr("Kijk het na met 'samenspel lexicon check {0}': geef elke factor een definitie, en "
         "patronen een\nplaats onder succes of faal. Een studie ermee: samenspel new MAP --lexicon "
         "{0}",
         options.to.string()));
  return exit_done;
}

int run_import(const Session& session, const Options& options) {
  const auto text = read_lines(options.file);
  if (!text) {
    complain(text.error());
    return exit_error;
  }
  const auto format = format_of(options, *text);
  auto read = format ? format->read(*text, options.file) : tl::unexpected(format.error());
  if (!read) {
    complain(read.error());
    return exit_error;
  }
  if (!is_free(options.to)) return exit_error;
  const std::string stem = fs::path(options.file).stem().string();
  auto made = to_lexicon(read->result, options.id.empty() ? identifier_of(stem) : options.id,
                         "Overgenomen uit " + fs::path(options.file).filename().string());
  std::vector<LeftOut> left_out = std::move(read->left_out);
  left_out.insert(left_out.end(), made.left_out.begin(), made.left_out.end());
  if (made.result.size() == 1) {
    complain(Error{tr("hier staat geen woord dat een patroon kan zijn"), options.file});
    return exit_error;
  }
  if (!write_all(options.to, made.result)) return exit_error;
  return report_import(session, options, *format, left_out);
}

int run_export(const Session& session, const Options& options) {
  const auto folder = chosen_lexicon(session, options.lexicon);
  const auto lexicon = folder ? session.lexicon(*folder) : std::nullopt;
  if (!lexicon) return exit_error;
  const auto format = dictionary_format(options.as);
  if (!format) {
    complain(format.error());
    return exit_error;
  }
  const auto made = from_lexicon(*lexicon, *format);
  if (made.result.categories.empty()) {
    complain(tr("geen enkel patroon kan in dit formaat staan; er is niets geschreven"));
    print_left_out(made.left_out);
    return exit_error;
  }
  if (!is_free(options.to) || !write(options.to, format->write(made.result))) return exit_error;
  if (options.format == "json") {
    print_json({{"format", "samenspel-lexicon-export"},
                {"version", 1},
                {"lexicon", lexicon->id},
                {"as", format->name},
                {"to", options.to.generic_string()},
                {"categories", made.result.categories.size()},
                {"terms", terms_in(made.result)},
                {"left_out", to_json(made.left_out)}});
    return exit_done;
  }
  fmt::print("{}\n",
             tr("Lexicon {}@{} staat nu in {} ({}): {} en {}.", lexicon->id, lexicon->version,
                options.to.string(), tr(format->description),
                counted(made.result.categories.size(), "categorie", "categorieën"),
                counted(terms_in(made.result), "woord of woordgroep", "woorden en woordgroepen")));
  print_left_out(made.left_out);
  return exit_done;
}

Argument add_dictionary_option(const Command& command, std::string& as, const std::string& text) {
  return command.add_option("--formaat", as, text).type_name("FORMAAT").one_of(format_names());
}

std::string formats_text() {
  return tr(
      "Formaten: yaml (quanteda), liwc, wordstat, lexicoder, yoshikoder (ook .lcd), csv.\n"
      "Wat niet of anders meegaat, staat in het verslag, met de reden.\n");
}

}  // namespace

void add_lexicon_import(const Command& lexicon, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = lexicon.add_subcommand(
      "import", "Maak een lexicon van een woordenboek van een ander programma");
  command.add_option("bestand", options->file, "Het woordenboek").required().type_name("BESTAND");
  command.add_option("--naar", options->to, "Map die het lexicon wordt")
      .required()
      .type_name("MAP");
  add_dictionary_option(command, options->as, tr("Formaat (standaard: naar de naam en de inhoud)"));
  command.add_option("--id", options->id, "Id van het lexicon (standaard: naar het bestand)")
      .type_name("ID");
  add_format_option(command, options->format, {"tekst", "json"});
  command.footer(
      formats_text() +
      tr("Voorbeelden:\n"
         "  samenspel lexicon import mijn.dic --naar mijn-lexicon\n"
         "  samenspel lexicon import woorden.txt --formaat lexicoder --naar mijn-lexicon"));
  command.callback([options, &session] { session.status = run_import(session, *options); });
}

void add_lexicon_export(const Command& lexicon, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command =
      lexicon.add_subcommand("export", "Schrijf een lexicon voor een ander programma");
  add_dictionary_option(command, options->as, tr("Formaat")).required();
  command.add_option("--naar", options->to, "Bestand dat wordt geschreven")
      .required()
      .type_name("BESTAND");
  add_lexicon_option(command, session, options->lexicon);
  add_format_option(command, options->format, {"tekst", "json"});
  command.footer(
      formats_text() +
      tr("Voorbeelden:\n"
         "  samenspel lexicon export --formaat yaml --naar samenwerking.yml\n"
         "  samenspel lexicon export --lexicon condities --formaat csv --naar condities.csv"));
  command.callback([options, &session] { session.status = run_export(session, *options); });
}

}  // namespace pipeline
