#include "pipeline/read/read.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/input.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/identify/identify.h"
#include "pipeline/ingest/cut.h"
#include "pipeline/ingest/stages.h"
#include "pipeline/ingest/whole_words.h"
#include "pipeline/language/known_words.h"
#include "pipeline/model/part.h"
#include "pipeline/model/tr.h"
#include "pipeline/read/container.h"
#include "pipeline/read/parts.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

struct Options {
  std::string file, format = "tekst", changes;
  std::vector<std::string> roles, left_out;
};

// The parts, with those that the text shown is without.
nlohmann::ordered_json parts_of(const Document& document, const std::set<PartKind>& left_out) {
  nlohmann::ordered_json parts = nlohmann::ordered_json::array();
  for (const TextPart& part : document.parts)
    parts.push_back({{"part", part_name(part.kind)},
                     {"in_text", !left_out.contains(part.kind)},
                     {"text", slice(document.source, part.span)}});
  return parts;
}

std::set<PartKind> kinds_of(const std::vector<std::string>& names) {
  std::set<PartKind> kinds;
  for (const std::string& name : names)
    if (const auto kind = part_named(name)) kinds.insert(*kind);
  return kinds;
}

nlohmann::ordered_json seconds(const std::optional<std::int64_t>& milliseconds) {
  if (!milliseconds) return nullptr;
  return static_cast<double>(*milliseconds) / 1000;
}

// Null where nothing is known of it.
nlohmann::ordered_json language_of(const std::string& code) {
  return code.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(code);
}

// The turns of a transcript; none where nobody speaks.
nlohmann::ordered_json turns_of(const AlignedText& clean, const Segmented& segmented,
                                std::string_view source) {
  nlohmann::ordered_json turns = nlohmann::ordered_json::array();
  for (const Passage& passage : segmented.passages) {
    if (passage.kind != PassageKind::turn) continue;
    nlohmann::ordered_json speaker;
    if (passage.speaker) speaker = segmented.speakers[*passage.speaker].name;
    turns.push_back({{"speaker", speaker},
                     {"start", seconds(passage.start_ms)},
                     {"end", seconds(passage.end_ms)},
                     {"text", slice(source, clean.to_source(passage.span))},
                     {"language", language_of(passage.language)}});
  }
  return turns;
}

// --role NAME=interviewer
Result<SegmentOptions> segment_options(const std::vector<std::string>& roles) {
  SegmentOptions options;
  for (const std::string& role : roles) {
    const std::size_t equals = role.rfind('=');
    const std::string name = role.substr(0, equals);
    const std::string kind = equals == std::string::npos ? "" : role.substr(equals + 1);
    if (kind == "interviewer")
      options.interviewers.push_back(name);
    else if (kind == "respondent")
      options.respondents.push_back(name);
    else
      return failure(tr("schrijf NAAM=interviewer of NAAM=respondent, niet '{}'", role), "--role");
  }
  return options;
}

// How a document is read and what of it is shown.
struct Reading {
  SegmentOptions segmenting;
  ReadOptions options;
  std::set<PartKind> left_out;
  const WordTable& words;
};

// One document as the contract for scripts has it (docs/output-formats.md).
nlohmann::ordered_json to_json(const Document& document, const Reading& reading) {
  const AlignedText clean = Normaliser(known_words(reading.words))(document.source);
  Segmented segmented = Segmenter(reading.segmenting)(
      clean.text, to_clean(document.captions, clean.map), to_clean(document.parts, clean.map));
  restore_names(segmented, clean.map, document.source);
  Vocabulary vocabulary(reading.words);
  const LanguageIdentifier identify({"nl"});
  identify.set(
      identify(clean.text, segmented, analyse(clean.text, segmented, vocabulary), vocabulary),
      segmented);
  std::vector<std::string> warnings(document.warnings.begin(), document.warnings.end());
  warnings.insert(warnings.end(), segmented.warnings.begin(), segmented.warnings.end());
  return {{"text", source_without(document, reading.left_out)},
          {"language", language_of(segmented.language)},
          {"attributes", document.attributes},
          {"parts", parts_of(document, reading.left_out)},
          {"turns", turns_of(clean, segmented, document.source)},
          {"warnings", warnings}};
}

void print_text(const Document& document, const std::string& name, const Reading& reading) {
  const std::string text = source_without(document, reading.left_out);
  fmt::print("{}{}", shown(text), text.ends_with('\n') ? "" : "\n");
  for (const std::string& warning : document.warnings) complain(name + ": " + warning);
}

// All documents of a sheet or an archive. What cannot be read is told, and the rest goes on.
class ContainerPrinter {
 public:
  ContainerPrinter(const Options& options, const Reading& reading)
      : options_(options), reading_(reading) {}

  int print() {
    Container container(options_.file, profile_beside(options_.file));
    while (const auto part = container.next()) {
      const auto document = read_whole(*part, options_.file, reading_.options, reading_.words);
      if (document)
        add(part->name, *document);
      else
        refuse(document.error());
    }
    for (const Remark& remark : container.remarks()) tell(remark);
    if (options_.format == "json")
      print_json({{"documents", documents_}, {"warnings", warnings_}, {"refused", refused_}});
    return refused_.empty() ? exit_done : exit_error;
  }

 private:
  void add(const std::string& name, const Document& document) {
    if (options_.format == "json") {
      nlohmann::ordered_json json{{"name", name}};
      json.update(to_json(document, reading_));
      documents_.push_back(std::move(json));
      return;
    }
    fmt::print("{}== {} ==\n", is_first_ ? "" : "\n", printable(name));
    is_first_ = false;
    print_text(document, options_.file + '/' + name, reading_);
  }
  void tell(const Remark& remark) {
    const std::string where =
        remark.name.empty() ? options_.file : options_.file + '/' + remark.name;
    if (remark.is_refusal) return refuse({remark.message, where, 0, 0});
    warnings_.push_back(where + ": " + remark.message);
    if (options_.format != "json") complain(where + ": " + remark.message);
  }
  void refuse(const Error& error) {
    refused_.push_back(to_string(error));
    complain(error);
  }

  const Options& options_;
  const Reading& reading_;
  nlohmann::ordered_json documents_ = nlohmann::ordered_json::array();
  std::vector<std::string> warnings_, refused_;
  bool is_first_ = true;
};

int run_read(const Options& options, const WordTable& words) {
  const auto segmenting = segment_options(options.roles);
  if (!segmenting) {
    complain(segmenting.error());
    return exit_error;
  }
  const Reading reading{*segmenting, read_options(options.changes), kinds_of(options.left_out),
                        words};
  std::error_code ignored;
  if (std::filesystem::is_regular_file(options.file, ignored) && is_container_file(options.file))
    return ContainerPrinter(options, reading).print();
  const auto document = read_input(options.file, words, reading.options);
  if (!document) {
    complain(document.error());
    return exit_error;
  }
  if (options.format == "tekst")
    print_text(*document, options.file, reading);
  else
    print_json(to_json(*document, reading));
  return exit_done;
}

}  // namespace

void add_read(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command =
      app.add_subcommand("read", "Toon de tekst van een bestand zoals die wordt opgeslagen");
  command
      .add_option("bestand", options->file,
                  "Het bestand, een document erin (map.zip/verslag.docx), of - voor "
                  "standaardinvoer")
      .required()
      .type_name("BESTAND");
  command.add_option("--role", options->roles, "Wie vraagt en wie antwoordt")
      .type_name("NAAM=interviewer");
  std::vector<std::string> parts = part_names();
  parts.erase(parts.begin());  // the running text
  command.add_option("--zonder", options->left_out, "Delen die niet in de getoonde tekst staan")
      .type_name("DEEL,...")
      .delimiter(',')
      .one_of(parts);
  add_changes_option(command, options->changes);
  add_format_option(command, options->format, {"tekst", "json"});
  std::string known = tr("Soorten bestanden:\n");
  for (const Format& format : formats())
    known += fmt::format("  {:<10}{}\n", format.name, tr(format.description));
  command.footer(known + tr("Voorbeeld:\n  samenspel read --format json gesprek.vtt\n"
                            "  samenspel read --zonder noot,opmerking nota.docx"));
  command.callback([options, &session] {
    const auto words = session.words();
    session.status = words ? run_read(*options, *words) : exit_error;
  });
}

}  // namespace pipeline
