// Columns that tables of an evaluation share: a share with its interval, in per cent.
//   precisie %  van  tot
//         75,0  53,1 88,8
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pipeline/evaluate/matches.h"
#include "pipeline/model/table.h"

namespace pipeline {

// A column of counts, or of text.
void add_column(Table& table, const std::string& name, const std::string& title,
                const std::string& group = {});
// NAME, NAME_van and NAME_tot under the heading `group`.
void add_share_columns(Table& table, const std::string& name, const std::string& group);

void add_count(Row& row, std::uint64_t number);
void add_percent(Row& row, std::optional<double> share);
void add_number(Row& row, std::optional<double> number);
// `some` of `all` with Wilson's interval: three cells, empty where `all` is 0.
void add_share(Row& row, std::uint64_t some, std::uint64_t all);
void add_share(Row& row, std::optional<double> share, const std::optional<Interval>& interval);

}  // namespace pipeline
