// Numbers as Dutch readers write them: 30.121 woorden, 0,25.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pipeline {

// "1 passage", "30.121 passages".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

// Rounded, with this decimal mark; never "-0,00".
std::string rounded(double number, unsigned decimals, char decimal_mark);

}  // namespace pipeline
