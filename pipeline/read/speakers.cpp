#include "pipeline/read/speakers.h"

#include <map>
#include <utility>

#include "pipeline/read/attribute_table.h"

namespace pipeline {
namespace {

constexpr KeyColumn name_column{"spreker", tr_later("naam of letter uit het transcript"),
                                tr_later("namen")};
constexpr const char* file_column = "bestand";
constexpr const char* person_column = "respondent";

// Rows of one respondent fill what the others leave empty.
void share_within_persons(std::vector<SpeakerRow>& rows) {
  std::map<std::string, Attributes> persons;
  for (const SpeakerRow& row : rows)
    if (const auto person = row.attributes.find(person_column); person != row.attributes.end())
      persons[person->second].insert(row.attributes.begin(), row.attributes.end());
  for (SpeakerRow& row : rows)
    if (const auto person = row.attributes.find(person_column); person != row.attributes.end()) {
      const Attributes& known = persons[person->second];
      row.attributes.insert(known.begin(), known.end());
    }
}

}  // namespace

Checked<SpeakerTable> read_speakers(std::string_view csv, const std::string& name) {
  auto table = read_attribute_table(csv, name, name_column);
  if (!table) return tl::unexpected(std::move(table.error()));
  SpeakerTable speakers;
  for (std::string& column : table->columns)
    if (column != name_column.name && column != file_column)
      speakers.columns.push_back(std::move(column));
  speakers.warnings = std::move(table->warnings);
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  for (AttributeRow& row : table->rows) {
    const auto file = row.cells.extract(file_column);
    SpeakerRow it{file.empty() ? std::string() : path_in_table(file.mapped()),
                  row.cells.extract(std::string(name_column.name)).mapped(), std::move(row.cells),
                  row.line};
    if (!file.empty() && it.file.empty()) {
      speakers.warnings.push_back({said("in deze regel noemt \u201Cbestand\u201D een map; vul de "
                                        "naam van een bestand in, of niets"),
                                   name, it.line, 0});
      continue;
    }
    const auto [at, is_new] = known.try_emplace({it.file, it.name}, speakers.rows.size());
    if (is_new)
      speakers.rows.push_back(std::move(it));
    else if (const SpeakerRow& first = speakers.rows[at->second]; first.attributes != it.attributes)
      speakers.warnings.push_back(
          {it.file.empty()
               ? said("spreker '{}' staat ook in regel {}, met andere waarden; die van regel {} "
                      "gelden",
                      it.name, first.line, first.line)
               : said("spreker '{}' van {} staat ook in regel {}, met andere waarden; die van "
                      "regel {} gelden",
                      it.name, it.file, first.line, first.line),
           name, it.line, 0});
  }
  share_within_persons(speakers.rows);
  return speakers;
}

Checked<SpeakerTable> read_speakers_file(const std::filesystem::path& path) {
  const auto bytes = bytes_of_table(path);
  if (!bytes) return tl::unexpected(bytes.error());
  return read_speakers(*bytes, path.string());
}

}  // namespace pipeline
