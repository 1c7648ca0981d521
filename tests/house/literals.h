// The string literals of a C++ source, each with the call that it is an argument of:
//   complain(tr("'{}' is geen map", name))   ->   "'{}' is geen map", argument 0 of tr
// Enough of the language for our own sources: comments, raw strings and literals that are written
// one after the other are understood, macros are not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pipeline {

struct Literal {
  std::string text;  // as it stands between the quotes
  unsigned line = 0;
  std::string call;          // the name before the innermost open parenthesis; empty: none
  unsigned argument = 0;     // of that call, from 0
  bool is_argument = false;  // all of it, and not a part such as "a " + b
};

std::vector<Literal> literals_in(std::string_view source);

}  // namespace pipeline
