#include "pipeline/pseudonymise/name_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/model/utf8.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/pseudonymise/name_words.h"
#include "pipeline/read/csv.h"
#include "pipeline/read/decode.h"

namespace pipeline {
namespace {

constexpr std::array<std::string_view, 4> column_names{"naam", "soort", "pseudoniem", "varianten"};
enum Column : std::size_t { name_column, kind_column, pseudonym_column, variants_column };

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const NameKindRow& row : name_kinds) names.emplace_back(row.name);
  return names;
}

// A name as one string that tells whether two are the same.
std::string key_of(std::string_view name) {
  return fmt::format("{}", fmt::join(folded_words(name), " "));
}

bool has_letter(std::string_view name) {
  return std::ranges::any_of(folded_words(name), [](const std::string& word) {
    return std::ranges::any_of(word, [](char sign) { return sign < '0' || sign > '9'; }) &&
           word != "," && word != "&" && word != "+";
  });
}

class ListReader {
 public:
  ListReader(std::string where, const WordTable& words) : where_(std::move(where)), words_(words) {}

  Checked<NameList> read(const std::vector<CsvRecord>& records) {
    take_header(records.front());
    if (!errors_.empty()) return tl::unexpected(std::move(errors_));
    for (std::size_t i = 1; i < records.size(); ++i) take_row(records[i]);
    if (list_.rows.empty() && errors_.empty())
      wrong(records.front().line, tr("de lijst noemt geen enkele naam"));
    number_rows();
    for (const NameRow& row : list_.rows) check_pseudonym(row);
    if (!errors_.empty()) return tl::unexpected(std::move(errors_));
    return std::move(list_);
  }

 private:
  void wrong(unsigned line, std::string message) {
    errors_.push_back({std::move(message), where_, line, 0});
  }
  void warn(unsigned line, std::string message) {
    list_.warnings.push_back({std::move(message), where_, line, 0});
  }

  void take_header(const CsvRecord& header);
  void take_row(const CsvRecord& record);
  void check_name(const std::string& name, NameRow& row);
  void check_ordinary(const std::string& name, unsigned line);
  bool is_known(const NameRow& row, std::string_view name, bool is_variant);
  void number_rows();
  void check_pseudonym(const NameRow& row);

  struct Known {
    std::size_t row;
    unsigned line;
  };

  std::string where_;
  const WordTable& words_;
  std::vector<std::size_t> columns_;  // of each cell; column_names.size(): not ours
  std::map<std::string, Known> known_;
  NameList list_;
  Errors errors_;
};

void ListReader::take_header(const CsvRecord& header) {
  std::set<std::size_t> seen;
  for (const std::string& cell : header.cells) {
    const auto column = static_cast<std::size_t>(
        std::ranges::find(column_names, fold(trimmed_cell(cell))) - column_names.begin());
    columns_.push_back(column);
    if (column < column_names.size() && !seen.insert(column).second)
      wrong(header.line, tr("de kolom “{}” staat er tweemaal", column_names[column]));
  }
  for (const Column column : {name_column, kind_column})
    if (!seen.contains(column))
      wrong(header.line, tr("de kolom “{}” ontbreekt; zet in de eerste regel "
                            "naam;soort;pseudoniem;varianten",
                            column_names[column]));
}

void ListReader::take_row(const CsvRecord& record) {
  std::array<std::string, column_names.size()> cells;
  bool is_blank = true;
  for (std::size_t i = 0; i < record.cells.size(); ++i) {
    const std::string cell = trimmed_cell(record.cells[i]);
    if (cell.empty()) continue;
    is_blank = false;
    if (i >= columns_.size())
      return wrong(record.line, tr("deze regel heeft {} cellen en de kop {}; zet een cel "
                                   "met het scheidingsteken erin tussen aanhalingstekens",
                                   record.cells.size(), columns_.size()));
    if (columns_[i] < cells.size()) cells[columns_[i]] = cell;
  }
  if (is_blank) return;
  NameRow row{cells[name_column], {}, cells[pseudonym_column], {}, record.line};
  if (row.name.empty())
    return wrong(record.line, tr("de naam is leeg; vul hem in of haal de regel weg"));
  const auto kind = std::ranges::find(name_kinds, fold(cells[kind_column]), &NameKindRow::name);
  if (kind == name_kinds.end())
    return wrong(record.line, tr("de soort “{}” is er niet; kies uit {}{}", cells[kind_column],
                                 fmt::format("{}", fmt::join(kind_names(), ", ")),
                                 suggest(fold(cells[kind_column]), kind_names())));
  row.kind = static_cast<NameKind>(kind - name_kinds.begin());
  if (is_known(row, row.name, false)) return;
  check_name(row.name, row);
  std::string_view rest = cells[variants_column];
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    const std::string variant = trimmed_cell(std::string(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (variant.empty()) continue;
    if (is_known(row, variant, true)) continue;
    check_name(variant, row);
    row.variants.push_back(variant);
  }
  list_.rows.push_back(std::move(row));
}

// What would be found everywhere, or never.
void ListReader::check_name(const std::string& name, NameRow& row) {
  constexpr std::size_t longest = 200;
  const std::vector<std::string> words = folded_words(name);
  if (!has_letter(name))
    wrong(row.line, tr("een naam zonder letters kan niet worden gezocht"));
  else if (words.size() == 1 && count_code_points(words.front()) < 2)
    wrong(row.line, tr("een naam van één letter kan niet worden gezocht; schrijf hem voluit"));
  else if (name.size() > longest)
    wrong(row.line, tr("deze naam is langer dan 200 tekens; zet elke naam op een regel"));
  else
    check_ordinary(name, row.line);
}

void ListReader::check_ordinary(const std::string& name, unsigned line) {
  const std::vector<std::string> words = folded_words(name);
  if (words.size() != 1 || !is_ordinary(words.front(), words_)) return;
  warn(line, tr("“{}” is ook een gewoon woord; alleen met een hoofdletter wordt het "
                "vervangen, ook als zo een zin begint",
                name));
}

// The same name twice: the second row says nothing new, or contradicts the first.
bool ListReader::is_known(const NameRow& row, std::string_view name, bool is_variant) {
  const auto [it, is_new] = known_.emplace(key_of(name), Known{list_.rows.size(), row.line});
  if (is_new) return false;
  if (it->second.row == list_.rows.size()) return is_variant;  // of this very row
  const NameRow& former = list_.rows[it->second.row];
  if (former.kind != row.kind || former.pseudonym != row.pseudonym || is_variant)
    wrong(row.line, tr("“{}” staat ook in regel {}, met een andere soort of een ander pseudoniem; "
                       "laat een van beide staan",
                       name, it->second.line));
  else
    warn(row.line, tr("“{}” staat ook in regel {}", name, it->second.line));
  return true;
}

// [PLAATS-2] is the second place without a pseudonym of its own; one that the list gives somewhere
// is passed over.
void ListReader::number_rows() {
  std::set<std::string> taken;
  for (const NameRow& row : list_.rows) taken.insert(row.pseudonym);
  std::array<unsigned, name_kinds.size()> counts{};
  unsigned without = 0;
  for (NameRow& row : list_.rows) {
    if (!row.pseudonym.empty()) continue;
    ++without;
    do
      row.pseudonym = fmt::format("[{}-{}]", row_of(row.kind).tag,
                                  ++counts[static_cast<std::size_t>(row.kind)]);
    while (taken.contains(row.pseudonym));
  }
  if (without > 0)
    warn(0, tr_plural(without,
                      "{} naam heeft geen pseudoniem; die worden genummerd in de volgorde van de "
                      "lijst: zet nieuwe namen onderaan, of vul de kolom in",
                      "{} namen hebben geen pseudoniem; die worden genummerd in de volgorde van de "
                      "lijst: zet nieuwe namen onderaan, of vul de kolom in",
                      without));
}

// A pseudonym that holds a name would let that name in again.
void ListReader::check_pseudonym(const NameRow& row) {
  constexpr std::size_t longest = 80;
  const bool is_line = std::ranges::none_of(
      row.pseudonym, [](char sign) { return static_cast<unsigned char>(sign) < ' '; });
  if (row.pseudonym.size() > longest || !is_line)
    return wrong(row.line,
                 tr("het pseudoniem is langer dan 80 tekens of loopt over een regeleinde"));
  if (tag_end(row.pseudonym, 0) == row.pseudonym.size()) return;
  const std::vector<std::string> words = folded_words(row.pseudonym);
  for (std::size_t begin = 0; begin < words.size(); ++begin)
    for (std::size_t end = begin + 1; end <= words.size(); ++end) {
      const std::string part =
          fmt::format("{}", fmt::join(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                      words.begin() + static_cast<std::ptrdiff_t>(end), " "));
      if (const auto known = known_.find(part); known != known_.end())
        return wrong(row.line, tr("in het pseudoniem staat een naam van regel {}; kies "
                                  "een ander",
                                  known->second.line));
    }
}

}  // namespace

Checked<NameList> read_names(std::string_view csv, const std::string& name,
                             const WordTable& words) {
  const auto decoded = decode(csv, name);
  if (!decoded) return tl::unexpected(Errors{decoded.error()});
  const auto records = csv_records(decoded->text, name);
  if (!records) return tl::unexpected(Errors{records.error()});
  if (records->empty())
    return tl::unexpected(
        Errors{{tr("het bestand is leeg; zet in de eerste regel naam;soort;pseudoniem;varianten"),
                name, 0, 0}});
  return ListReader(name, words).read(*records);
}

Checked<NameList> read_names_file(const std::filesystem::path& file, const WordTable& words) {
  constexpr std::uintmax_t most_bytes = 16U << 20;
  std::error_code problem;
  const auto size = std::filesystem::file_size(file, problem);
  std::ifstream stream(file, std::ios::binary);
  if (problem || !stream)
    return tl::unexpected(
        Errors{{tr("het bestand is niet te lezen; kijk pad en rechten na"), file.string(), 0, 0}});
  if (size > most_bytes)
    return tl::unexpected(Errors{
        {tr("het bestand is te groot voor een namenlijst (grens: 16 MB)"), file.string(), 0, 0}});
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  return read_names(bytes, file.string(), words);
}

std::vector<std::string> folded_words(std::string_view name) {
  const std::string clean = Normaliser{}(name).text;
  std::vector<std::string> words;
  for (const NameWord& word : name_words(clean)) {
    std::string folded = fold(slice(clean, word.span));
    if (!folded.empty()) words.push_back(std::move(folded));
  }
  return words;
}

bool is_ordinary(std::string_view folded, const WordTable& words) {
  return std::ranges::any_of(words.readings(folded), [](const Reading& reading) {
    return reading.word_class != WordClass::proper_noun;
  });
}

}  // namespace pipeline
