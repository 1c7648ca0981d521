// Charts as values, and the pictures that are made of them. A value holds all words and numbers
// that a reader will see; drawing one is a pure function of it and of a font's widths. Every
// picture is as large as its labels need, and legible in grey.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/chart/font.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/rating.h"
#include "pipeline/model/tr.h"

namespace pipeline {

// What stands around a picture.
struct ChartText {
  std::string title, subtitle;
  std::string spoken;              // what it shows, for who cannot see it, where no title stands
  std::vector<std::string> notes;  // under it, a sentence each
  std::string success = tr("succes"), failure = tr("faal"), neutral = tr("neutraal");
  char decimal_mark = pipeline::decimal_mark(), thousands_mark = pipeline::thousands_mark();
};

// Failures to the left and successes to the right of one axis, a row a factor.
struct DivergingBars {
  ChartText text;
  struct Row {
    std::string label;
    std::uint64_t success = 0, failure = 0, neutral = 0;
    std::string success_link = {}, failure_link = {}, neutral_link = {};  // empty: none
  };
  std::vector<Row> rows;
};

// A cell a row and column, shaded by its value, which stands in it.
struct HeatMap {
  ChartText text;
  struct Cell {
    std::optional<double> value;  // none: there is nothing to show
    std::string under = {};       // small, below the value: what it rests on
    std::string link = {};
  };
  struct Row {
    std::string label;
    std::vector<Cell> cells;  // as many as there are columns
  };
  std::vector<std::string> columns;
  std::vector<Row> rows;
  unsigned decimals = 0;
  bool is_balance = false;  // from -1 (failure) to 1 (success), else from 0 up
};

// What each factor was for each case: its rating written in a cell in the colour of its side. What
// a person confirmed has a thick edge; else it is a proposal.
struct RatingGrid {
  ChartText text;
  struct Cell {
    Rating rating = Rating::missing;
    bool is_confirmed = false;
    bool is_changed = false;  // what it was confirmed on is not what is there now
    std::string link = {};
  };
  struct Row {
    std::string label;
    std::vector<Cell> cells;  // as many as there are columns
  };
  struct ColumnTitle {
    std::string label, group = {};  // neighbours of one group share its heading
  };
  std::vector<ColumnTitle> columns;
  std::vector<Row> rows;
};

// What is named together: the wider a line, the more often.
struct Network {
  ChartText text;
  struct Node {
    std::string label;
    std::uint64_t count = 0;
    std::optional<double> balance;  // from -1 (failure) to 1 (success)
  };
  struct Edge {
    std::size_t from = 0, to = 0;  // indices into nodes
    std::uint64_t count = 0;
  };
  std::vector<Node> nodes;  // neighbours on the rim
  std::vector<Edge> edges;
  std::size_t all_edges = 0;  // shown or not
  std::string together;       // what the widths stand for: "keer samen"
};

// Where in each document something is said, from its first word to its last.
struct Strips {
  ChartText text;
  struct Mark {
    double place = 0;  // from 0 to 1
    Valence valence = Valence::neutral;
  };
  struct Row {
    std::string label, right;  // right: what stands behind the strip
    std::vector<Mark> marks;
  };
  std::vector<Row> rows;
  std::string begin = tr("begin"), end = tr("eind");
  std::size_t documents = 0, with_any = 0;  // of all documents, shown or not
};

// Successes up and failures down, a column a period.
struct Timeline {
  ChartText text;
  struct Period {
    std::string label, group;  // "mrt", "2025"; neighbours of one group share its heading
    std::uint64_t success = 0, failure = 0, neutral = 0;
  };
  std::vector<Period> periods;             // all of them, also those without anything
  std::uint64_t undated = 0, neutral = 0;  // codings that are not in the picture

  bool is_empty() const {
    return std::ranges::all_of(
        periods, [](const Period& it) { return it.success + it.failure + it.neutral == 0; });
  }
};

std::string draw(const DivergingBars& chart, const Font& font);
std::string draw(const HeatMap& chart, const Font& font);
std::string draw(const RatingGrid& chart, const Font& font);
std::string draw(const Network& chart, const Font& font);
std::string draw(const Strips& chart, const Font& font);
std::string draw(const Timeline& chart, const Font& font);

}  // namespace pipeline
