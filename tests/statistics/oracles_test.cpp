// Values that others published or computed, where they lie beside the source tree: every row of
// their list is computed again here, and a row that nothing here knows fails.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include "pipeline/statistics/agreement.h"
#include "pipeline/statistics/association.h"
#include "pipeline/statistics/dispersion.h"
#include "pipeline/statistics/proportion.h"
#include "pipeline/statistics/unitizing.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using Cells = std::vector<std::string>;

const fs::path folder = fs::path(SAMENSPEL_SOURCE_DIR) / ".." / "shared" / "data" / "stats";

Cells cells_of(const std::string& line) {
  Cells cells(1);
  bool is_quoted = false;
  for (const char c : line) {
    if (c == '\r') continue;
    if (c == '"')
      is_quoted = !is_quoted;
    else if (c == ',' && !is_quoted)
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

std::vector<Cells> rows_of(const std::string& name) {
  std::ifstream file(folder / name);
  std::vector<Cells> rows;
  for (std::string line; std::getline(file, line);) rows.push_back(cells_of(line));
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

// "x=81;n=263" -> x, n
std::map<std::string, double> numbers_in(const std::string& text) {
  std::map<std::string, double> numbers;
  std::istringstream stream(text);
  for (std::string pair; std::getline(stream, pair, ';');)
    if (const auto equals = pair.find('=');
        equals != std::string::npos && pair.find('/') == std::string::npos)
      numbers[pair.substr(0, equals)] = std::stod(pair.substr(equals + 1));
  return numbers;
}

struct Row {
  std::string name, input;
  std::map<std::string, double> numbers;

  std::uint64_t number(const std::string& key) const {
    const auto it = numbers.find(key);
    return it == numbers.end() ? 0 : static_cast<std::uint64_t>(std::llround(it->second));
  }
  Together together() const {
    if (numbers.contains("f_xy"))
      return {number("f_xy"), number("f_x"), number("f_y"), number("N")};
    return {number("a"), number("a") + number("b"), number("a") + number("c"), 0};
  }
  TwoByTwo two_by_two_table() const {
    if (numbers.contains("f_xy")) return two_by_two(together());
    return {number("a"), number("b"), number("c"), number("d")};
  }
  KeynessCounts keyness() const { return {number("a"), number("b"), number("c"), number("d")}; }
};

std::vector<std::uint64_t> square_in(const std::string& file) {
  std::vector<std::uint64_t> counts;
  for (const Cells& row : rows_of(file))
    for (std::size_t i = 1; i < row.size(); ++i) counts.push_back(std::stoull(row[i]));
  return counts;
}

bool is_square(const std::string& file) {
  std::ifstream stream(folder / file);
  std::string header;
  return std::getline(stream, header) && header.starts_with("r1");
}

bool is_counted(const std::string& file) {
  return file.starts_with("irrcac_distrib") || file.starts_with("fleiss_wiki");
}

// A row a unit, a column a coder; categories in the order of their names or numbers.
Ratings ratings_by_coder(const std::string& file, std::vector<double>* values) {
  const auto rows = rows_of(file);
  std::map<std::string, std::size_t> categories;
  for (const Cells& row : rows)
    for (std::size_t i = 1; i < row.size(); ++i)
      if (!row[i].empty()) categories.emplace(row[i], 0);
  for (std::size_t next = 0; auto& [name, place] : categories) place = next++;
  Ratings ratings{categories.size(), std::vector<std::uint32_t>(categories.size() * rows.size())};
  for (std::size_t unit = 0; unit < rows.size(); ++unit)
    for (std::size_t i = 1; i < rows[unit].size(); ++i)
      if (!rows[unit][i].empty())
        ++ratings.counts[unit * categories.size() + categories[rows[unit][i]]];
  if (values != nullptr)
    for (const auto& [name, place] : categories) values->push_back(std::stod(name));
  return ratings;
}

Ratings ratings_in(const std::string& file, std::vector<double>* values = nullptr) {
  if (is_square(file)) return ratings_of(square_in(file));
  if (!is_counted(file)) return ratings_by_coder(file, values);
  Ratings ratings;
  for (const Cells& row : rows_of(file)) {
    ratings.categories = row.size() - 1;
    for (std::size_t i = 1; i < row.size(); ++i)
      ratings.counts.push_back(static_cast<std::uint32_t>(std::stoul(row[i])));
  }
  return ratings;
}

// Two coders' columns as a square.
std::vector<std::uint64_t> square_of_pair(const std::string& file) {
  if (is_square(file)) return square_in(file);
  std::vector<std::uint64_t> square(4);
  for (const Cells& row : rows_of(file)) ++square[std::stoul(row[1]) * 2 + std::stoul(row[2])];
  return square;
}

Figure alpha_in(const Row& row, Metric metric) {
  std::vector<double> values;
  const bool has_values = metric != Metric::nominal;
  const Ratings ratings = ratings_in(row.input, has_values ? &values : nullptr);
  return krippendorff_alpha(ratings, metric, values);
}

std::vector<CorpusPart> parts_in(const std::string& file) {
  if (file.starts_with("sizes")) return {{1, 2}, {1, 1}, {1, 0}};  // written out in the row
  std::vector<CorpusPart> parts;
  for (const Cells& row : rows_of(file))
    parts.push_back({std::stoull(row[1]), std::stoull(row[2])});
  return parts;
}

// "kripp2004_c", "kripp1995_A_x50000": the category behind the year, the scale behind x.
UnitizingDisagreement disagreement_in(const Row& row, const std::string& category) {
  const bool is_2004 = row.name.starts_with("kripp2004");
  const std::uint64_t scale = row.name.ends_with("_x50000") ? 50'000 : 1;
  std::vector<MarkedUnit> units;
  for (const Cells& it : rows_of(row.input.substr(0, row.input.find(".csv") + 4)))
    if (it[0] == category)
      units.push_back({static_cast<std::uint32_t>(std::stoul(it[1])), std::stoull(it[2]) * scale,
                       std::stoull(it[3]) * scale});
  return unitizing_disagreement(units, {2, is_2004 ? 150U : 0U, is_2004 ? 300U : 24 * scale});
}

UnitizingDisagreement disagreement_in(const Row& row) {
  return disagreement_in(row, row.name.substr(10, 1));
}

using Compute = std::function<Figure(const Row&)>;

Compute of_parts(Figure (*measure)(std::span<const CorpusPart>)) {
  return [measure](const Row& row) { return measure(parts_in(row.input)); };
}

Compute of_ratings(Figure (*measure)(const Ratings&)) {
  return [measure](const Row& row) { return measure(ratings_in(row.input)); };
}

Compute of_alpha(Metric metric) {
  return [metric](const Row& row) { return alpha_in(row, metric); };
}

Compute of_interval(std::optional<Interval> (*interval)(std::uint64_t, std::uint64_t),
                    bool is_low) {
  return [interval, is_low](const Row& row) {
    const auto bounds = interval(row.number("x"), row.number("n"));
    return Figure(is_low ? bounds->low : bounds->high);
  };
}

Figure holsti_of(const Row& row) {
  if (row.name.starts_with("M=")) return holsti(40, 50, 55);
  const auto square = square_in(row.input);
  std::uint64_t all = 0, shared = 0;
  const auto size =
      static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(square.size()))));
  for (std::size_t i = 0; i < square.size(); ++i) {
    all += square[i];
    if (i / size == i % size) shared += square[i];
  }
  return holsti(shared, all, all);
}

const std::map<std::string, Compute>& computations() {
  static const std::map<std::string, Compute> all{
      {"percent_agreement", of_ratings(percent_agreement)},
      {"percent_agreement_unitmean", of_ratings(percent_agreement)},
      {"percent_agreement_pairable", of_ratings(pairable_agreement)},
      {"cohen_kappa", [](const Row& row) { return cohen_kappa(square_of_pair(row.input)); }},
      {"cohen_kappa_pe",
       [](const Row& row) { return Figure(chance_agreement_cohen(square_in(row.input))); }},
      {"gwet_ac1", of_ratings(gwet_ac1)},
      {"scott_pi", of_ratings(fleiss_kappa)},
      {"brennan_prediger", of_ratings(brennan_prediger)},
      {"fleiss_kappa", of_ratings(fleiss_kappa)},
      {"fleiss_kappa_missing", of_ratings(fleiss_kappa)},
      {"fleiss_pa", of_ratings(percent_agreement)},
      {"fleiss_pe",
       [](const Row& row) { return Figure(chance_agreement_fleiss(ratings_in(row.input))); }},
      {"krippendorff_alpha_nominal", of_alpha(Metric::nominal)},
      {"krippendorff_alpha_ordinal", of_alpha(Metric::ordinal)},
      {"krippendorff_alpha_interval", of_alpha(Metric::interval)},
      {"krippendorff_alpha_ratio", of_alpha(Metric::ratio)},
      {"holsti_cr", holsti_of},
      {"alpha_u_observed", [](const Row& row) { return Figure(disagreement_in(row).observed); }},
      {"alpha_u_expected", [](const Row& row) { return Figure(disagreement_in(row).expected); }},
      {"alpha_u_category",
       [](const Row& row) { return unitizing_alpha(std::vector{disagreement_in(row)}); }},
      {"alpha_u",
       [](const Row& row) {
         return unitizing_alpha(std::vector{disagreement_in(row, "c"), disagreement_in(row, "k")});
       }},
      {"LL_rayson_2term",
       [](const Row& row) { return Figure(log_likelihood_two_terms(row.keyness())); }},
      {"chi2_uncorrected",
       [](const Row& row) { return Figure(chi_square(table_of(row.two_by_two_table()))->value); }},
      {"chi2_yates", [](const Row& row) { return chi_square_yates(row.two_by_two_table()); }},
      {"G2_4term",
       [](const Row& row) {
         if (row.name == "keep") return Figure(log_likelihood({348, 99, 1'000'000, 1'000'000}));
         return Figure(g_square(table_of(row.two_by_two_table())));
       }},
      {"t_score", [](const Row& row) { return t_score(row.together()); }},
      {"pmi_log2", [](const Row& row) { return mutual_information(row.together()); }},
      {"MI_with_span",
       [](const Row& row) { return mutual_information(row.together(), row.numbers.at("S")); }},
      {"logDice", [](const Row& row) { return log_dice(row.together()); }},
      {"juilland_D", of_parts(juilland_d)},
      {"carroll_D2", of_parts(carroll_d2)},
      {"rosengren_S", of_parts(rosengren_s)},
      {"gries_DP", of_parts(gries_dp)},
      {"gries_DPnorm", of_parts(gries_dp_normed)},
      {"kld", of_parts(kullback_leibler)},
      {"range",
       [](const Row& row) { return Figure(static_cast<double>(range_of(parts_in(row.input)))); }},
      {"wilson_lo", of_interval(wilson, true)},
      {"wilson_hi", of_interval(wilson, false)},
      {"wilson_cc_lo", of_interval(wilson_corrected, true)},
      {"wilson_cc_hi", of_interval(wilson_corrected, false)},
      {"jaccard", [](const Row& row) { return jaccard(row.together()); }},
      {"dice", [](const Row& row) { return dice(row.together()); }},
  };
  return all;
}

// Half of the last digit that was printed.
double tolerance_of(const Cells& row) {
  if (!row[5].empty()) return std::stod(row[5]);
  const auto point = row[3].find('.');
  if (row[3].empty() || point == std::string::npos) return row[3].empty() ? 1e-6 : 0.5;
  return 0.5000001 * std::pow(10.0, -static_cast<double>(row[3].size() - point - 1));
}

TEST(Oracles, AllHold) {
  const bool is_there = fs::exists(folder);
  if (!is_there) GTEST_SKIP() << "there is no " << folder;
  unsigned checked = 0;
  const auto rows = rows_of("oracles.csv");
  for (const Cells& cells : rows) {
    const Row row{cells[1], cells[2], numbers_in(cells[2])};
    const auto compute = computations().find(cells[0]);
    ASSERT_NE(compute, computations().end()) << "nobody knows " << cells[0];
    const Figure figure = compute->second(row);
    ++checked;
    if (cells[4].empty()) {
      EXPECT_FALSE(figure) << cells[0] << ' ' << cells[1] << " is undefined";
      continue;
    }
    ASSERT_TRUE(figure) << cells[0] << ' ' << cells[1];
    const double published = std::stod(cells[cells[3].empty() ? 4 : 3]);
    EXPECT_NEAR(*figure, published, tolerance_of(cells)) << cells[0] << ' ' << cells[1];
    const double again = std::stod(cells[4]);
    EXPECT_NEAR(*figure, again, 1e-9 * std::max(1.0, std::abs(again)))
        << cells[0] << ' ' << cells[1];
  }
  EXPECT_GT(checked, 100U);
}

}  // namespace
}  // namespace pipeline
