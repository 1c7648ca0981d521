// What a report is made of, as a file that makes it again on a later day (TOML):
//   titel = "Zes zorgcoöperaties"
//   taal = "nl"
//   kolommen = "case"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"
#include "pipeline/model/tr.h"

namespace pipeline {

enum class ReportChart : std::uint8_t { bars, counts, balance, network, strips, timeline, ratings };

struct ReportRecipe {
  std::string title;                 // empty: the study's
  std::optional<Language> language;  // none: that of whoever asks
  std::string columns = "case";      // empty: none
  std::string unit = "coderingen";
  std::string where, coder;
  bool interviewers = false;
  std::string date = "datum";
  bool ratings = true;               // of each factor in each column
  std::string outcome = "uitkomst";  // by which cases are compared, as case_outcomes has it
  std::uint32_t most_quotations = 4000;
  std::vector<ReportChart> charts{ReportChart::bars,    ReportChart::counts, ReportChart::balance,
                                  ReportChart::network, ReportChart::strips, ReportChart::timeline,
                                  ReportChart::ratings};

  bool has(ReportChart chart) const;
  friend bool operator==(const ReportRecipe&, const ReportRecipe&) = default;
};

// "balken", "aantallen", "saldo", "netwerk", "stroken", "tijdlijn", "oordelen". Errors
// name them all.
Result<ReportChart> report_chart(std::string_view name);

// What is absent keeps its default. Errors have `name`, line and column.
Checked<ReportRecipe> parse_recipe(std::string_view toml, const std::string& name);
// Read back it is the same recipe.
std::string to_toml(const ReportRecipe& recipe);

}  // namespace pipeline
