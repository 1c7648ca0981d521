// A hit as it is shown: its passage, what in it was hit, its codings; and its forms for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "pipeline/cli/searching.h"
#include "pipeline/model/table.h"

namespace pipeline {

struct ShownHit {
  ShownPassage passage;
  std::vector<Span> marks;  // spans are of the passage's own text
  Span part;                // the sentences to show
  std::vector<ShownCoding> codings;
};

ShownHit shown_hit(FoundPassage found);

// As `passages` of samenspel-hits has it.
nlohmann::ordered_json to_json(const ShownHit& hit);

// A row a hit: the columns of CSV and TSV, in an order that stays.
std::vector<Column> hit_columns();
std::vector<Cell> cells_of(const ShownHit& hit);

}  // namespace pipeline
