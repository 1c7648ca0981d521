#include "pipeline/read/sheet_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "pipeline/read/ascii.h"
#include "pipeline/read/refusals.h"
#include "pipeline/read/sheet.h"

namespace pipeline {
namespace {

struct Row {
  Format format;
  Result<std::vector<Sheet>> (*read)(std::string_view, const std::string&, const ReadLimits&);
  std::string_view signature;
};

// THE table of sheets.
const std::vector<Row>& table() {
  static const std::vector<Row> rows{
      {{"csv",
        {".csv", ".tsv"},
        tr_later("tabel met antwoorden, een document per rij of antwoord")},
       read_csv_sheet,
       {}},
      {{"xlsx", {".xlsx", ".xlsm"}, tr_later("rekenblad uit Excel, evenzo")},
       read_xlsx,
       signature_of_zip},
      {{"ods", {".ods"}, tr_later("rekenblad uit LibreOffice, evenzo")},
       read_ods,
       signature_of_zip}};
  return rows;
}

std::string ending_of(const std::string& file) {
  return lower_ascii(std::filesystem::path(file).extension().string());
}

using Rows = std::vector<Row>;
Rows::const_iterator row_with(const std::string& ending) {
  return std::find_if(table().begin(), table().end(), [&](const Row& row) {
    const auto& endings = row.format.endings;
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
  });
}

const Row& row_of(const std::string& ending) {
  return *row_with(ending);
}

// The columns of one kind, for a message.
Said listed(const SheetProfile& sheet, ColumnKind kind) {
  constexpr std::size_t most = 6;
  std::vector<std::string> names;
  for (const ProfileColumn& column : sheet.columns)
    if (column.kind == kind) names.push_back(column.header);
  if (names.empty()) return said("geen");
  const std::size_t rest = names.size() > most ? names.size() - most : 0;
  names.resize(names.size() - rest);
  const std::string shown = fmt::format("{}", fmt::join(names, ", "));
  return rest > 0 ? said("{} en nog {}", shown, rest) : Said(shown);
}

Said told(const Profile& profile, const std::string& file) {
  Said text = said("wat de kolommen zijn is geraden.");
  for (const SheetProfile& sheet : profile.sheets) {
    if (!sheet.sheet.empty()) text.add(said(" Blad \u201C{}\u201D:", sheet.sheet));
    if (sheet.unit == DocumentUnit::none) {
      text.add(said(" geen kolom met lopende tekst herkend, dus niets gelezen."));
      continue;
    }
    text.add(said(" Tekst: {}. Kenmerk: {}. Genegeerd: {}. {}", listed(sheet, ColumnKind::text),
                  listed(sheet, ColumnKind::attribute), listed(sheet, ColumnKind::ignored),
                  sheet.unit == DocumentUnit::row ? said("Een rij is een document.")
                                                  : said("Een antwoord is een document.")));
  }
  if (!file.empty()) text.add(said(" Nakijken en wijzigen: {}", file));
  return text;
}

Result<std::vector<Sheet>> sheets_of(std::string_view bytes, const std::string& file,
                                     const ReadLimits& limits) {
  const std::string ending = ending_of(file);
  const Row& row = row_of(ending);
  if (bytes.empty()) return failure(said("het bestand is leeg"), file);
  if (Said why = wrong_ending(bytes, row.signature, ending, row.format.name); !why.empty())
    return failure(std::move(why), file);
  return row.read(bytes, file, limits);
}

// A guess is kept as it was written, so that the next run reads what this one did.
Checked<Profile> profile_of(const std::vector<Sheet>& sheets, const std::string& file,
                            const ProfileText& text, std::vector<ProfileText>& drafts,
                            std::vector<Said>& warnings) {
  if (!text.toml.empty()) return parse_profile(text.toml, text.file);
  Profile guess = guess_profile(sheets);
  guess.file = text.file.empty() ? tr("het profiel") : text.file;
  if (guess.sheets.empty()) return guess;
  warnings.push_back(told(guess, text.file));
  drafts.push_back(
      {write_profile(guess, std::filesystem::path(file).filename().string()), text.file});
  return guess;
}

}  // namespace

Part SheetSource::part(std::size_t place) const {
  const Answer& answer = answers[place];
  Part part;
  part.name = name.empty() ? answer.name : name + '/' + answer.name;
  part.refusal = answer.refusal;
  if (!part.refusal.empty()) return part;
  part.document = answer.document;
  part.document->format = format;
  // The name is part of it: that two people answer alike is no double.
  part.content = answer.name + '\x1d' + answer.document.source;
  for (const auto& [attribute, value] : answer.document.attributes)
    part.content += '\x1e' + attribute + '\x1f' + value;
  return part;
}

SheetSource open_sheet(std::string_view bytes, const std::string& file, std::string name,
                       const ProfileText& profile, const ReadLimits& limits,
                       std::vector<Remark>& remarks, std::vector<ProfileText>& drafts) {
  SheetSource source;
  source.name = std::move(name);
  source.format = row_of(ending_of(file)).format.name;
  const auto sheets = sheets_of(bytes, file, limits);
  if (!sheets) {
    remarks.push_back({source.name, sheets.error().message, true});
    return source;
  }
  std::vector<Said> warnings;
  const auto columns = profile_of(*sheets, file, profile, drafts, warnings);
  auto answers = columns ? answers_of(*sheets, *columns) : tl::unexpected(columns.error());
  if (!answers) {
    for (const Error& error : answers.error())
      remarks.push_back({source.name, said_of(error), true});
    return source;
  }
  warnings.insert(warnings.end(), answers->warnings.begin(), answers->warnings.end());
  if (answers->documents.empty() && drafts.empty())
    warnings.push_back(said("geeft geen enkel document"));
  for (Said& warning : warnings) remarks.push_back({source.name, std::move(warning), false});
  source.answers = std::move(answers->documents);
  for (std::size_t i = 0; i < source.answers.size(); ++i)
    source.places.emplace(source.answers[i].name, i);
  return source;
}

const std::vector<Format>& sheet_formats() {
  static const std::vector<Format> all = [] {
    std::vector<Format> list;
    for (const Row& row : table()) list.push_back(row.format);
    return list;
  }();
  return all;
}

bool is_sheet(const std::string& file) {
  return row_with(ending_of(file)) != table().end();
}

}  // namespace pipeline
