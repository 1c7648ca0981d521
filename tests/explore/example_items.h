// Words of passages written out by hand, for tests of what counts them: a passage a line, a
// sentence up to each full stop. "wij delen . visie ." has two sentences.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "pipeline/explore/items.h"
#include "tests/report/example_facts.h"

namespace pipeline {

inline Items items_of_lines(const std::vector<std::string>& lines) {
  Items items;
  for (const std::string& line : lines) {
    PassageItems::Place place{items.of.items.size(), 0};
    std::istringstream words(line);
    for (std::string word; words >> word;)
      items.of.items.push_back(word == "." ? 0 : items.names.number(word));
    place.end = items.of.items.size();
    items.of.places.push_back(place);
  }
  return items;
}

inline std::vector<PassageId> ids_of(const CorpusFacts& facts,
                                     const std::vector<std::size_t>& places) {
  std::vector<PassageId> ids;
  for (const std::size_t place : places) ids.push_back(facts.passages[place].id);
  return ids;
}

inline Subject subject_for(const CorpusFacts& facts, const FrequencyScope& scope = {}) {
  static const std::vector<Factor> factors = example_factors();
  return subject_of(facts, factors, std::nullopt, scope).value();
}

// The cell of the row whose first cell is `key`, in the column of that name.
inline Cell cell_at(const Table& table, const std::string& key, const std::string& column) {
  for (const Row& row : table.rows)
    if (row.cells[0] == Cell{key})
      for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].name == column) return row.cells[i];
  return Cell{"geen rij of kolom: " + key + ", " + column};
}

inline std::vector<std::string> first_cells(const Table& table) {
  std::vector<std::string> cells;
  for (const Row& row : table.rows) cells.push_back(std::get<std::string>(row.cells[0]));
  return cells;
}

inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace pipeline
