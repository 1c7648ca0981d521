// What files of models and packs share: lines of cells with tabs between a first line that says
// what it is and a last one with the checksum. Private to this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"

namespace pipeline {

using CellViews = std::vector<std::string_view>;

std::string checksum_of(std::string_view bytes);  // 16 hexadecimal digits

// With its checksum behind it.
std::string sealed(std::string lines);

// The lines between the first and the last, by cells. `kind`: "samenspel-model", `dutch`: what a
// reader calls it ("model").
Result<std::vector<CellViews>> unsealed(std::string_view text, const std::string& file,
                                        std::string_view kind, std::string_view dutch);

// The whole cell as a number; none for anything else.
std::optional<std::uint32_t> whole_number(std::string_view cell);
std::optional<double> real_number(std::string_view cell);
// "27:1843".
std::optional<std::pair<std::uint32_t, std::int32_t>> numbered(std::string_view cell);

}  // namespace pipeline
