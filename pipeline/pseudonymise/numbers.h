// Numbers that belong to one person: which digits make a telephone number, a BSN or an IBAN.
#pragma once

#include <string_view>

namespace pipeline {

// All take bare signs, without spaces: "0612345678", "+31612345678", "NL91ABNA0417164300".
bool is_dutch_phone(std::string_view digits);    // 010..., 06..., 0031..., +31...
bool is_foreign_phone(std::string_view digits);  // + and 8 to 15 digits
bool is_bsn(std::string_view digits);            // eight or nine digits that pass the check by 11
bool is_iban(std::string_view signs);            // passes the check by 97; either case

bool is_shaped_as_dutch_iban(std::string_view signs);  // mistyped, it still is somebody's

}  // namespace pipeline
