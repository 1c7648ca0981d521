// Numbers of a spreadsheet as its formats show them, in the Dutch way but without signs between
// thousands: 0.25 as "0%" is "25%", 12.5 as "0.00" is "12,50". Dates get the form that can be
// sought and sorted, whatever their format: 46093 as "d mmmm yyyy" is "2026-03-12", as "mmm yyyy"
// "2026-03", as "d-m-yyyy h:mm" "2026-03-12 14:05".
#pragma once

#include <string>
#include <string_view>

namespace pipeline {

// The code of a format that workbooks name by number only; "General" where there is none.
std::string_view builtin_format(unsigned id);

enum class Epoch : bool { y1900, y1904 };  // from which days are counted

// Of a format's sections the first counts, whatever the sign.
std::string shown_number(double number, std::string_view format, Epoch epoch = Epoch::y1900);

}  // namespace pipeline
