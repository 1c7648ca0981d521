#include <fmt/format.h>
#include <stdlib.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/origin_file.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/cli/stamp.h"
#include "pipeline/cli/usage.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/publish/data_folder.h"
#include "pipeline/read/file_bytes.h"
#include "pipeline/read/zip.h"
#include "pipeline/report/printable.h"
#include "pipeline/report/write.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

// What a file may ask to be made again: commands that only read a study.
struct Remakeable {
  std::string_view name;
  void (*add)(const Command&, Session&);
  bool has_format = true;  // else the name of the file says the form
};
constexpr std::array remakeable{
    Remakeable{"table", add_table},           Remakeable{"matrix", add_matrix},
    Remakeable{"search", add_search},         Remakeable{"kwic", add_kwic},
    Remakeable{"keyness", add_keyness},       Remakeable{"cooccurrence", add_cooccurrence},
    Remakeable{"collocates", add_collocates}, Remakeable{"dispersion", add_dispersion},
    Remakeable{"timeline", add_timeline},     Remakeable{"words", add_words},
    Remakeable{"contrast", add_contrast},     Remakeable{"chart", add_chart, false},
    Remakeable{"report", add_report, false},  Remakeable{"export", add_export, false}};
constexpr std::array<std::string_view, 9> refused_words{
    "--study",       "--uitvoer", "-o",       "--confirm",      "--withdraw",
    "--overschrijf", "--force",   "--recipe", "--bewaar-recept"};

struct Options {
  std::string file, format = "tekst";
};

// A folder for one file, gone with it.
class OwnFolder {
 public:
  OwnFolder() {
    std::string pattern = (fs::temp_directory_path() / "samenspel-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
      throw std::runtime_error(
          tr("er is geen plaats om het bestand opnieuw te maken: {}", pattern));
    path_ = pattern;
  }
  ~OwnFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// By how it begins, as its name may have been changed.
std::string form_of(std::string_view bytes) {
  constexpr std::pair<std::string_view, std::string_view> beginnings[] = {
      {"{\"format\":\"samenspel-table\"", "json"},
      {"{\n  \"format\": \"samenspel-hits\"", "json"},
      {"<!DOCTYPE html", "html"},
      {"<svg", "svg"},
      {"<?xml", "svg"},
      {"% \\usepackage", "latex"},
      {"**", "markdown"}};
  for (const auto& [beginning, form] : beginnings)
    if (bytes.starts_with(beginning)) return std::string(form);
  return "tekst";
}

// A file, or a folder with several, as it lies there: its record stands in it, or beside it where
// its form has no room.
struct Written {
  std::string bytes;
  std::optional<FoundRecord> found;
  OriginFile form;               // "map": a folder
  fs::path path = {};            // of the folder
  std::vector<NamedFile> files;  // of a folder that was made again

  bool is_folder() const { return form.form == "map"; }
  bool is_text() const { return form.form != "xlsx" && form.form != "docx" && form.form != "png"; }
};

// A workbook or a Word document.
void read_package(Written& written) {
  written.form.form = "xlsx";
  ZipReader zip = ZipReader::of_bytes(written.bytes, ReadLimits{});
  while (zip.next()) {
    if (zip.path() == "word/document.xml") written.form.form = "docx";
    std::string entry;
    if (!written.found && zip.is_file() && zip.take(entry) == ZipProblem::none)
      written.found = find_record(entry);
  }
}

// What says of a folder what is in it has its record.
Written read_written_folder(const fs::path& folder) {
  Written written;
  written.form.form = "map";
  written.path = folder;
  if (const auto readme = file_bytes(folder / folder_readme, ReadLimits{}))
    written.found = find_record(*readme);
  return written;
}

Result<Written> read_written(const fs::path& file) {
  std::error_code problem;
  if (fs::is_directory(file, problem)) return read_written_folder(file);
  if (file.filename() == folder_readme) return read_written_folder(file.parent_path());
  auto bytes = file_bytes(file, ReadLimits{});
  if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
  Written written{std::move(*bytes), {}, {}, {}, {}};
  if (const auto origin = read_origin(file)) {
    written.form = *origin;
    for (const std::string& note : origin->notes)
      if (!written.found) written.found = find_record(note);
    return written;
  }
  if (written.bytes.starts_with("PK")) {
    read_package(written);
    return written;
  }
  written.form.form = form_of(written.bytes);
  written.found = find_record(written.bytes);
  return written;
}

// As it was made just now.
Result<Written> read_again(const fs::path& file) {
  auto written = read_written(file);
  if (!written || !written->is_folder()) return written;
  for (const auto& entry : fs::directory_iterator(file))
    if (auto bytes = file_bytes(entry.path(), ReadLimits{}))
      written->files.push_back({entry.path().filename().string(), std::move(*bytes)});
  std::ranges::sort(written->files, {}, &NamedFile::name);
  return written;
}

std::string ending_of(const std::string& form) {
  if (form == "map") return {};
  const auto table = table_format(form);
  return table ? std::string(table->ending) : "." + form;
}

// As the form was asked for, besides what the record has.
std::vector<std::string> words_of_form(const OriginFile& form) {
  std::vector<std::string> words{"--format", form.form};
  if (form.form != "csv") return words;
  words.insert(words.end(), {"--scheiding", form.separator});
  if (form.decimal_comma) words.emplace_back("--decimale-komma");
  if (form.byte_order_mark) words.emplace_back("--bom");
  return words;
}

// An answer is made again in its own language, whatever is spoken here.
Language take_language(std::vector<std::string>& words) {
  const auto option = std::ranges::find(words, "--lang");
  if (words.end() - option < 2) return Language::dutch;
  const auto named = language_of_code(option[1]);
  if (named) words.erase(option, option + 2);
  return named.value_or(Language::dutch);
}

Result<Written> remake(const Session& session, const OutputRecord& record, const OriginFile& form) {
  const auto command = std::ranges::find(remakeable, record.words.front(), &Remakeable::name);
  if (command == remakeable.end())
    return failure(tr("'{}' is geen opdracht die opnieuw te doen is", record.words.front()));
  for (const std::string& word : record.words)
    if (std::ranges::find(refused_words, word.substr(0, word.find('='))) != refused_words.end())
      return failure(tr("in het kenmerk staat '{}', wat er niet in hoort", word));
  Session again;
  again.study_folder = session.study_folder;
  CLI::App app("samenspel");
  app.require_subcommand(1);
  command->add(Command(app), again);
  const OwnFolder folder;
  const fs::path file = folder.path() / ("opnieuw" + ending_of(form.form));
  std::vector<std::string> words = record.words;
  const Language language = take_language(words);
  if (command->has_format)
    for (std::string& word : words_of_form(form)) words.push_back(std::move(word));
  for (const char* word : {"--uitvoer", file.c_str(), "--study"}) words.emplace_back(word);
  words.push_back(session.study_folder.string());
  std::ranges::reverse(words);  // as CLI11 wants them
  try {
    const AsOfRun as_of(record);
    const Speaking speaking(language);
    app.parse(words);
  } catch (const CLI::ParseError& e) {
    return failure(tr("deze versie kent de opdracht niet meer zo: {}", usage_mistake(e.what())));
  }
  std::error_code problem;
  if (!fs::exists(file, problem)) return failure(tr("de opdracht geeft nu geen antwoord meer"));
  return read_again(file);
}

// Documents that a run after that one added, changed or took out.
std::vector<std::string> changed_since(const Store& store, std::int64_t run) {
  std::set<std::string> changed;
  const auto last = store.last_run();
  for (std::int64_t id = run + 1; last && id <= last->id; ++id)
    for (const Outcome& it : store.outcomes(id))
      for (const auto& [kind, word] : {std::pair{"added", tr("nieuw")},
                                       {"changed", tr("gewijzigd")},
                                       {"refreshed", tr("kenmerken gewijzigd")},
                                       {"removed", tr("weg")}})
        if (it.kind == kind) changed.insert(fmt::format("{} ({})", it.path, word));
  return {changed.begin(), changed.end()};
}

struct Verdict {
  bool is_identical = false;
  std::vector<std::string> different;  // Dutch, a sentence each
};

std::string documents_sentence(const Store& store, const OutputRecord& was) {
  constexpr std::size_t most = 10;
  const auto changed = changed_since(store, was.run);
  if (changed.empty()) return tr("de documenten zijn andere dan toen");
  std::string names;
  for (std::size_t i = 0; i < std::min(most, changed.size()); ++i)
    names += (i == 0 ? "" : ", ") + changed[i];
  if (changed.size() > most) names += tr(" en nog {}", changed.size() - most);
  return tr("documenten zijn veranderd: {}", names);
}

std::vector<std::string> changed_parts(const Store& store, const OutputRecord& was,
                                       const OutputRecord& is) {
  std::vector<std::string> parts;
  const auto add = [&](const std::string& a, const std::string& b, std::string_view what) {
    if (a != b) parts.push_back(tr("{} (toen {}, nu {})", what, a, b));
  };
  if (was.documents != is.documents) parts.push_back(documents_sentence(store, was));
  add(was.lexicon, is.lexicon, tr("het lexicon is veranderd"));
  add(was.settings, is.settings, tr("de instellingen van de studie zijn veranderd"));
  add(was.decisions, is.decisions, tr("wat mensen codeerden of vaststelden is veranderd"));
  add(was.queries, is.queries, tr("een opgeslagen zoekvraag waar het op rust is veranderd"));
  add(was.program, is.program, tr("het programma is een andere versie"));
  return parts;
}

// The lines that differ, by number; none of their words.
std::string lines_sentence(std::string_view file, std::string_view again) {
  constexpr std::size_t most = 5;
  std::string numbers;
  std::size_t found = 0;
  for (std::size_t line = 1; !file.empty() || !again.empty(); ++line) {
    const auto next = [](std::string_view& text) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view it = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      return it;
    };
    if (next(file) == next(again)) continue;
    if (++found <= most) numbers += fmt::format("{}{}", found == 1 ? "" : ", ", line);
  }
  return found > most ? tr("{} en nog {}", numbers, found - most) : numbers;
}

// The files of a folder that are others than those that were made again: "matrix.csv (regel 3)".
std::vector<std::string> other_files(const fs::path& folder, const std::vector<NamedFile>& again) {
  std::vector<std::string> others;
  for (const NamedFile& file : again) {
    const auto bytes = file_bytes(folder / file.name, ReadLimits{});
    if (!bytes)
      others.push_back(tr("{} (ontbreekt)", file.name));
    else if (*bytes != file.bytes)
      others.push_back(tr("{} (regel {})", file.name, lines_sentence(*bytes, file.bytes)));
  }
  return others;
}

// By whom, and where; `others` are of a folder.
std::string edited_sentence(const Written& file, const Written& again,
                            const std::vector<std::string>& others) {
  if (file.is_folder())
    return tr("in de map is iets bewerkt of weggehaald nadat samenspel haar schreef: {}",
              fmt::format("{}", fmt::join(others, ", ")));
  return file.is_text() ? tr("het bestand is bewerkt nadat samenspel het schreef (regel {})",
                             lines_sentence(file.bytes, again.bytes))
                        : tr("het bestand is bewerkt nadat samenspel het schreef, of door een "
                             "ander programma opnieuw bewaard");
}

Verdict judge(const Store& store, const Written& file, const Written& again) {
  const FoundRecord& was = *file.found;
  const OutputRecord& is = again.found->record;
  Verdict verdict;
  const auto others = other_files(file.path, again.files);  // none where it is no folder
  verdict.is_identical = file.is_folder() ? others.empty() : file.bytes == again.bytes;
  if (verdict.is_identical) return verdict;
  verdict.different = changed_parts(store, was.record, is);
  if (!was.is_intact)
    verdict.different.emplace_back(tr("het kenmerk in het bestand is zelf gewijzigd"));
  if (was.record.content != is.content)
    verdict.different.emplace_back(tr("de studie geeft nu andere cellen dan toen"));
  else if (!verdict.different.empty())
    verdict.different.emplace_back(tr("de cellen die de studie geeft zijn dezelfde gebleven"));
  if (verdict.different.empty()) verdict.different.push_back(edited_sentence(file, again, others));
  return verdict;
}

void print_verdict(const Verdict& verdict, const OutputRecord& record, const Options& options) {
  if (options.format == "json")
    return print_json({{"format", "samenspel-verify"},
                       {"version", 1},
                       {"file", options.file},
                       {"id", id_of(record)},
                       {"words", record.words},
                       {"identical", verdict.is_identical},
                       {"different", verdict.different}});
  fmt::print("{}\n", tr("{}: {} (kenmerk {})", printable(options.file),
                        verdict.is_identical ? tr("identiek aan wat de studie nu geeft")
                                             : tr("niet identiek aan wat de studie nu geeft"),
                        id_of(record)));
  for (const std::string& it : verdict.different) fmt::print("  - {}\n", printable(it));
}

// What stands beside a file may be named in its place.
std::string verified_file(std::string file) {
  const std::string ending = origin_path("").string();
  if (file.size() > ending.size() && file.ends_with(ending))
    file.resize(file.size() - ending.size());
  return file;
}

// Why there is no record, and what to do.
std::string without_record(const fs::path& file) {
  std::error_code problem;
  if (fs::is_directory(file, problem))
    return tr("in deze map staat geen {} met een kenmerk; export schrijft dat erin", folder_readme);
  if (read_written_folder(file.parent_path()).found)
    return tr("dit hoort bij de map waarin het staat; geef die aan verify");
  return tr(
      "hierin staat geen kenmerk, en {} staat er niet naast; samenspel schrijft dat met "
      "--uitvoer, bij CSV, TSV en JSONL in dat bestand",
      origin_path(file.filename()).string());
}

int refuse(const Options& options, const std::string& why) {
  complain(Error{why, options.file, 0, 0});
  return exit_error;
}

int run_verify(const Session& session, Options options) {
  options.file = verified_file(options.file);
  const auto file = read_written(options.file);
  const auto study = file ? session.study() : std::nullopt;
  const auto store = study ? session.store(*study) : std::nullopt;
  if (!file) complain(file.error());
  if (!store) return exit_error;
  if (!file->found) return refuse(options, without_record(options.file));
  const auto again = remake(session, file->found->record, file->form);
  if (!again) return refuse(options, again.error().message);
  if (!again->found) return refuse(options, tr("het antwoord van nu heeft geen kenmerk"));
  const Verdict verdict = judge(*store, *file, *again);
  print_verdict(verdict, file->found->record, options);
  return verdict.is_identical ? exit_done : exit_nothing_found;
}

}  // namespace

void add_verify(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "verify", "Maak een antwoord opnieuw uit de studie: is het identiek, en zo niet, waardoor?");
  command.add_option("bestand", options->file, "Een bestand of map die samenspel schreef")
      .required()
      .type_name("BESTAND");
  add_study_option(command, session);
  add_format_option(command, options->format, {"tekst", "json"});
  command.footer(
      "Afsluitcode: 0 identiek, 1 niet identiek, 2 niet na te gaan.\n"
      "Voorbeeld:\n  samenspel verify --study mijn-studie tabel.xlsx");
  command.callback([options, &session] { session.status = run_verify(session, *options); });
}

}  // namespace pipeline
